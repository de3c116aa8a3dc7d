import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type HowToOpen, type Visited, visit } from './visit.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await visit(['fliseryd']);
});
afterAll(async () => {
  await visited?.close();
});

const compared = '/?vy=jamfor&scenario=fliseryd';
const brief = '/?vy=underlag&scenario=fliseryd';

/**
 * What axe-core finds in a view, in both languages, in the light and in the dark: opened once, since neither changes what is
 * computed.
 *
 * @param ready - brings the view to where it is judged
 */
async function found(path: string, ready: (page: Page) => Promise<unknown>, how: HowToOpen = {}): Promise<string[]> {
  const { page, context } = await visited.open(path, how);
  await ready(page);
  const all: string[] = [];
  for (const language of ['sv', 'en']) {
    if (language === 'en') await page.locator('header a[hreflang="en"]').click();
    await page.locator(`html[lang="${language}"]`).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      all.push(...(await violations(page)).map((each) => `${language}, ${colorScheme}: ${each}`));
    }
  }
  await context.close();
  return all;
}

/** Waits until nothing is computed any more, and nothing fades: colours are judged as they come to rest. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main [aria-busy="true"], main[aria-busy="true"], .becoming') === null &&
      document.getAnimations().length === 0,
  );
}

/** Waits for the sum that the municipality bears, 112 869 kronor, wherever it stands. */
const sum = (page: Page): Promise<unknown> =>
  page
    .getByText(/112.869/)
    .filter({ visible: true })
    .first()
    .waitFor();

/** The first place of the list. */
const place = (page: Page): Locator => page.getByRole('listbox', { name: 'Orter' }).getByRole('option').first();

/** Chooses Fliseryd in the search. */
async function chooseFliseryd(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Sök ort eller beräkning' }).fill('fliser');
  await page
    .getByRole('option', { name: /Fliseryd.*Mönsterås/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 2, name: 'Fliseryd', exact: true }).waitFor();
}

/** Opens «Varför?» of the sum. */
async function askWhy(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /112.869/ })
    .first()
    .click();
  await page
    .locator('[aria-labelledby="why-heading"]')
    .getByText(/Avskrivning|Depreciation/)
    .first()
    .waitFor();
}

/** Unfolds everything that can be. */
async function unfold(page: Page): Promise<void> {
  await sum(page);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
}

describe('the page in both languages, light and dark', () => {
  it('can be used by all where a village is chosen', async () => {
    const start = (page: Page): Promise<unknown> => place(page).waitFor();
    expect(await found('/', start)).toEqual([]);
  });

  it('can be used by all where a village has been chosen', async () => {
    expect(await found('/', chooseFliseryd)).toEqual([]);
  });

  it('can be used by all where a village is described, right or wrong', async () => {
    const blank = (page: Page): Promise<unknown> => page.getByRole('heading', { level: 1 }).waitFor();
    expect(await found('/?vy=ny', blank)).toEqual([]);
    const wrong = async (page: Page): Promise<void> => {
      await blank(page);
      await page.locator('button[type="submit"]').click();
      await page.getByRole('alert').getByRole('listitem').first().waitFor();
    };
    expect(await found('/?vy=ny', wrong)).toEqual([]);
  });

  it('can be used by all where alternatives are compared', async () => {
    expect(await found(compared, sum)).toEqual([]);
  });

  it('can be used by all where a sum is explained', async () => {
    expect(await found(compared, askWhy)).toEqual([]);
  });

  it('can be used by all on a telephone', async () => {
    expect(await found(compared, sum, { width: 360 })).toEqual([]);
  });

  it('can be used by all where everything is unfolded', async () => {
    expect(await found(compared, unfold)).toEqual([]);
  });

  it('can be used by all where the board reads its brief', async () => {
    expect(await found(brief, sum)).toEqual([]);
  });
});

describe('a planner without a mouse', () => {
  it('keeps what is tried in the address when the way to the content is taken', async () => {
    const { page, context } = await visited.open(compared);
    await sum(page);
    const staffing = page.getByRole('textbox', { name: 'Bemanning, tjänster' }).first();
    await staffing.fill('0,5');
    await staffing.press('Tab');
    await page.waitForFunction(() => window.location.hash.length > 1);
    const { hash } = new URL(page.url());
    await page.getByRole('link', { name: 'Till innehållet' }).focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(hash);
    await context.close();
  });
});
