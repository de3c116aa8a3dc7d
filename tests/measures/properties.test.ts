import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/app/load-model.ts';
import { type FutureNumber, likelyFuture } from '../../src/engine/compile/index.ts';
import { measureKinds } from '../../src/engine/scenario/schema.ts';
import {
  anyMeasureOf,
  anyShop,
  BothRuns,
  kindNames,
  planWith,
  start,
  total,
  type Written,
  withoutEffect,
  years,
} from './any-measure.ts';

const seed = 20_240_101;
const anyFuture = fc.oneof(
  fc.constant(likelyFuture),
  fc.nat(500).map((at): FutureNumber => ({ outer: at, inner: at % 7, likely: false })),
);
const yearNumbers = [...Array(years).keys()];

/** Rows that are not 0; the sign of a zero is no amount. */
function moved(rows: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).filter(([, amount]) => amount !== 0));
}

it('these properties are of every kind of measure there is', () => {
  expect([...kindNames].sort()).toEqual(measureKinds(loadModel()));
});

describe.each(kindNames)('a %s', (kind) => {
  it('whose effects are all 0 changes no row but its own, whatever it costs', () => {
    // An association carries a shop on that an owner would give up: without closures, what is left of it is effect-free.
    const shop =
      kind === 'communityOwnership'
        ? fc.constant({ premises: 60_000, reservationPay: 0, exitRate: 0, openingCash: 200_000 })
        : anyShop;
    fc.assert(
      fc.property(anyMeasureOf(kind), shop, anyFuture, (measure, butiken, number) => {
        const both = new BothRuns(planWith(withoutEffect(measure), { shops: { butiken } }), number);
        for (const year of yearNumbers)
          expect(both.rows(both.with, both.others, year)).toEqual(both.rows(both.without, both.others, year));
      }),
      { numRuns: 5, seed },
    );
  });

  it('changes nothing before it begins, and no money of its own or of its rules moves after its last year', () => {
    let changes = 0;
    fc.assert(
      fc.property(
        anyMeasureOf(kind),
        anyShop,
        anyFuture,
        fc.integer({ min: 1, max: years - 4 }),
        fc.integer({ min: 1, max: 3 }),
        (measure, butiken, number, first, length) => {
          const written = { ...measure, start: start + first, agreementYears: length, renewAgreement: false };
          // A grant paid the year after may come when the measure has ended: here all are paid at once.
          const parameters = { grantPaidNextYear: false };
          const both = new BothRuns(planWith(written, { shops: { butiken }, parameters }), number);
          const rules = both.plan.model.rules
            .filter(({ soughtBy }) => soughtBy.length > 0)
            .map(({ id }) => `${id}Paid`);
          const flows = [...both.own, ...both.others.filter(({ id }) => rules.includes(id))];
          for (const year of yearNumbers) {
            const before = both.rows(both.without, both.others, year);
            const after = both.rows(both.with, both.others, year);
            const own = moved(both.rows(both.with, flows, year));
            const active = both.with.number('measureActive', 0, year) === 1;
            if (year < first || year >= first + length) expect(active).toBe(false);
            if (year < first) expect({ others: after, own }).toEqual({ others: before, own: {} });
            else if (!active) expect(own).toEqual({});
            if (Object.keys(own).length > 0 || JSON.stringify(after) !== JSON.stringify(before)) changes += 1;
          }
        },
      ),
      { numRuns: 6, seed },
    );
    expect(changes).toBeGreaterThan(0);
  });
});

describe.each(kindNames.filter((kind) => kind !== 'reopenShop'))('a %s at a shop that closes', (kind) => {
  it('ends with the year in which its host closes, unless it has no host', () => {
    // The owner is 66 in the first year, leaves at 67 and finds nobody.
    const shop = { openingOwnerAge: 66, openingCash: 200_000, premises: 100_000, exitRate: 0 };
    const parameters = { successionBase: 0, successionSlope: 0, grantPaidNextYear: false };
    fc.assert(
      fc.property(anyMeasureOf(kind), (measure) => {
        const { plan, with: run } = new BothRuns(
          planWith(measure, { shops: { butiken: shop }, parameters }),
          likelyFuture,
        );
        const active = yearNumbers.map((year) => run.number('measureActive', 0, year));
        const closing = run.number('closingYear', 0, years - 1);
        if (kind === 'communityOwnership')
          expect(closing).toBe(-1); // an association does not retire
        else expect(closing).toBe(1); // 66 in 2023, 67 in 2024
        const ends = measure['host'] !== undefined && closing >= 0;
        expect(active).toEqual(yearNumbers.map((year) => (ends && year > closing ? 0 : 1)));
        for (const year of yearNumbers.slice(2)) if (ends) expect(total(run, plan, 'lineCost', year)).toBe(0);
      }),
      { numRuns: 2, seed },
    );
  });
});

