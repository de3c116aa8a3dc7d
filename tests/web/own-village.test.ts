import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/web/take/testing/read-xlsx.ts';
import { type Visited, visit } from './visit.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await visit([]);
});
afterAll(async () => {
  await visited?.close();
});

/** Text with the thin and the unbreaking spaces of numbers as plain ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

/** A field of the form by its id, which is its place in the form: `towns.0.km`. */
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`);

/** Types into fields, one after another, as somebody who leaves each with the tab key. */
const fill = async (page: Page, typed: Readonly<Record<string, string>>): Promise<void> => {
  for (const [id, text] of Object.entries(typed)) {
    await field(page, id).fill(text);
    await field(page, id).press('Tab');
  }
};

/** The least that a village needs: a name, its people, and a town with people and a distance. */
const least = {
  name: 'Lillby',
  people: '420',
  'towns.0.name': 'Storstaden',
  'towns.0.people': '18000',
  'towns.0.km': '24',
};

const save = (page: Page) => page.getByRole('button', { name: 'Spara och jämför' }).click();

/** Waits for the comparison, and until all of it has been computed. */
const compared = async (page: Page, name: string): Promise<void> => {
  await page.waitForURL(/vy=jamfor/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Hämta tabellen (CSV)' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-computing="true"], main [aria-busy="true"]') === null);
};

/** The alternatives of the table, by the heads of its columns. */
const columns = async (page: Page): Promise<string[]> =>
  (await page.getByRole('region', { name: 'Alternativen' }).locator('thead th bdi').allInnerTexts()).map(plain);

const headlines = async (page: Page): Promise<string[]> =>
  (await page.locator('section[aria-labelledby="answer"] li').allInnerTexts()).map(plain);

/** What every comparison of an own village holds. */
const expectAnswer = async (page: Page): Promise<void> => {
  const [first, ...others] = await columns(page);
  expect(first).toBe('Ingen åtgärd');
  expect(others.length).toBeGreaterThanOrEqual(5);
  expect(new Set(others).size).toBe(others.length);
  const sentences = await headlines(page);
  expect(sentences.length).toBeGreaterThanOrEqual(2);
  expect(sentences.join('\n')).toMatch(/Servicepunkten kostar kommunen [^.]*\d kronor/);
  expect(sentences.join('\n')).not.toMatch(/NaN|undefined|null|Infinity/);
};

const openBrief = async (page: Page, name: string): Promise<string> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Beslutsunderlag' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return plain(await page.locator('main').innerText());
};

describe('a planner with a village that no file tells of', () => {
  it('compares five measures for a village without a shop, and takes a brief that names the village', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    await fill(page, { ...least, name: 'Butikslösa' });
    await page.getByRole('radio', { name: 'Ingen butik' }).check();
    // The questions about a shop are gone, and the measures that need one.
    expect(await page.getByText('Vilken marginal har butiken?').count()).toBe(0);
    expect(await page.getByRole('checkbox', { name: /Serviceavtal/ }).count()).toBe(0);
    await save(page);
    await compared(page, 'Butikslösa');
    await expectAnswer(page);
    const brief = await openBrief(page, 'Butikslösa');
    expect(brief).toContain('Vad är bäst för Butikslösa');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('compares for a village with two shops, the second of which hosts', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    await fill(page, { ...least, name: 'Tvåbutikers' });
    await page.getByRole('radio', { name: 'Två butiker' }).check();
    await fill(page, {
      'shops.0.name': 'Norra handeln',
      'shops.0.turnover': '6 000 000',
      'shops.1.name': 'Södra handeln',
      'shops.1.turnover': '4 000 000',
    });
    await page.getByRole('radio', { name: 'Södra handeln' }).check();
    await save(page);
    await compared(page, 'Tvåbutikers');
    await expectAnswer(page);
    const table = plain(await page.getByRole('region', { name: 'Alternativen' }).innerText());
    expect(table).toContain('Norra handeln');
    expect(table).toContain('Södra handeln');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('must state the way by ferry for an island, and then compares', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    const { 'towns.0.km': km, ...rest } = least;
    await fill(page, { ...rest, name: 'Utön' });
    await page.getByRole('radio', { name: 'Ja, utan fast förbindelse' }).check();
    await save(page);
    await field(page, 'towns.0.km').and(page.locator(':focus')).waitFor();
    expect((await stateOf(page, 'towns.0.km')).about).toContain('Ange avståndet med väg och färja');
    await fill(page, { 'towns.0.km': km });
    await save(page);
    await compared(page, 'Utön');
    await expectAnswer(page);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

/** How a field is told to somebody who does not see it: whether it is wrong, and what is said about it. */
const stateOf = (page: Page, id: string) =>
  field(page, id).evaluate((element) => {
    const ids = `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-errormessage') ?? ''}`;
    return {
      isInvalid: element.getAttribute('aria-invalid') === 'true',
      about: ids
        .split(/\s+/)
        .map((each) => (each === '' ? '' : (document.getElementById(each)?.innerText ?? '')))
        .join(' ')
        .replace(/[\u00a0\u202f\u2009]/g, ' '),
    };
  });

