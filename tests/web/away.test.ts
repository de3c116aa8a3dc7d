import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visited, visit } from './visit.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await visit(['fliseryd']);
});
afterAll(async () => {
  await visited?.close();
});

const staffing = (page: Page) => page.getByRole('textbox', { name: 'Bemanning, tjänster' }).first();

/** Waits for a yearly cost of the municipality, such as 112 869 kronor. */
const costs = async (page: Page, sum: RegExp): Promise<void> => {
  await page.getByText(sum).first().waitFor();
};

/** Tries another staffing. */
async function staff(page: Page, posts: string): Promise<void> {
  await staffing(page).fill(posts);
  await staffing(page).press('Tab');
}

/** Waits until a field holds something. */
async function shows(field: Locator, value: string): Promise<void> {
  await expect.poll(() => field.inputValue(), { timeout: 60_000 }).toBe(value);
}

/** Opens the form that saves, with why. */
async function beginToSave(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByRole('textbox', { name: 'Vad är ändrat, och varför?' }).fill(note);
}

describe('a planner whose server goes away', () => {
  it('keeps what was typed, is told, and gets the result by itself once it is back', async () => {
    const { page, context } = await visited.open('/?vy=jamfor&scenario=fliseryd');
    await costs(page, /112.869.kronor/);
    await staff(page, '0,5');
    // It computes already: the address has what is tried.
    await page.waitForFunction(() => window.location.hash.length > 1);
    await visited.goAway();
    await page.getByRole('alert').getByText('Servern svarar inte.').waitFor();
    expect(await staffing(page).inputValue()).toBe('0,5');
    // What is known already stays, and what is tried meanwhile is kept too.
    await costs(page, /112.869.kronor/);
    await staff(page, '0,4');

    await visited.comeBack();
    // 0.2 more posts of 350 000 each: 112 869 + 70 000 = 182 869.
    await costs(page, /182.869.kronor/);
    await page.getByRole('alert').getByText('Servern svarar inte.').waitFor({ state: 'detached' });
    expect(await staffing(page).inputValue()).toBe('0,4');
    await context.close();
  });
});

describe('two planners with one scenario', () => {
  it('write nothing over: who saves last is told of the other, and goes on from there', async () => {
    // What is shared to read is first saved as one's own.
    const { page: one, context } = await visited.open('/?vy=jamfor&scenario=fliseryd');
    await staff(one, '0,5');
    await beginToSave(one, 'Halvtid');
    await one.getByRole('textbox', { name: 'Kort namn' }).fill('fliseryd-halvtid');
    await one.getByRole('button', { name: 'Spara som eget scenario' }).click();
    await one.getByRole('button', { name: 'Sparat som version 1.' }).waitFor();

    const other = await context.newPage();
    other.setDefaultTimeout(120_000);
    await other.goto(`${visited.server.address}/?vy=jamfor&scenario=fliseryd-halvtid`);
    await shows(staffing(other), '0,5');
    const people = other.getByRole('textbox', { name: /^Invånare/ }).first();
    await people.fill('700');
    await people.press('Tab');

    await staff(one, '0,6');
    await beginToSave(one, 'Lite till');
    await one.getByRole('button', { name: 'Spara som ny version' }).click();
    await one.getByRole('button', { name: 'Sparat som version 2.' }).waitFor();

    await beginToSave(other, 'Fler har flyttat hit');
    await other.getByRole('button', { name: 'Spara som ny version' }).click();
    await other
      .getByText('Någon har sparat en nyare version medan du arbetade. Dina ändringar finns kvar här.')
      .waitFor();
    expect(await saved()).toEqual([
      [1, 'Halvtid'],
      [2, 'Lite till'],
    ]);

    await other.getByRole('button', { name: 'Öppna den nyaste versionen med dina ändringar' }).click();
    // Both are there: what was saved meanwhile, and what was being tried.
    await shows(staffing(other), '0,6');
    await shows(people, '700');
    await other.getByRole('button', { name: '1 ändring', exact: true }).waitFor();
    await beginToSave(other, 'Fler har flyttat hit');
    await other.getByRole('button', { name: 'Spara som ny version' }).click();
    await other.getByRole('button', { name: 'Sparat som version 3.' }).waitFor();
    expect(await saved()).toEqual([
      [1, 'Halvtid'],
      [2, 'Lite till'],
      [3, 'Fler har flyttat hit'],
    ]);
    await shows(staffing(other), '0,6');
    await shows(people, '700');
    await context.close();
  });
});

/** Number and note of each version, the first first. */
async function saved(): Promise<[number, string | null][]> {
  const { data, errors } = await visited.server.ask<{
    scenario: { revisions: { nodes: { number: number; note: string | null }[] } };
  }>('{ scenario(slug: "fliseryd-halvtid") { revisions(first: 10) { nodes { number note } } } }');
  expect(errors).toBeUndefined();
  const { nodes } = data.scenario.revisions;
  return nodes.map(({ number, note }): [number, string | null] => [number, note]).sort(([one], [other]) => one - other);
}