describe('what a measure costs to end', () => {
  const investments = fc.array(
    fc.record({
      label: fc.constant('item'),
      cost: fc.integer({ min: 200_000, max: 400_000 }),
      residual: fc.integer({ min: 0, max: 50_000 }),
      life: fc.integer({ min: 1, max: 7 }),
      rate: fc.constantFrom(0, 0.04),
      method: fc.constantFrom('average-capital', 'opening-balance', 'annuity'),
      grants: fc.array(
        fc.record({ from: fc.constantFrom('region', 'eu'), amount: fc.integer({ min: 1, max: 90_000 }) }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  );

  it('in any year is what an agreement that runs out then writes off and pays back', () => {
    fc.assert(
      fc.property(
        investments,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: years - 1 }),
        (items, clawBackYears, length) => {
          const point = { kind: 'mobileService', serves: { byn: {} }, investments: items, clawBackYears };
          const open = new BothRuns(planWith(point), likelyFuture);
          const ended = new BothRuns(
            planWith({ ...point, agreementYears: length, renewAgreement: false }),
            likelyFuture,
          );
          const last = length - 1;
          const told = open.with.number('costOfEndingNow', 0, last);
          const paid =
            total(ended.with, ended.plan, 'capitalWriteOff', last) +
            total(ended.with, ended.plan, 'grantReclaimed', last);
          expect(Math.abs(told - paid)).toBeLessThan(0.005);
          // Grants are repaid by the years left: of 5 years, after 2, three fifths. Outlays of the first year stand at its prices.
          const grants = items.flatMap((item) => item.grants).reduce((sum, { amount }) => sum + amount, 0);
          const left = clawBackYears === 0 ? 0 : Math.max(0, clawBackYears - length) / clawBackYears;
          expect(total(ended.with, ended.plan, 'grantReclaimed', last)).toBeCloseTo(grants * left, 4);
          for (const year of yearNumbers.slice(length))
            expect(total(ended.with, ended.plan, 'grantReclaimed', year)).toBe(0);
        },
      ),
      { numRuns: 12, seed },
    );
  });
});

describe('a mobile tour', () => {
  const places = ['byn', 'norrbyn', 'soderbyn'] as const;

  it('is paid by its stops together, hinterlands and empty places among them, to the last öre', () => {
    let empty = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...places), fc.record({ stopHours: fc.integer({ min: 0, max: 6 }) }), {
          minKeys: 1,
          noNullPrototype: true,
        }),
        fc.tuple(fc.nat(300), fc.nat(300), fc.nat(2)),
        fc.record({ toursPerYear: fc.nat(300), kmPerTour: fc.nat(300), hoursPerTour: fc.nat(12) }),
        anyFuture,
        (serves, [north, south, hinterland], tour, number) => {
          const plan = planWith(
            { kind: 'mobileService', serves, ...tour },
            {
              places: {
                norrbyn: { inhabitants: north },
                soderbyn: { inhabitants: south, hinterland: { inhabitants: hinterland, distance: 4 } },
              },
              distances: [
                { between: ['byn', 'staden'], km: 20 },
                { between: ['norrbyn', 'staden'], km: 30 },
                { between: ['byn', 'norrbyn'], km: 12 },
                { between: ['soderbyn', 'staden'], km: 25 },
                { between: ['soderbyn', 'byn'], km: 15 },
                { between: ['soderbyn', 'norrbyn'], km: 27 },
              ],
            },
          );
          const { with: run } = new BothRuns(plan, number);
          for (const year of yearNumbers) {
            const cost = run.number('tourCost', 0, year);
            const stops = total(run, plan, 'tourPaid', year);
            const alone = total(run, plan, 'emptyTourPaid', year);
            expect(Math.abs(stops + alone - cost)).toBeLessThan(0.005);
            expect(
              Math.min(...run.relations.list('mobileStop').map((_, at) => run.number('tourPaid', at, year))),
            ).toBeGreaterThanOrEqual(0);
            if (alone > 0) empty += 1;
          }
        },
      ),
      { numRuns: 16, seed },
    );
    // Tours that stand nowhere at all, or where nobody lives, have been among them.
    expect(empty).toBeGreaterThan(0);
  });
});

describe('the state, for deliveries,', () => {
  it('pays at most half the net cost and at most its amount for each delivery, and nothing of small costs', () => {
    const seen = { half: 0, cap: 0, small: 0 };
    const perDelivery = 100; // kr from 2016
    fc.assert(
      fc.property(
        fc.record({
          dropsPerYear: fc.nat(104),
          costPerDrop: fc.nat(500),
          feePerDrop: fc.nat(150),
        }),
        fc.nat(100),
        fc.constantFrom<Written>({}, { openAtStart: false }),
        anyFuture,
        (delivery, per, butiken, number) => {
          const serves = { byn: { householdShare: per / 100 }, norrbyn: {} };
          const plan = planWith(
            { kind: 'homeDelivery', serves, ...delivery },
            { shops: { butiken: { turnover: 2_000_000, ...butiken } } },
          );
          const { with: run } = new BothRuns(plan, number);
          const list = run.relations.list('place');
          const stops = run.relations.list('deliveryPlace');
          for (const year of yearNumbers) {
            const nets: number[] = [];
            const counts: number[] = [];
            for (const [at, place] of list.entries()) {
              let net = run.number('withoutShopPaid', at, year);
              let drops = run.number('dropsWithoutShop', at, year);
              for (const [position, stop] of stops.entries()) {
                if (stop.parents['place'] !== place.id) continue;
                const fee = run.number('deliveryFee', position, year);
                net += Math.max(0, run.number('deliveryPaid', position, year) - fee);
                drops += run.number('placeDrops', position, year);
              }
              nets.push(net);
              counts.push(drops);
            }
            const all = nets.reduce((sum, each) => sum + each, 0);
            const least = run.number('priceBaseAmount', 0, year) / 2;
            for (const at of list.keys()) {
              const paid = run.number('hemsandningsbidragPaid', at, year);
              const [half, cap] = [(nets[at] as number) / 2, perDelivery * (counts[at] as number)];
              expect(paid).toBeLessThanOrEqual(half + 0.005);
              expect(paid).toBeLessThanOrEqual(cap + 0.005);
              if (all < least - 0.005) expect(paid).toBe(0);
              else if (all > least + 0.005) expect(Math.abs(paid - Math.min(half, cap))).toBeLessThan(0.005);
              if (paid === 0 && half > 0) seen.small += 1;
              else if (half > 0 && half < cap) seen.half += 1;
              else if (cap > 0) seen.cap += 1;
            }
          }
        },
      ),
      { numRuns: 20, seed },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
  });
});