type Wrong = {
  readonly what: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly at: string;
  readonly said: string;
  /** Turned to a range before it is typed. */
  readonly range?: string;
};

const rightOut = '\u202eybelliM\u202c';
const wrongs: readonly Wrong[] = [
  { what: 'no name', typed: { name: '  ' }, at: 'name', said: 'Här måste något stå.' },
  { what: 'a name that is turned around', typed: { name: rightOut }, at: 'name', said: 'tecken som inte syns' },
  {
    what: 'a name of ten thousand letters',
    typed: { name: 'å'.repeat(10_000) },
    at: 'name',
    said: 'Texten har 10 000 tecken; högst 100',
  },
  { what: 'letters for a number', typed: { people: 'många' }, at: 'people', said: 'Skriv ett tal' },
  { what: 'half a person', typed: { people: '716,5' }, at: 'people', said: 'Skriv ett helt tal.' },
  { what: 'a number below nothing', typed: { around: '-5' }, at: 'around', said: 'För litet: minst 0' },
  {
    what: 'more people than Sweden has room for',
    typed: { people: '5 000 000' },
    at: 'people',
    said: 'För stort: högst',
  },
  {
    what: 'a point that may mean two things',
    typed: { people: '1.400' },
    at: 'people',
    said: 'Punkten kan betyda två saker',
  },
  {
    what: 'more than a hundred per cent',
    typed: { 'shops.0.grossMargin': '120' },
    at: 'shops.0.grossMargin',
    said: 'För stort: högst 100 %',
  },
  {
    what: 'a range out of order',
    typed: {
      'shops.0.turnover.low': '5 000 000',
      'shops.0.turnover.likely': '4 000 000',
      'shops.0.turnover.high': '6 000 000',
    },
    range: 'Omsättning per år, utan moms: Hur säkert?',
    at: 'shops.0.turnover.likely',
    said: 'Det troligaste måste ligga mellan',
  },
  { what: 'one coordinate of two', typed: { lat: '57,13' }, at: 'lon', said: 'Ange både latitud och longitud' },
  { what: 'a position outside Sweden', typed: { lat: '12', lon: '16' }, at: 'lat', said: 'För litet: minst 54' },
  { what: 'a year long gone', typed: { start: '1066' }, at: 'start', said: 'För litet: minst 1990' },
  {
    what: 'a town without people',
    typed: { 'towns.0.people': '' },
    at: 'towns.0.people',
    said: 'Här måste något stå.',
  },
  { what: 'a town without a name', typed: { 'towns.0.name': '' }, at: 'towns.0.name', said: 'Här måste något stå.' },
  { what: 'a town without a distance', typed: { 'towns.0.km': '' }, at: 'towns.0.km', said: 'Ange avståndet' },
  { what: 'a post too many', typed: { posts: '21' }, at: 'posts', said: 'För stort: högst 20' },
];

