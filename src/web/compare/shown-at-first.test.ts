import { describe, expect, it } from 'vitest';
import { alternative } from '../answer/testing/small-result.ts';
import { shownAtFirst } from './shown-at-first.ts';

const none = alternative('ingen', { isBaseline: true });
const of = (key: string) => alternative(key, { measures: [key] });
const kinds = new Map([
  ['punkt', 'servicePoint'],
  ['avtal', 'serviceAgreement'],
  ['buss', 'mobileService'],
  ['hem', 'homeDelivery'],
]);

describe('the alternatives shown at first', () => {
  it('are all where they are few', () => {
    expect(shownAtFirst([none, of('a'), of('b')], kinds)).toEqual(['ingen', 'a', 'b']);
  });

  it('are one of each usual kind and the same money, in the order of the result', () => {
    const same = alternative('samma', { isAdded: true });
    const all = [none, of('a'), of('hem'), of('buss'), of('b'), of('avtal'), of('punkt'), same];
    expect(shownAtFirst(all, kinds)).toEqual(['ingen', 'hem', 'buss', 'avtal', 'punkt', 'samma']);
  });

  it('are filled up with the first where kinds are missing', () => {
    const all = [none, of('a'), of('b'), of('c'), of('d'), of('e'), of('f')];
    expect(shownAtFirst(all, kinds)).toEqual(['ingen', 'a', 'b', 'c', 'd', 'e']);
  });
});
