import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.ts';

describe('listing support rules', () => {
  it('shows one rule with its conditions, dated values, status and sources', () => {
    const { code, out } = cli('rules', 'servicebidrag');
    expect(code).toBe(0);
    expect(out).toContain('Servicebidrag (servicebidrag)');
    expect(out).toContain('Betalas av: regionen');
    expect(out).toContain('Söks av: operatingSupport; bara när åtgärden nämner den under rules');
    expect(out).toContain('Avdrag från taket: sarskiltDriftstod');
    expect(out).toMatch(/högst om året \(servicebidragMaximum\) +2000-05-01 +250 000 +SEK\/year +ANTAGANDE +Som 2016/);
    expect(out).toMatch(/\n +2016-03-01 +250 000 +SEK\/year +funnen +SFS 2016:126/);
    expect(out).not.toContain('Leader');
  });

  it('gives every rule and regime as JSON, and every dated value as a line of CSV', () => {
    const json = JSON.parse(cli('rules', '--json').out);
    expect(json.format).toBe('bygdekalkyl/rules@1');
    expect(json.regimes.map(({ id }: { id: string }) => id)).toEqual(['deMinimis', 'sgei']);
    const dated = [
      ...json.rules.flatMap(({ values }: { values: object[] }) => values),
      ...json.regimes.map(({ limit }: { limit: object }) => limit),
    ].flatMap((value) => value.dated);
    const lines: Record<string, string>[] = parse(cli('rules', '--csv').out, { columns: true });
    expect(lines).toHaveLength(dated.length);
    expect(lines.map(({ amount }) => Number(amount))).toEqual(dated.map(({ value }) => value));
    expect(lines.find(({ rule, from }) => rule === 'deMinimis' && from === '2024-01-01')).toMatchObject({
      amount: '300000',
      unit: 'EUR',
      status: 'found',
    });
  });

  it('has the rules of a scenario’s own formula files with --scenario', () => {
    const { rules } = JSON.parse(cli('rules', '--json', '--scenario', 'scenarios/own-measure/bygdecafe.yaml').out);
    expect(rules.map(({ id }: { id: string }) => id)).toContain('cafebidrag');
    expect(cli('rules', 'cafebidrag').code).toBe(2);
  });

  it('says which rules there are when there is none of the name', () => {
    expect(cli('rules', 'servicebidraget')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no support rule «servicebidraget». Did you mean servicebidrag?'),
    });
  });
});
