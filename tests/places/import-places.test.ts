import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlacesFile } from '../../src/app/places-file.ts';
import { cli, type Ended } from '../cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** Writes a register and imports it as a user does. */
function imported(
  content: string | Buffer,
  ...options: string[]
): Ended & { out: string; file: string; report: Report } {
  files += 1;
  const [register, file] = [join(folder, `register-${files}.csv`), join(folder, `places-${files}.csv`)];
  writeFileSync(register, content);
  const ended = cli('places', 'import', register, '--out', file, '--json', ...options);
  return { ...ended, file, report: ended.out === '' ? ({} as Report) : JSON.parse(ended.out) };
}
type Report = {
  readonly read: number;
  readonly taken: number;
  readonly encoding: string;
  readonly separator: string;
  readonly converted: number;
  readonly columns: Record<string, string>;
  readonly refused: readonly { code: string; count: number; lines: number[]; found: string }[];
  readonly warned: readonly { code: string; lines: number[] }[];
};
const codes = (report: Report): Record<string, number[]> =>
  Object.fromEntries(report.refused.map(({ code, lines }) => [code, lines]));
const problem = (ended: Ended): { code: string; message: string; hint?: string } => {
  expect(ended.code, ended.err).toBe(3);
  return JSON.parse(ended.err).error.problems[0];
};

const head = 'id,namn,kommunkod,lat,lon,pop2023\n';
const fliseryd = 'f,Fliseryd,0861,57.13333,16.26667,710\n';

