import { describe, expect, it } from 'vitest';
import { cli } from '../cli/run-cli.ts';

describe('looking for places on the command line', () => {
  it('finds Älmsta typed without marks, and names GeoNames in text, JSON and CSV', () => {
    const text = cli('places', 'search', 'almsta');
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toMatch(/^Älmsta +Norrtälje +Stockholm +1 376 +funnen +almsta-2726544$/m);
    expect(text.out).toContain('Källa: GeoNames (CC BY 4.0)');
    expect(JSON.parse(cli('places', 'search', 'almsta', '--json').out)).toMatchObject({
      format: 'bygdekalkyl/places@1',
      credit: 'GeoNames (CC BY 4.0)',
      places: [{ id: 'almsta-2726544', municipalityCode: '0188', countyCode: '01' }, { name: 'Halmstad' }],
    });
    const [head, row] = cli('places', 'search', 'almsta', '--csv').out.split('\n');
    expect(head).toBe('id,name,municipalityCode,municipality,countyCode,county,lat,lon,population,year,status,source');
    expect(row).toContain('"GeoNames (CC BY 4.0) 2726544, 2020-06-10"');
  });

  it('keeps to a county and a size, by name or code, and says how many more there are', () => {
    const { out } = cli('places', 'search', '--county', 'Kalmar', '--min', '5000', '--limit', '3', '--lang', 'en');
    expect(out).toContain('… and 5 more: --limit shows them');
    expect(cli('places', 'search', '--municipality', '0861', '--json').out).toBe(
      cli('places', 'search', '--municipality', 'Mönsterås', '--json').out,
    );
  });

  it('suggests names when nothing is found, and says what the table holds', () => {
    expect(cli('places', 'search', 'Flisryd')).toMatchObject({
      code: 3,
      err: expect.stringContaining('Did you mean Fliseryd'),
    });
    expect(cli('places', 'search', 'Fliseryd', '--county', '01').err).toContain('1 outside the county');
    expect(cli('places', 'search', 'qqqqqq').err).toContain('500 inhabitants and more');
    expect(cli('places', 'search', 'x', '--county', 'Kalmr')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean Kalmar?'),
    });
  });

  it('finds what lies near a place or a point: Mönsterås is 14.8 km from Fliseryd as the crow flies', () => {
    // The same distance as in the domain's example, from GeoNames' coordinates.
    expect(cli('places', 'near', 'fliseryd', '--km', '20').out).toMatch(/Mönsterås .*14,8/);
    expect(cli('places', 'near', '57.13333,16.26667', '--km', '1').out).toMatch(/Fliseryd .*0,0/);
    expect(cli('places', 'near', '16.26,57.13').err).toContain('north first');
    expect(cli('places', 'near', 'Ersmark')).toMatchObject({ code: 3, err: expect.stringContaining('Give the id') });
  });

  it('shows a place with lines to paste, by id, number or name', () => {
    const shown = cli('places', 'show', 'Fliseryd').out;
    expect(shown).toContain('fliseryd-2714349:\n    label: Fliseryd\n    municipality: Mönsterås\n');
    expect(cli('places', 'show', '2714349').out).toBe(shown);
    expect(cli('places', 'show', 'fliseryd-2714349').out).toBe(shown);
    expect(cli('places', 'show', 'Oskarshamn').out).toContain('towns:');
    expect(cli('places', 'show', 'Oskarshamn', '--as', 'place').out).toContain('places:');
    expect(cli('places', 'show', 'Duved').out).toContain('kan gälla en del av en större tätort');
  });

  it('tells wrong use, with exit code 2', () => {
    for (const words of [
      ['places', 'serach'],
      ['places', 'near', 'Fliseryd', '--km', '-1'],
      ['shops', 'import'],
    ] as const)
      expect(cli(...words), words.join(' ')).toMatchObject({ code: 2, out: '' });
  });
});
