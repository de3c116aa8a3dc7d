import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visited, visit } from './visit.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await visit(['fliseryd']);
});
afterAll(async () => {
  await visited?.close();
});

/** The page in words, with the thin and the unbreaking spaces of numbers as plain ones. */
const textOf = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/[\u00a0\u202f\u2009]/g, ' ');

/** Waits for the first sentence of the answer. */
const headline = async (page: Page): Promise<void> => {
  await page
    .getByText(/112.869.kronor/)
    .first()
    .waitFor();
};

/** Waits until what is tried has been computed. */
const computed = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('[data-computing="true"]') === null);
};

describe('a planner with Fliseryd', () => {
  it('finds the village by a part of its name, and compares', async () => {
    const { page, context, wrong } = await visited.open('/');
    await page.getByRole('combobox', { name: 'Sök ort eller beräkning' }).fill('fliser');
    await page
      .getByRole('option', { name: /Fliseryd.*Mönsterås/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /Fliseryd: servicepunkt eller ingen/ })
      .first()
      .click();
    await headline(page);
    const said = await textOf(page);
    // 100 000 stated; the municipality's own 102 952 adds 10 295.20 of depreciation and 2 573.80 of interest: 112 869.
    expect(said).toContain('112 869 kronor');
    expect(said).toContain('102 952 kronor');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('changes the staffing from 0.2 to 0.5 posts, and the yearly cost rises by 105 000', async () => {
    const { page, context, wrong } = await visited.open('/?vy=jamfor&scenario=fliseryd');
    await headline(page);
    expect(await textOf(page)).toContain('112 869 kronor');
    const staffing = page.getByRole('textbox', { name: 'Bemanning, tjänster' }).first();
    await staffing.fill('0,5');
    await staffing.press('Tab');
    // 0.3 more posts of 350 000 each: 112 869 + 105 000 = 217 869.
    await page
      .getByText(/217.869.kronor/)
      .first()
      .waitFor();
    await computed(page);
    await page.getByRole('button', { name: /Ångra/ }).first().click();
    await page
      .getByText(/112.869.kronor/)
      .first()
      .waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('asks why, one click after another, and goes back', async () => {
    const { page, context, wrong } = await visited.open('/?vy=jamfor&scenario=fliseryd');
    await page
      .getByRole('button', { name: /112.869/ })
      .first()
      .click();
    const why = page.locator('[aria-labelledby="why-heading"]');
    await why.getByText('Avskrivning').first().waitFor();
    expect(page.url()).toContain('varfor=');
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('reads the same in English', async () => {
    const { page, context, wrong } = await visited.open('/?vy=jamfor&scenario=fliseryd');
    await page.getByRole('link', { name: 'In English' }).click();
    await page
      .getByText(/112,869/)
      .first()
      .waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('takes a PDF and a workbook along', async () => {
    const { page, context, wrong } = await visited.open('/?vy=underlag&scenario=fliseryd');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /XLSX/ }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(wrong).toEqual([]);
    await context.close();
  });
});