describe('importing a register of places', () => {
  it('reads UTF-8 with and without a mark, and Windows-1252, to the same bytes', () => {
    const text = `${head}m,Mönsterås,0861,57.04134,16.44463,5127\no,Örsjö,0881,56.7,15.75,379\n`;
    const plain = imported(text);
    expect(plain.code, plain.err).toBe(0);
    const written = readFileSync(plain.file, 'utf8');
    expect(written).toContain('m,Mönsterås,0861,57.04134,16.44463,5127,2023,assumption,');
    expect(readFileSync(imported(`\ufeff${text}`).file, 'utf8')).toBe(written);
    const latin = imported(Buffer.from(text, 'latin1'));
    expect(latin.report.encoding).toBe('windows-1252');
    expect(readFileSync(latin.file, 'utf8')).toBe(written);
    const wide = imported(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(wide.report.encoding).toBe('utf-16le');
    expect(readFileSync(wide.file, 'utf8')).toBe(written);
  });

  it('refuses letters from DOS or an old Macintosh rather than guess: å is 0x86 there', () => {
    const ended = imported(
      Buffer.concat([Buffer.from(`${head}b,B`), Buffer.from([0x86]), Buffer.from('l,0861,57.1,16.2,700\n')]),
    );
    expect(problem(ended)).toMatchObject({ code: 'encoding', hint: expect.stringContaining('UTF-8') });
    expect(existsSync(ended.file)).toBe(false);
  });

  it('refuses a name that was read in the wrong encoding before: MÃ¶nsterÃ¥s', () => {
    const { report } = imported(`${head}m,MÃ¶nsterÃ¥s,0861,57.04,16.44,5127\n${fliseryd}`);
    expect(codes(report)).toEqual({ 'garbled-text': [2] });
  });

  it('finds commas, semicolons and tabs between cells, and reads decimal commas and blanks in numbers', () => {
    const written = [
      imported(head + fliseryd),
      imported('id;namn;kommunkod;lat;lon;pop2023\nf;Fliseryd;0861;57,13333;16,26667;710\n'),
      imported('id\tnamn\tkommunkod\tlat\tlon\tpop2023\r\nf\tFliseryd\t861\t57,13333\t16,26667\t710\r\n'),
      imported('sep=;\nid;namn;kommunkod;lat;lon;pop2023\nf;Fliseryd;Mönsterås;57,13333;16,26667;"710"\n'),
      imported('id,namn,kommun,lat,lon,pop2023\nf,Fliseryd,Mönsterås kommun,"57,13333","16,26667",710\n'),
    ].map(({ file, err }) => {
      expect(err).toBe('');
      return readFileSync(file, 'utf8');
    });
    expect(new Set(written).size).toBe(1);
    expect(imported(`${head.replaceAll(',', ';')}s;Stor;0180;59,33;18,07;1 652 895\n`).report.taken).toBe(1);
  });

  it('tells that decimal commas without quotes have torn the cells apart', () => {
    const ended = imported(`${head}f,Fliseryd,0861,57,13333,16,26667,710\n`);
    expect(ended.report.refused[0]).toMatchObject({ code: 'columns', lines: [2], found: '8 / 6' });
    expect(existsSync(ended.file)).toBe(false);
  });

  it('asks for columns it cannot find, with the option that names them, and takes them by it', () => {
    const text = 'beteckning,breddgrad,längdgrad,boende\nFliseryd,57.13,16.26,710\n';
    const lost = imported(text);
    expect(JSON.parse(lost.err).error.problems.map((each: { hint: string }) => each.hint)).toEqual(
      ['name', 'lat', 'lon', 'population'].map((field) => `Say which it is with --column ${field}=HEADING`),
    );
    const named = ['name=beteckning', 'lat=breddgrad', 'lon=längdgrad', 'population=boende'];
    const { report, file } = imported(text, ...named.flatMap((each) => ['--column', each]));
    expect(report).toMatchObject({ taken: 1, warned: [{ code: 'municipality-missing', lines: [2] }] });
    expect(readFileSync(file, 'utf8')).toContain('\nfliseryd,Fliseryd,,57.13,16.26,710,');
    expect(problem(imported(text, '--column', 'nmae=beteckning'))).toMatchObject({
      code: 'unknown-field',
      hint: 'Did you mean name?',
    });
  });

  it('takes the latest year of several, and another one when told to', () => {
    const text = 'namn,lat,lon,pop2015,pop2023\nFliseryd,57.13,16.26,716,710\n';
    expect(readFileSync(imported(text).file, 'utf8')).toContain(',710,2023,');
    expect(readFileSync(imported(text, '--column', 'population=pop2015').file, 'utf8')).toContain(',716,2015,');
  });

  it('takes metres of SWEREF 99 TM, and says how many rows it converted', () => {
    const { report, file } = imported(`${head}t,T-Centralen,0180,6580822,674032,1000\n${fliseryd}`);
    expect(report).toMatchObject({ taken: 2, converted: 1 });
    // Lantmäteriet's e-tjänst: 59.330231, 18.059196
    expect(readFileSync(file, 'utf8')).toMatch(/\nt,T-Centralen,0180,59\.33023\d,18\.0591\d+,/);
  });

  it('refuses coordinates that are swapped, at sea, abroad, in RT 90, missing or no numbers, each with its lines', () => {
    const { report } = imported(
      [
        head.trim(),
        'a,A,0861,16.26,57.13,700',
        'b,B,0861,62.2,18.9,700',
        'c,C,0861,59.91,10.75,700',
        'd,D,0861,6581000,1628000,700',
        'e,E,0861,,16.2,700',
        'f,F,0861,57°13,16.2,700',
        'g,G,0861,57.13,16.26,700',
        'h,H,0861,16.27,57.14,700',
      ].join('\n'),
    );
    expect(codes(report)).toEqual({
      'coordinates-swapped': [2, 9],
      'coordinates-at-sea': [3],
      'coordinates-outside': [4],
      'coordinates-rt90': [5],
      'coordinates-missing': [6],
      'coordinates-not-numbers': [7],
    });
    expect(report).toMatchObject({ read: 8, taken: 1 });
  });

  it('refuses cells that a spreadsheet would run, and what stands in no table of municipalities', () => {
    const { report } = imported(
      `${head}a,"=HYPERLINK(""http://x"")",0861,57.13,16.26,700\nb,+46 491,0861,57.13,16.26,700\nc,@C,0861,57.13,16.26,700\nd,D,0999,57.13,16.26,700\n${fliseryd}`,
    );
    expect(codes(report)).toEqual({ formula: [2, 3, 4], 'municipality-unknown': [5] });
  });

  it('refuses doubles: the same id, and the same name within a kilometre; not the same name farther off', () => {
    const { report } = imported(
      `${head}${fliseryd}f,Annan,0861,57.2,16.3,100\ng,Fliseryd,0861,57.135,16.266,700\nh,Fliseryd,0861,57.3,16.266,700\n`,
    );
    // 57.135 is 0.2 km from 57.13333; 57.3 is 18 km from it
    expect(codes(report)).toEqual({ 'id-double': [3], 'place-double': [4] });
    expect(report.taken).toBe(2);
  });

  it('refuses populations that are missing, below 0, in parts or beyond belief', () => {
    const rows = ['', '-1', '1.5', '9999999', 'ca 700', '0'].map(
      (text, at) => `i${at},N${at},0861,57.1${at},16.2,${text}`,
    );
    expect(codes(imported(head + rows.join('\n')).report)).toEqual({
      'population-invalid': [3, 4, 5, 6],
      'population-missing': [2],
    });
  });

  it('says of files that hold no table what they are, and writes nothing', () => {
    for (const [content, code] of [
      ['', 'empty-file'],
      [' \n\n', 'empty-file'],
      [head, 'no-rows'],
      [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), 'not-text'],
      ['x'.repeat(200_000), 'too-long'],
      [`${head}f,"Fliseryd,0861,57.13,16.26,710\n${fliseryd.repeat(20)}`, 'csv'],
      [head.replace('id,', 'namn,') + fliseryd, 'double-column'],
    ] as const) {
      const ended = imported(content);
      expect(problem(ended).code).toBe(code);
      expect(existsSync(ended.file)).toBe(false);
    }
    expect(problem(cli('places', 'import', join(folder, 'nowhere.csv'), '--json') as Ended).code).toBe('unknown-file');
  });

  it('replaces no file unless told to, never the register itself, and leaves no unfinished file behind', () => {
    const { file } = imported(head + fliseryd);
    const register = join(folder, 'again.csv');
    writeFileSync(register, `${head}o,Örsjö,0881,56.7,15.75,379\n`);
    const before = readFileSync(file, 'utf8');
    expect(problem(cli('places', 'import', register, '--out', file, '--json')).code).toBe('file-exists');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(cli('places', 'import', register, '--out', file, '--force').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Örsjö');
    expect(problem(cli('places', 'import', register, '--out', register, '--force', '--json')).code).toBe('file-exists');
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('with --strict writes nothing when one row is refused, and still writes the report', () => {
    const report = join(folder, 'report.json');
    const ended = imported(`${head}${fliseryd}g,G,0861,16.26,57.13,700\n`, '--strict', '--report', report);
    expect(problem(ended)).toMatchObject({
      code: 'coordinates-swapped',
      line: 3,
      message: '1 of 2 rows are refused, the first here',
    });
    expect(existsSync(ended.file)).toBe(false);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ read: 2, taken: 0, out: null });
  });

  it('prints the reasons in Swedish and English', () => {
    const register = join(folder, 'spoken.csv');
    writeFileSync(register, `${head}${fliseryd}g,G,0861,16.26,57.13,700\n`);
    expect(cli('places', 'import', register).out).toContain('koordinaterna är omkastade; byt dem med --column');
    expect(cli('places', 'import', register).out).toContain('Lästa rader 2, tagna 1, avvisade 1');
    expect(cli('places', 'import', register, '--lang', 'en').out).toContain('the coordinates are swapped');
  });

  it('writes a places file that is read back to the same places, and searched', async () => {
    const { file } = imported(head + fliseryd, '--source', 'SCB, tätorter, 31 december 2023');
    expect(await readPlacesFile(file)).toEqual([
      {
        id: 'f',
        name: 'Fliseryd',
        municipality: '0861',
        lat: 57.13333,
        lon: 16.26667,
        population: 710,
        year: 2023,
        status: 'found',
        source: 'SCB, tätorter, 31 december 2023',
      },
    ]);
    const searched = cli('places', 'search', 'flise', '--places', file);
    expect(searched.out).toContain('Fliseryd');
    expect(searched.out).not.toContain('GeoNames');
    writeFileSync(file, readFileSync(file, 'utf8').replace('57.13333', '16.2'));
    expect(cli('places', 'search', 'flise', '--places', file)).toMatchObject({ code: 3, out: '' });
  });

  it('takes 200 000 rows, and tells which 2 000 it refused', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => {
      const [lat, lon] = [57 + (at % 1000) / 500, 13 + Math.floor(at / 1000) / 100];
      return `x${at};Ort ${at};0861;${lat.toFixed(3).replace('.', ',')};${lon.toFixed(2).replace('.', ',')};${at % 100 === 0 ? 'åtta' : at % 5000}`;
    });
    const { report, file } = imported(Buffer.from(`${head.replaceAll(',', ';')}${rows.join('\n')}\n`, 'latin1'));
    // Every hundredth of 200 000 is 2 000; of their lines the first thousand are told.
    expect(report).toMatchObject({ read: 200_000, taken: 198_000 });
    expect(report.refused).toMatchObject([{ code: 'population-invalid', count: 2000, found: 'åtta' }]);
    expect(report.refused[0]?.lines.slice(0, 3)).toEqual([2, 102, 202]);
    expect(report.refused[0]?.lines).toHaveLength(1000);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(198_002);
  });
});
