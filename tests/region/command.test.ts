import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli } from '../cli/run-cli.ts';
import { findData } from '../places/find-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'region-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a region on the command line', () => {
  const file = join(folder, 'gotland.yaml');
  const made = cli('region', '--county', 'Gotland', '--years', '2', '--out', file);
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as { shops: object };
  const [shop] = Object.keys(scenario.shops);

  it('is written with a report that says what is made up and what is left out, and credits GeoNames', () => {
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^SYNTETISKT: \d+ butiker och mackar är påhittade/);
    expect(made.out).toContain('Källa: GeoNames (CC BY 4.0)');
    expect(cli('region', '--county', 'Gotland', '--years', '2', '--out', file)).toMatchObject({ code: 3 });
    expect(cli('region', '--county', 'Gotland', '--years', '2').out).toBe(readFileSync(file, 'utf8'));
  });

  it('bears its watermark in an explanation, as text and as JSON', () => {
    const words = ['explain', file, `cash@${shop}@2014`];
    expect(cli(...words).out.split('\n')[1]).toContain('▲ SYNTETISKT: påhittade uppgifter');
    expect(JSON.parse(cli(...words, '--json').out)).toMatchObject({ synthetic: { values: expect.any(Number) } });
  });

  it('tells wrong use, with exit code 2', () => {
    for (const words of [
      ['--county', 'Gotlnd'],
      ['--min', '10', '--max', '5'],
      ['--start', '1066'],
    ])
      expect(cli('region', ...words), words.join(' ')).toMatchObject({ code: 2, out: '' });
  });
});

const data = findData();

describe.skipIf(data === undefined)("a region from SCB's localities of 2023, where they are at hand", () => {
  it('holds those of 200 to 500 inhabitants too', () => {
    const places = join(folder, 'places.csv');
    cli('places', 'import', join(data as string, 'orter_2023.csv'), '--out', places, '--source', 'SCB');
    const file = join(folder, 'jamtland.yaml');
    const made = cli('region', '--county', 'Jämtland', '--min', '200', '--places', places, '--out', file, '--json');
    const report = JSON.parse(made.out) as { places: number; shops: { groceries: number } };
    expect(report.places).toBeGreaterThan(25);
    expect(report.shops.groceries).toBeGreaterThan(15);
    expect(cli('validate', file)).toMatchObject({ code: 0 });
  });

  it('takes real shops from a shops file', () => {
    const shops = join(folder, 'shops.csv');
    writeFileSync(join(folder, 'register.csv'), 'id,namn,lat,lon,omsättning\nica,ICA Hemse,57.2386,18.3739,30000000\n');
    expect(cli('shops', 'import', join(folder, 'register.csv'), '--out', shops, '--source', 'Register').code).toBe(0);
    const made = cli('region', '--county', '09', '--shops', shops, '--json', '--out', join(folder, 'real.yaml'));
    expect(JSON.parse(made.out)).toMatchObject({ shops: { synthetic: 0, registered: 1 } });
  });
});
