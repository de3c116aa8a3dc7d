import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/app/load-model.ts';
import { localities } from '../../src/app/localities.ts';
import { readScenario } from '../../src/engine/scenario/index.ts';
import { counties } from '../../src/places/counties.ts';
import { generateRegion, regionText } from '../../src/region/index.ts';
import { registeredShop, requestFor } from './request.ts';

type Written = { readonly [part: string]: Readonly<Record<string, Record<string, unknown>>> };

const sweden = generateRegion(localities(), false, requestFor());
const whole = sweden.scenario as Written;

describe('a generated region', () => {
  it('gives a locality the same shops whatever else the region holds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...counties.keys()), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 500, max: 1500 }),
        fc.integer({ min: 2500, max: 5000 }),
        (chosen, min, max) => {
          const part = generateRegion(localities(), false, requestFor({ counties: chosen, min, max }))
            .scenario as Written;
          for (const place of Object.keys(part['places'] ?? {})) {
            // Where smaller localities count as towns, fewer places are cut off.
            if (whole['places']?.[place] === undefined) continue;
            const of = ({ shops = {} }: Written) => Object.entries(shops).filter(([, shop]) => shop['place'] === place);
            expect(of(part)).toEqual(of(whole));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('gives other shops from another seed, and the same from the same', () => {
    const again = generateRegion(localities(), false, requestFor());
    expect(regionText(again.scenario)).toBe(regionText(sweden.scenario));
    const other = generateRegion(localities(), false, requestFor({ seed: 'other' })).scenario as Written;
    expect(other['shops']).not.toEqual(whole['shops']);
    expect(other['places']).toEqual(whole['places']);
  });

  it('marks every number of a made-up shop synthetic', () => {
    const statuses = Object.values(whole['shops'] ?? {}).flatMap((shop) =>
      Object.entries(shop)
        .filter(([field]) => !['label', 'place'].includes(field))
        .map(([, value]) => (value as { status?: string }).status),
    );
    expect(statuses.length).toBeGreaterThan(10_000);
    expect(new Set(statuses)).toEqual(new Set(['synthetic']));
  });

  it('states no shop that sells residents as much as its own locality buys, so that the calibration has a solution', () => {
    const sold = new Map<string, number>();
    const { places = {} } = whole;
    for (const shop of Object.values(whole['shops'] ?? {})) {
      const amount = (field: string): number => (shop[field] as { value: number } | undefined)?.value ?? 0;
      const place = shop['place'] as string;
      sold.set(place, (sold.get(place) ?? 0) + amount('turnover') - amount('passingTrade'));
    }
    for (const [place, amount] of sold) {
      const { inhabitants } = places[place] as unknown as { inhabitants: { value: number } };
      // 22 500 kr a person in the prices of 2011, which both are stated in.
      expect(amount).toBeLessThan(inhabitants.value * 22_500);
    }
  });

  it('leaves out and counts what would count people twice: Solna beside Stockholm, and old figures', () => {
    const { leftOut, places } = sweden.report;
    // 97 records of the table have figures of about 2010: docs/places.md.
    expect(leftOut.unreliablePopulation).toMatchObject({ count: 97, largest: expect.arrayContaining(['Solna']) });
    expect(leftOut.insideLarger.largest).toContain('Lidingö');
    // 942 localities of 500 to 5 000, less what is left out.
    expect(places).toBeGreaterThan(780);
    expect(places).toBeLessThan(942);
    const labels = Object.values(whole['towns'] ?? {}).map(({ label }) => label);
    expect(labels).not.toContain('Solna');
    expect(labels).toContain('Stockholm');
  });

  it('follows the places of a county only, and has towns and larger villages of its neighbours outside', () => {
    const { scenario, report } = generateRegion(localities(), false, requestFor({ counties: ['22'] }));
    const { places = {}, towns = {} } = scenario as Written;
    const codeOf = new Map(localities().map(({ id, municipality }) => [id, municipality]));
    for (const id of Object.keys(places)) expect(codeOf.get(id)).toMatch(/^22/);
    expect(Object.keys(places)).toHaveLength(report.places);
    const outside = Object.keys(towns).filter((id) => !codeOf.get(id)?.startsWith('22'));
    expect(outside.length).toBeGreaterThan(0);
    expect(report.towns + report.neighbours).toBe(Object.keys(towns).length);
  });

  it('validates as a scenario, read as JSON and as YAML alike', () => {
    const { scenario } = generateRegion(localities(), false, requestFor({ counties: ['22'] }));
    const text = regionText(scenario);
    const asJson = readScenario(loadModel(), 'region.yaml', text, () => undefined);
    // A comment makes it YAML that is no JSON.
    const asYaml = readScenario(loadModel(), 'region.yaml', `# a region\n${text}`, () => undefined);
    expect(asYaml.data).toEqual(asJson.data);
  });

  it('takes the shops of a register instead of made-up ones', () => {
    const [place] = Object.keys(whole['places'] ?? {});
    const shops = [registeredShop(place as string), registeredShop('a-place-that-is-not-followed')];
    const { scenario, report } = generateRegion(localities(), false, requestFor(), shops);
    expect(report.shops).toMatchObject({ synthetic: 0, registered: 1, elsewhere: 1, groceries: 1 });
    const { 'handlarn-1': shop, ...others } = (scenario as Written)['shops'] ?? {};
    expect(others).toEqual({});
    expect(shop).toMatchObject({ place, distance: 1.3, turnover: { value: 6_000_000, status: 'found' } });
  });

  it('says what is wrong when nothing is left to follow', () => {
    expect(() => generateRegion(localities(), false, requestFor({ min: 6000, max: 5000 }))).toThrow(
      '--min 6000 is above',
    );
    expect(() => generateRegion(localities(), false, requestFor({ min: 1, max: 2 }))).toThrow(
      'The region holds no locality that can be followed',
    );
  });
});
