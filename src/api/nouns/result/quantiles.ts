import type { Quantiles as Shape } from '../../../engine/simulate/index.ts';
import { builder } from '../../builder.ts';
import { enumOf } from '../enum-of.ts';
import { figure, yearlyFigures } from '../figure.ts';

const about = (level: string): string => `${level.slice(1)} % of futures are at or below it.`;

/** How one number spreads over futures. */
export const Quantiles = builder.objectRef<Shape<number>>('Quantiles').implement({
  description:
    'How a number spreads over futures, in its own unit: both over what nobody knows (parameters) and over luck. Between `p5` and `p95` lie nine futures of ten.',
  fields: (t) => ({
    p5: figure(t, about('p5'), ({ p5 }) => p5),
    p25: figure(t, about('p25'), ({ p25 }) => p25),
    p50: figure(t, `The median: ${about('p50')}`, ({ p50 }) => p50),
    p75: figure(t, about('p75'), ({ p75 }) => p75),
    p95: figure(t, about('p95'), ({ p95 }) => p95),
  }),
});

/** How a yearly number spreads over futures. */
export const QuantileFan = builder.objectRef<Shape<readonly number[]>>('QuantileFan').implement({
  description:
    'How a yearly number spreads over futures, in its own unit: a fan of five lines, over what nobody knows (parameters) and luck together.',
  fields: (t) => ({
    p5: yearlyFigures(t, about('p5'), ({ p5 }) => p5),
    p25: yearlyFigures(t, about('p25'), ({ p25 }) => p25),
    p50: yearlyFigures(t, about('p50'), ({ p50 }) => p50),
    p75: yearlyFigures(t, about('p75'), ({ p75 }) => p75),
    p95: yearlyFigures(t, about('p95'), ({ p95 }) => p95),
  }),
});

/** A range with two ends. */
export const Range = builder.objectRef<{ readonly low: number; readonly high: number }>('Range').implement({
  description: 'A range from low to high, in the unit of the number it belongs to.',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'Its lower end, in the unit of the number it belongs to.' }),
    high: t.exposeFloat('high', { description: 'Its upper end, in the unit of the number it belongs to.' }),
  }),
});

const QuantileMethod = enumOf('QuantileMethod', 'How quantiles are read.', {
  histogram: 'From a histogram whose relative error is bounded.',
  'type 7': 'From every future, type 7 as in R.',
});

/** How quantiles of a result were read. */
export const QuantileAccuracy = builder
  .objectRef<{
    readonly series: 'histogram';
    readonly outcomes: 'type 7' | 'histogram';
    readonly relativeError: number;
  }>('QuantileAccuracy')
  .implement({
    description: 'How the quantiles of a result were read, and how far off they may be.',
    fields: (t) => ({
      series: t.expose('series', { type: QuantileMethod, description: 'Of yearly series.' }),
      outcomes: t.expose('outcomes', { type: QuantileMethod, description: 'Of outcomes and differences.' }),
      relativeError: t.exposeFloat('relativeError', {
        description: 'Greatest relative error of a quantile read from a histogram, a share: 0.004 is 0.4 %.',
      }),
    }),
  });
