import type { ComparisonDocument } from '../../../app/compare-scenario.ts';
import { builder } from '../../builder.ts';
import { Calculation } from '../calculation.ts';
import { Label } from '../label.ts';
import { counted, pageOf } from '../list-connection.ts';
import { GivenBy } from '../status.ts';
import { Alternative } from './alternative.ts';
import { Assumption } from './assumption.ts';
import { BreakEven } from './break-even.ts';
import { Certificate } from './certificate.ts';
import { Closures } from './closures.ts';
import { Difference } from './difference.ts';
import { DifferenceDrivers } from './drivers.ts';
import { FailedFutures } from './failure.ts';
import { Financed } from './financed.ts';
import { OpenQuestion } from './open-question.ts';
import { QuantileAccuracy } from './quantiles.ts';
import { RulesInForce } from './rules-in-force.ts';
import { SameMoney } from './same-money.ts';
import { SyntheticInputs } from './synthetic.ts';

/** Everything a comparison says. */
export const Result = builder.objectRef<ComparisonDocument>('Result');

Result.implement({
  description:
    'Everything a comparison says. Two kinds of uncertainty are told apart: quantiles and ranges are about the world (what nobody knows, and luck); standard errors and 95 % intervals are about sampling, from having computed so many futures and no more.',
  fields: (t) => ({
    certificate: t.expose('certificate', { type: Certificate, description: 'What makes the result repeatable.' }),
    scenario: t.string({ description: "The scenario's own id.", resolve: ({ scenario }) => scenario.id }),
    label: t.field({
      type: Label,
      description: 'What the scenario is called.',
      resolve: ({ scenario }) => scenario.label,
    }),
    years: t.intList({
      description: 'The calendar years of the horizon.',
      resolve: ({ comparison: { start, years } }) => Array.from({ length: years }, (_, year) => start + year),
    }),
    alternatives: t.field({
      type: [Alternative],
      description: 'What is compared; the first is the baseline.',
      resolve: (document) => document.comparison.alternatives.map((_, index) => ({ document, index })),
    }),
    alternative: t.field({
      type: Alternative,
      nullable: true,
      description: 'One alternative; null where there is none of that key.',
      args: { key: t.arg.string({ required: true, description: 'Its id in the scenario.' }) },
      resolve: (document, { key }) => {
        const index = document.scenario.alternatives.findIndex((each) => each.id === key);
        return index < 0 ? null : { document, index };
      },
    }),
    differences: t.connection(
      {
        type: Difference,
        description: 'What each alternative changes against the baseline, outcome by outcome.',
        args: {
          alternative: t.arg.string({ description: 'Only this alternative.' }),
          variable: t.arg.string({ description: 'Only this variable of the model.' }),
          instance: t.arg.string({ description: 'Only of this place, shop or measure, by its id in the scenario.' }),
        },
        resolve: ({ comparison }, { alternative, variable, instance, ...page }) =>
          pageOf(
            comparison.differences.filter(
              (each) =>
                (alternative == null || each.alternative === alternative) &&
                (variable == null || each.variable === variable) &&
                (instance == null || each.instance === instance),
            ),
            page,
          ),
      },
      ...counted,
    ),
    difference: t.field({
      type: Difference,
      nullable: true,
      description: 'What one alternative changes in one outcome; null where it is not told.',
      args: {
        alternative: t.arg.string({ required: true, description: 'Id of the alternative.' }),
        variable: t.arg.string({
          required: true,
          description: 'Variable of the model, such as presentValue_municipality or yearsOpen.',
        }),
        instance: t.arg.string({
          required: true,
          defaultValue: '',
          description: 'Id of the place, shop or measure; empty for the scenario as a whole.',
        }),
      },
      resolve: ({ comparison }, { alternative, variable, instance }) =>
        comparison.differences.find(
          (each) => each.alternative === alternative && each.variable === variable && each.instance === instance,
        ) ?? null,
    }),
    calculations: t.expose('calculations', {
      type: [Calculation],
      description: 'The calculations the scenario sets out to the öre, such as an estimate and a final account.',
    }),
    calculation: t.field({
      type: Calculation,
      nullable: true,
      description: 'One calculation; null where there is none of that key.',
      args: { key: t.arg.string({ required: true, description: 'Its id in the scenario.' }) },
      resolve: ({ calculations }, { key }) => calculations.find((each) => each.id === key) ?? null,
    }),
    breakEven: t.expose('breakEven', {
      type: [BreakEven],
      nullable: true,
      description: 'What value of a quantity makes alternatives even; null where it was not asked.',
    }),
    drivers: t.expose('drivers', {
      type: [DifferenceDrivers],
      nullable: true,
      description: 'What drives the differences; null where single futures were too many to be kept.',
    }),
    sameMoney: t.expose('sameMoney', {
      type: SameMoney,
      nullable: true,
      description: 'The alternative added by itself, which gives the shop what another costs; null where none is.',
    }),
    financed: t.connection(
      {
        type: Financed,
        description: 'Whether somebody has promised what each measure with an agreement costs, year by year.',
        args: { alternative: t.arg.string({ description: 'Only measures of this alternative.' }) },
        resolve: ({ financed }, { alternative, ...page }) =>
          pageOf(
            financed.filter((each) => alternative == null || each.alternative === alternative),
            page,
          ),
      },
      ...counted,
    ),
    openQuestions: t.expose('openQuestions', {
      type: [OpenQuestion],
      description: 'What nobody has told yet, and what the scenario does meanwhile.',
    }),
    supportRules: t.expose('supportRules', {
      type: RulesInForce,
      description: 'The support rules the result stands on.',
    }),
    assumptions: t.connection(
      {
        type: Assumption,
        description: 'What the result stands on that nobody has measured: what the scenario states first.',
        args: { givenBy: t.arg({ type: GivenBy, description: 'Only those given by the scenario, or by defaults.' }) },
        resolve: ({ assumptions }, { givenBy, ...page }) =>
          pageOf(
            assumptions.filter((each) => givenBy == null || each.givenBy === givenBy),
            page,
          ),
      },
      ...counted,
    ),
    synthetic: t.expose('synthetic', {
      type: SyntheticInputs,
      nullable: true,
      description: 'How much of the scenario is made up; null when nothing is. Show it wherever the result is shown.',
    }),
    closures: t.expose('closures', {
      type: [Closures],
      nullable: true,
      description: 'How many shops close a year, by turnover; null with 20 shops and fewer.',
    }),
    failed: t.field({
      type: FailedFutures,
      description: 'Futures left out of every average.',
      resolve: ({ comparison }) => comparison.failed,
    }),
    quantileAccuracy: t.field({
      type: QuantileAccuracy,
      description: 'How quantiles were read, and how far off they may be.',
      resolve: ({ comparison }) => comparison.quantiles,
    }),
    pairsDroppedOverSea: t.exposeInt('pairsDroppedOverSea', {
      description: 'Pairs of a place and a shop, town or service point left out, since there is sea between them.',
    }),
  }),
});