describe('a planner who mistypes', () => {
  // One form for all, mended after each: what is typed wrong must not stay wrong.
  let form: Awaited<ReturnType<Visited['open']>>;
  let saved: string[];
  beforeAll(async () => {
    form = await visited.open('/?vy=ny');
    saved = savingsOf(form.page);
    await fill(form.page, least);
  });
  afterAll(async () => {
    await form?.context.close();
  });

  it.each(wrongs)('is told at the field about $what, keeps what was typed, and nothing is saved', async (mistake) => {
    const { typed, at, said, range } = mistake;
    const { page, wrong } = form;
    if (range !== undefined) await page.getByLabel(range).selectOption('range');
    const before: Record<string, string> = {};
    for (const id of Object.keys(typed)) before[id] = await field(page, id).inputValue();
    await fill(page, typed);
    await save(page);
    // The cursor stands where something must be changed.
    await field(page, at).and(page.locator(':focus')).waitFor();
    const state = await stateOf(page, at);
    expect(state.isInvalid).toBe(true);
    expect(state.about).toContain(said);
    expect(await page.locator('[role="alert"] li').count()).toBe(1);
    for (const [id, text] of Object.entries({ ...least, ...typed }))
      expect(await field(page, id).inputValue()).toBe(text);
    expect(page.url()).toContain('vy=ny');
    expect(saved).toEqual([]);
    expect(wrong).toEqual([]);
    await fill(page, before);
    if (range !== undefined) await page.getByLabel(range).selectOption('no');
    await page.locator('[role="alert"] li').waitFor({ state: 'detached' });
    expect(await page.locator('form [aria-invalid="true"]').count()).toBe(0);
  });

  it('is told to choose a measure where none is chosen', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    const saved = savingsOf(page);
    await fill(page, least);
    const measures = field(page, 'measures').locator('input[type="checkbox"]');
    expect(await measures.count()).toBe(4);
    for (const measure of await measures.all()) await measure.uncheck();
    await save(page);
    await field(page, 'measures').and(page.locator(':focus')).waitFor();
    expect((await stateOf(page, 'measures')).about).toContain('Välj minst en åtgärd.');
    expect(saved).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('has all that was typed after the page is loaded again', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    await fill(page, { ...least, people: 'många' });
    await field(page, 'measures').locator('input[type="checkbox"]').first().uncheck();
    await page.reload();
    await field(page, 'name').waitFor({ timeout: 15_000 });
    for (const [id, text] of Object.entries({ ...least, people: 'många' }))
      expect(await field(page, id).inputValue()).toBe(text);
    expect(await field(page, 'measures').locator('input:checked').count()).toBe(3);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('is told at the position that it lies at sea, which only the service knows', async () => {
    const { page, context } = await visited.open('/?vy=ny');
    const { 'towns.0.km': _, ...rest } = least;
    // In the middle of the Baltic, between Gotland and Latvia.
    await fill(page, { ...rest, lat: '57,5', lon: '20,3', 'towns.0.km': '30' });
    await save(page);
    await page
      .locator('[role="alert"]')
      .getByText(/måste ändras/)
      .waitFor();
    expect((await stateOf(page, 'lat')).about).toContain('ute till havs');
    expect(await field(page, 'lat').inputValue()).toBe('57,5');
    await context.close();
  });
});

/** What the page asks the service to save. */
function savingsOf(page: Page): string[] {
  const saved: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('createScenario') === true) saved.push(request.url());
  });
  return saved;
}

/** The cells of a file as a spreadsheet program reads them. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\ufeff/, '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n"]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

describe('a village with a hostile name', () => {
  const name = '<img src=x onerror=alert(1)> =HYPERLINK("http://x")';
  const shop = '@SUM(1)';
  const town = '=1+1';
  const municipality = 'بلدية الشمال';

  it('is text on the page, in the brief and in every file, and nothing of it runs', async () => {
    const { page, context, wrong } = await visited.open('/?vy=ny');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const isHarmless = async (): Promise<void> => {
      expect(dialogs).toEqual([]);
      expect(await page.locator('img[src="x"], [onerror], a[href="http://x"]').count()).toBe(0);
      expect(wrong).toEqual([]);
    };
    await fill(page, {
      ...least,
      name,
      municipality,
      'towns.0.name': town,
      'shops.0.name': shop,
      'shops.0.turnover': '5 000 000',
    });
    await save(page);
    await compared(page, name);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name);
    expect(await page.locator('body').innerText()).toContain(shop);
    await isHarmless();

    const named: string[] = [];
    for (const button of ['Hämta tabellen (CSV)', 'Hämta alla år (CSV)']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^[\p{L}\d -]+\.csv$/u);
      const cells = cellsOf(await readFile(await download.path(), 'utf8'));
      expect(cells.length).toBeGreaterThan(30);
      expect(cells.filter((cell) => /^\s*[=+\-@\t]/.test(cell) && !/^-\d+(,\d+)?$/.test(cell))).toEqual([]);
      named.push(...cells.filter((cell) => cell.includes(name)));
    }
    expect(named.length).toBeGreaterThan(0);

    const brief = await openBrief(page, name);
    expect(brief).toContain(name);
    // The state of things is asked for by itself: the shop stands there with its turnover.
    await page.locator('main').getByText(shop).first().waitFor();
    await isHarmless();
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /XLSX/ }).first().click(),
    ]);
    const cells = [...readXlsx(await readFile(await workbook.path())).values()].flatMap((sheet) => [...sheet.values()]);
    expect(cells.some(({ text }) => text?.includes(name))).toBe(true);
    const formulas = cells.flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((formula) => /HYPERLINK|@|<img|^1\+1$/.test(formula))).toEqual([]);
    await isHarmless();
    await context.close();
  });
});
