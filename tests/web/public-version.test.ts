import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { type RunningServer, runServer } from '../api/running-server.ts';
import { newPlace } from '../store/databases.ts';

/** The page's own code, which is written for browsers: loaded by name, so that it is not checked as code of the server. */
// biome-ignore lint/suspicious/noExplicitAny: see above
const ofPage = async (path: string): Promise<any> =>
  await import(/* @vite-ignore */ new URL(`../../src/web/${path}`, import.meta.url).pathname);

const turnover = 9_123_457;
let server: RunningServer;
let remove: () => Promise<void>;

beforeAll(async () => {
  const made = await newPlace('embedded');
  remove = made.remove;
  server = await runServer({ ...(await openDatabase(made.place)), place: made.place });
});

afterAll(async () => {
  await server.stop();
  await remove();
});

/** A scenario with a secret turnover, and what is computed from it, as the page asks for them. */
async function secretScenario() {
  const documents = await ofPage('generated/graphql.ts');
  // biome-ignore lint/suspicious/noExplicitAny: what each question answers is checked where the page asks it
  const ask = async (document: string, variables: Record<string, unknown>): Promise<any> => {
    const { data, errors } = await server.ask(String(documents[document]), variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const value = { value: turnover, status: 'found', source: 'Bokslut 2023', secret: true };
  const { forkScenario } = await ask('ForkScenarioDocument', {
    input: {
      scenario: 'fliseryd',
      slug: 'fliseryd-hemlig',
      note: 'Omsättningen enligt ägaren',
      changes: [{ path: 'shops.ica-fliseryd.turnover', value }],
    },
  });
  const { comparison } = await ask('ComparisonDocument', { revision: forkScenario.id, draws: 256, inner: 16 });
  const { draft } = await ask('BreakEvenDocument', { revision: forkScenario.id, changes: [], futures: 0 });
  const variables: unknown[] = [];
  let after: string | null = null;
  do {
    const { model } = await ask('DependenceDocument', { after });
    const { nodes, pageInfo } = model.variables;
    variables.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { revision: forkScenario, result: comparison.result, breakEven: draft.result.breakEven, variables };
}

/** Every number below something, as it stands. */
function numbersIn(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(value);
  if (typeof value === 'string' && /^-?\d+\.\d\d$/.test(value)) found.add(Number(value));
  if (typeof value === 'object' && value !== null) for (const inside of Object.values(value)) numbersIn(inside, found);
  return found;
}

describe('the public version of a scenario with a secret turnover', () => {
  it('holds the turnover in no form, and no figure that is computed from it', async () => {
    const { revision, result, breakEven, variables } = await secretScenario();
    const { withhold } = await ofPage('brief/withheld.ts');
    const { toldBeside } = await ofPage('brief/dependence.ts');
    const { secretPaths, secretFigures } = await ofPage('brief/secrets.ts');
    const { workbook } = await ofPage('take/workbook.ts');
    const { xlsxFile } = await ofPage('take/xlsx-file.ts');
    const { readXlsx } = await ofPage('take/testing/read-xlsx.ts');

    const paths = secretPaths(revision, []);
    expect(paths).toEqual(['shops.ica-fliseryd.turnover']);
    const told = toldBeside(variables, paths);
    const open = withhold({ result, revision, changes: [], breakEven }, paths, secretFigures(revision, []), told);
    const text = JSON.stringify({ ...open, standing: [] });
    for (const form of ['9123457', '9 123 457', '9\u202f123\u202f457', '9,123,457', '9.123.457', 'Bokslut 2023'])
      expect(text).not.toContain(form);

    // What depends on the turnover: every number of the simulation that is no stated input and not reckoned without it.
    const reckoned = numbersIn([result.calculations, result.years, result.certificate, revision]);
    const hidden = [...numbersIn(result.alternatives)].filter(
      (each) => !reckoned.has(each) && !Number.isInteger(each) && Math.abs(each) > 1,
    );
    expect(hidden.length).toBeGreaterThan(1000);
    const shown = numbersIn(open.result);
    expect(hidden.filter((each) => shown.has(each))).toEqual([]);

    const taken = { ...open, isChanged: false, version: 'public', language: 'sv' };
    const cells = [...readXlsx(xlsxFile(workbook(taken))).values()].flatMap((sheet) => [...sheet.values()]);
    const numbers = new Set(cells.flatMap(({ number }: { number?: number }) => (number === undefined ? [] : [number])));
    expect(hidden.filter((each) => numbers.has(each))).toEqual([]);
    expect(numbers.has(turnover)).toBe(false);
    expect(cells.some((cell: { text?: string }) => cell.text === 'uppgiften är hemlig')).toBe(true);
    // The calculations stay: what the municipality bears in the first year.
    expect(numbers.has(112_869)).toBe(true);
  });
});
