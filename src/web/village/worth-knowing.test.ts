import { expect, it } from 'vitest';
import { pathOfParameter, worthKnowing } from './worth-knowing.ts';

const tree = {
  places: { by: { hinterland: {} } },
  shops: { ica: {} },
  alternatives: { a: { measures: { punkt: {}, buss: {} } } },
};
const measures = ['punkt', 'buss'].map((key) => ({
  key,
  kind: '',
  label: { sv: '', en: '' },
  host: undefined,
  alternatives: ['a'],
  paths: [`alternatives.a.measures.${key}`],
}));
const path = (parameter: string) => pathOfParameter(parameter, tree, measures, 'ica');

it('a number is entered with what it belongs to', () => {
  expect(path('trend@by')).toBe('places.by.trend');
  expect(path('trend@by.hinterland')).toBe('places.by.hinterland.trend');
  expect(path('patience@ica')).toBe('shops.ica.patience');
  expect(path('visitsEffect@punkt')).toBe('alternatives.a.measures.punkt.visitsEffect');
  expect(path('stopHours@by.hinterland>buss')).toBe('alternatives.a.measures.buss.serves.by.stopHours');
  expect(path('spend')).toBe('parameters.spend');
  expect(path('x@nowhere')).toBeUndefined();
});

it('the margin of the trade is asked of the shop until the shop has told its own', () => {
  expect(path('tradeMargin')).toBe('shops.ica.grossMargin');
  expect(pathOfParameter('tradeMargin', { shops: { ica: { grossMargin: 0.2 } } }, [], 'ica')).toBe(
    'parameters.tradeMargin',
  );
});

const label = { sv: 'x', en: 'x' };
const drivers = (variable: string, parameter: string, share: number | null, known = [parameter]) => ({
  alternative: 'a',
  variable,
  label,
  worthKnowing: known,
  byCorrelation: [{ parameter, label, isAssumption: true, ifKnown: { share, isTold: true } }],
});

it('the shop’s years come before money, each number is told once, and at most two', () => {
  const found = worthKnowing(
    [
      drivers('presentValue_society', 'spend', 0.9),
      drivers('yearsOpen', 'trend@by', 0.3),
      drivers('yearsOpen', 'tradeMargin', 0.4),
      drivers('presentValue_municipality', 'tradeMargin', 0.8),
    ],
    tree,
    measures,
    'ica',
  );
  expect(found.map((each) => [each.path, each.share])).toEqual([
    ['shops.ica.grossMargin', 0.4],
    ['places.by.trend', 0.3],
  ]);
});

it('nothing is told where nothing can be told from chance', () => {
  expect(worthKnowing([drivers('yearsOpen', 'spend', 0.2, [])], tree, measures, 'ica')).toEqual([]);
  expect(worthKnowing([drivers('yearsOpen', 'spend', null)], tree, measures, 'ica')).toEqual([]);
});
