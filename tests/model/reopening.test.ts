import { describe, expect, it } from 'vitest';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import { compareHere } from '../determinism/compare-here.ts';

/** A village whose shop is closed; with `late`, one whose shop closes for want of a successor in 2018 and is opened again. */
const closed = (late = false) => ({
  id: 'stangd',
  label: 'Stängd butik',
  start: 2016,
  years: 8,
  seed: 'stangd',
  sameMoney: false,
  parameters: { successionBase: 0, successionSlope: 0, exitRate: 0 },
  places: { by: { inhabitants: 900, lat: 63, lon: 15 } },
  towns: { stad: { inhabitants: 5000, lat: 63.2, lon: 15.3 } },
  shops: { handel: { place: 'by', ...(late ? { openingOwnerAge: 65 } : { openAtStart: false }) } },
  alternatives: {
    none: {},
    again: {
      measures: { oppna: { kind: 'reopenShop', host: 'handel', start: late ? 2021 : 2018, startCapital: 600_000 } },
    },
  },
});

const standing = (late: boolean, alternative: number): number[] =>
  compareHere(closed(late), futureDesign(64)).alternatives[alternative]?.survival[0]?.years.map(
    (year) => year.standing.chance,
  ) as number[];

describe('a shop that is closed at the start', () => {
  it('stands in no year while nobody opens it', () => {
    expect(standing(false, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('stands from the year in which it is opened', () => {
    expect(standing(false, 1).slice(0, 3)).toEqual([0, 0, 1]);
  });
});

describe('a shop that closes and is opened again', () => {
  it('is told to have stood, to have been closed, and to stand again', () => {
    // the owner is 65 in 2016, leaves at 67 in 2018, when it is open for the last time, and nobody succeeds
    expect(standing(true, 0)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(standing(true, 1).slice(0, 6)).toEqual([1, 1, 0, 0, 0, 1]);
  });
});
