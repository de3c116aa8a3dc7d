import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadModel } from '../../src/app/load-model.ts';
import { scenarioSchema } from '../../src/engine/scenario/index.ts';
import { cli, type Ended } from '../cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'shops-'));
afterAll(() => rmSync(folder, { recursive: true }));
const register = join(folder, 'register.csv');
const out = join(folder, 'shops.csv');

function imported(
  content: string,
  ...options: string[]
): Ended & { report: { taken: number; refused: Group[]; warned: Group[] } } {
  writeFileSync(register, content);
  const ended = cli('shops', 'import', register, '--out', out, '--force', '--json', ...options);
  return { ...ended, report: ended.out === '' ? undefined : JSON.parse(ended.out) };
}
type Group = { code: string; lines: number[]; found: string };
const codes = (groups: readonly Group[]): Record<string, number[]> =>
  Object.fromEntries(groups.map(({ code, lines }) => [code, lines]));

describe('importing a register of shops', () => {
  it('matches each shop to the nearest place, and keeps what it is told of it', () => {
    // 0.005° of latitude is 0.56 km.
    const { report, code } = imported(
      'namn;lat;lon;dagligvaror;drivmedel;omsättning;yta;liter\nICA Nära;57,13833;16,26667;ja;nej;9 000 000;200;\nMacken;57,13333;16,2667;;x;;;400 000\n',
      '--source',
      'Butiksregistret 2024',
    );
    expect(code).toBe(0);
    expect(report).toMatchObject({ taken: 2, refused: [], warned: [] });
    const rows = readFileSync(out, 'utf8').split('\n');
    expect(rows[1]).toBe(
      'ica-nara-fliseryd-2714349,ICA Nära,fliseryd-2714349,Fliseryd,0.56,57.13833,16.26667,true,false,9000000,200,,found,Butiksregistret 2024',
    );
    expect(rows[2]).toContain(',false,true,,,400000,found,');
  });

  it('calls figures without a source assumptions', () => {
    imported('namn,lat,lon\nICA Nära,57.13833,16.26667\n');
    expect(readFileSync(out, 'utf8')).toMatch(/,assumption,\n$/);
  });

  it('takes a place by its id, and refuses shops that lie nowhere near one', () => {
    const { report } = imported(
      'namn,plats,lat,lon\nA,fliseryd-2714349,,\nB,nowhere,,\nC,,67.95,18.2\nD,fliseryd-2714349,57.5,16.26\nE,,16.2,57.1\n',
    );
    expect(report.taken).toBe(1);
    // 57.5 is 41 km north of Fliseryd; in the mountains at 67.95, 18.2 there is no locality of 500 within 5 km
    expect(codes(report.refused)).toEqual({
      'place-unknown': [3],
      'no-place-near': [4],
      'far-from-its-place': [5],
      'coordinates-swapped': [6],
    });
  });

  it('reports two shops at one point, and shops whose trade nobody states', () => {
    const { report } = imported('id,namn,lat,lon\na,ICA,57.13833,16.26667\nb,Macken,57.13834,16.26668\n');
    expect(report.taken).toBe(2);
    expect(codes(report.warned)).toEqual({ 'sells-assumed': [2, 3], 'shops-at-one-point': [3] });
    expect(report.warned.find(({ code }) => code === 'shops-at-one-point')?.found).toBe('Macken: line 2');
  });

  it('refuses what cannot be: sells nothing, neither yes nor no, a turnover of nine kronor, a formula, the same id', () => {
    const at = '57.13833,16.26667';
    const { report } = imported(
      `id,namn,lat,lon,dagligvaror,drivmedel,omsättning\na,A,${at},nej,nej,\nb,B,${at},kanske,nej,\nc,C,${at},ja,nej,9000\nd,=D,${at},ja,nej,\ne,E,${at},ja,nej,\ne,F,${at},ja,nej,\n`,
    );
    expect(codes(report.refused)).toEqual({
      'sells-nothing': [2],
      'yes-or-no': [3],
      'turnover-invalid': [4],
      formula: [5],
      'id-double': [7],
    });
    expect(imported(`namn,lat,lon,omsättning\nC,${at},9000\n`, '--turnover-unit', 'tkr').report.taken).toBe(1);
    expect(readFileSync(out, 'utf8')).toContain(',9000000,');
  });

  it('writes nothing when no row can be taken', () => {
    rmSync(out, { force: true });
    const ended = imported('namn,lat,lon\nA,16.2,57.1\n');
    expect(ended.code).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it('prints shops and their place as a scenario takes them', () => {
    writeFileSync(
      register,
      'namn,lat,lon,dagligvaror,drivmedel,omsättning,yta,liter\nICA Nära,57.13833,16.26667,ja,ja,9000000,200,200000\n',
    );
    const shops = cli('shops', 'import', register, '--yaml', '--source', 'Ägaren');
    expect(shops.err).toContain('Lästa rader 1, tagna 1');
    const place = JSON.parse(cli('places', 'show', 'Fliseryd', '--json').out);
    const town = JSON.parse(cli('places', 'show', 'Oskarshamn', '--json').out);
    const scenario = {
      id: 'prov',
      label: 'Prov',
      start: 2024,
      seed: 'prov',
      ...parse(place.yaml),
      ...parse(town.yaml),
      ...parse(shops.out),
    };
    expect(scenarioSchema(loadModel()).safeParse(scenario).error).toBeUndefined();
    // 0.56 km as the crow flies × 1.3 = 0.7 km
    expect(scenario.shops['ica-nara-fliseryd-2714349']).toMatchObject({ place: 'fliseryd-2714349', distance: 0.7 });
    const file = join(folder, 'scenario.yaml');
    writeFileSync(file, JSON.stringify(scenario));
    expect(cli('validate', file)).toMatchObject({ code: 0 });
  });
});
