import type { Change } from '../work/changes.ts';
import type { BreakEvens, Result, Revision } from '../work/work.tsx';
import type { Told } from './dependence.ts';
import { type SecretPath, withoutSecrets } from './secrets.ts';

/** A chance told so roughly that it gives nothing away: in which quarter it lies, 0 for below 25 of a hundred. */
export type Quarter = 0 | 1 | 2 | 3;

/** What may be told to everybody. */
export type Public = {
  readonly result: Result;
  readonly revision: Revision;
  readonly changes: readonly Change[];
  readonly breakEven: BreakEvens;
  /** For each alternative and shop: in how large a part of the futures the shop stands in the last year. */
  readonly standing: ReadonlyMap<string, ReadonlyMap<string, Quarter>>;
  /** Whether anything is left out. */
  readonly isWithholding: boolean;
};

/** What stands in place of an amount that is written as text. */
const nothing = 'NaN';

/**
 * A result as everybody may read it: without what is secret, and without everything that reveals it.
 *
 * The model, the other inputs and the seed are open, and a result can be repeated to the last bit. Whoever has one exact
 * figure that depends on the secret can therefore find the secret, by trying values until that figure comes out. So:
 *
 * - A figure is told only if no way in the model leads to it from anything secret (`toldBeside`). Sums over payments, such as
 *   what a party pays in an average year, present values and differences between alternatives, are computed from everything
 *   and are withheld as soon as anything is. So are break-even points, what drives a difference, and whether a measure is
 *   financed.
 * - Calculations stay, to the krona: they are reckoned on the measure alone, at stated prices. One that itself holds
 *   something secret is withheld as a whole.
 * - Chances of survival in whole of a hundred would narrow a turnover to within a per cent or so, and several of them
 *   further. They are told only as quarters, for the last year.
 * - The certificate's checksums of scenario and result are withheld: with everything else known, whoever tries one turnover
 *   after the other sees from a checksum which is right.
 * - What was stated of a secret goes with its notes and sources, and any text that repeats one of its figures is withheld.
 *
 * Withheld numbers are NaN, and «NaN» where amounts are text, so that no figure can be forgotten: what is not a number is
 * written as secret.
 *
 * @param figures - of what is secret, to find them in texts
 */
export function withhold(
  given: {
    readonly result: Result;
    readonly revision: Revision;
    readonly changes: readonly Change[];
    readonly breakEven: BreakEvens | undefined;
  },
  paths: readonly SecretPath[],
  figures: readonly number[],
  told: Told,
): Public {
  const { result, revision, changes, breakEven = [] } = given;
  const standing = new Map(
    result.alternatives.map(({ key, survival }) => [
      key,
      new Map(survival.nodes.map(({ shop, years }) => [shop, quarterOf(years.at(-1)?.chance ?? 0)])),
    ]),
  );
  if (paths.length === 0) return { result, revision, changes, breakEven, standing, isWithholding: false };
  const withoutTexts = <T>(value: T): T => withoutFigures(value, figures) as T;
  return {
    result: withoutTexts(openResult(result, revision, paths, told)),
    revision: withoutTexts({
      ...revision,
      file: '',
      files: [],
      places: revision.places.map((each) => ({ ...each, stated: withoutSecrets(each.stated) })),
      shops: revision.shops.map((each) => ({ ...each, stated: withoutSecrets(each.stated) })),
      measures: revision.measures.map((each) => ({ ...each, stated: withoutSecrets(each.stated) })),
    }),
    changes: withoutTexts(changes.map(({ path, value }) => ({ path, value: withoutSecrets(value) }))),
    breakEven: [],
    standing,
    isWithholding: true,
  };
}

/** In which quarter a chance lies. */
export function quarterOf(chance: number): Quarter {
  return Math.min(3, Math.floor(4 * chance)) as Quarter;
}

function openResult(result: Result, revision: Revision, paths: readonly SecretPath[], told: Told): Result {
  const hidden = <T extends number | null>(_: T): number => Number.NaN;
  const row = (values: readonly (number | null)[]): number[] => values.map(hidden);
  type Yearly = Result['alternatives'][number]['sales'];
  const series = (all: Yearly): Yearly => ({
    ...all,
    nodes: all.nodes.map((each) =>
      told(each.variable, each.instance)
        ? each
        : {
            ...each,
            likely: row(each.likely),
            mean: row(each.mean),
            quantiles: each.quantiles && {
              p5: row(each.quantiles.p5),
              p25: row(each.quantiles.p25),
              p50: row(each.quantiles.p50),
              p75: row(each.quantiles.p75),
              p95: row(each.quantiles.p95),
            },
          },
    ),
  });
  const isSecretInput = (input: string, instance: string): boolean =>
    paths.some((path) => {
      const parts = path.split('.');
      return parts.at(-1) === input && (instance === '' || parts[0] === 'parameters' || parts.includes(instance));
    });
  return {
    ...result,
    certificate: { ...result.certificate, resultHash: '', scenarioHash: '' },
    failed: { count: Number.NaN },
    alternatives: result.alternatives.map((alternative) => ({
      ...alternative,
      overview: {
        costs: alternative.overview.costs.map((cost) => ({
          ...cost,
          meanSekPerYear: Number.NaN,
          likelySekPerYear: Number.NaN,
        })),
        gain: alternative.overview.gain && {
          residents: { meanSek: Number.NaN, standardErrorSek: Number.NaN },
          society: { meanSek: Number.NaN, standardErrorSek: Number.NaN },
          travelSparedKmPerYear: told('travelSoFar', '') ? alternative.overview.gain.travelSparedKmPerYear : Number.NaN,
        },
        shops: {
          ...alternative.overview.shops,
          nodes: alternative.overview.shops.nodes.map(({ shop, chance, yearsOpen }) => ({
            shop,
            chance: told('standsAtEnd', shop) ? chance : Number.NaN,
            yearsOpen: told('yearsOpen', shop) ? yearsOpen : Number.NaN,
          })),
        },
        withoutShop: {
          municipalitySekPerYear: Number.NaN,
          residentsSekPerYear: Number.NaN,
          stateSekPerYear: Number.NaN,
        },
      },
      survival: {
        ...alternative.survival,
        nodes: alternative.survival.nodes.map((course) =>
          told('standsAtEnd', course.shop)
            ? course
            : {
                ...course,
                years: course.years.map(({ year }) => ({
                  year,
                  chance: Number.NaN,
                  samplingError: Number.NaN,
                  range: null,
                  interval: { low: Number.NaN, high: Number.NaN },
                  // A year of closing would tell; so none is.
                  standsInLikelyFuture: true,
                  closures: { gaveUp: Number.NaN, insolvent: Number.NaN, noSuccessor: Number.NaN },
                })),
              },
        ),
      },
      people: series(alternative.people),
      customers: series(alternative.customers),
      sales: series(alternative.sales),
      ownerPay: series(alternative.ownerPay),
      cash: series(alternative.cash),
      ledger: { ...alternative.ledger, nodes: [] },
      presentValues: { ...alternative.presentValues, nodes: [] },
    })),
    differences: { ...result.differences, nodes: [] },
    closures: null,
    drivers: null,
    calculations: result.calculations.map((calculation) => {
      const { key, measure, label } = calculation;
      const isSecret = paths.some((path) => {
        const parts = path.split('.');
        return (
          parts[0] === 'parameters' ||
          (parts[0] === 'calculations' && parts[1] === key) ||
          (['measures', 'alternatives'].includes(parts[0] as string) && parts.includes(measure))
        );
      });
      return isSecret
        ? {
            key,
            label,
            about: null,
            measure,
            investmentSek: nothing,
            years: [],
            items: [],
            financing: [],
            running: [],
            views: [],
          }
        : calculation;
    }),
    financed: {
      ...result.financed,
      nodes: result.financed.nodes.map((measure) => ({
        ...measure,
        firstYearNotCovered: null,
        isThroughAgreement: false,
        // Every year, since those in which the measure goes on would tell when the shop closes.
        years: result.years.map((year) => ({
          year,
          costSek: Number.NaN,
          grantsSek: Number.NaN,
          promisedSek: Number.NaN,
          assumedSek: Number.NaN,
          missingSek: Number.NaN,
        })),
      })),
    },
    sameMoney: result.sameMoney && {
      ...result.sameMoney,
      byYear: result.sameMoney.byYear.map(({ year }) => ({ year, supportSek: Number.NaN })),
    },
    openQuestions: result.openQuestions.map((question) => {
      const at = question.at ?? '';
      const isSecret = paths.some((path) => path === at || path.startsWith(`${at}.`) || at.startsWith(`${path}.`));
      return isSecret ? { ...question, stated: null, assumed: null } : question;
    }),
    assumptions: {
      ...result.assumptions,
      nodes: result.assumptions.nodes.map((assumption) =>
        isSecretInput(assumption.input, assumption.instance) || holdsPath(revision, assumption, paths)
          ? { ...assumption, stated: null, source: null }
          : assumption,
      ),
    },
  };
}

/** Whether an assumption belongs to a part of a measure that is secret, such as one of its investments. */
function holdsPath(
  { measures }: Revision,
  { entity, instance }: Result['assumptions']['nodes'][number],
  paths: readonly SecretPath[],
): boolean {
  if (!['tranche', 'runningLine'].includes(entity)) return false;
  const measure = measures.find(({ key }) => instance === key || instance.startsWith(`${key}/`));
  return measure !== undefined && paths.some((path) => path.split('.').includes(measure.key));
}

/** Texts that repeat a figure of what is secret, however it is grouped, are left out; so are numbers equal to one. */
function withoutFigures(value: unknown, figures: readonly number[]): unknown {
  // Few digits stand in many texts for other reasons, and give nothing away.
  const digits = figures
    .map((figure) => String(Math.abs(figure)).replace(/\D/g, ''))
    .filter(({ length }) => length > 3);
  const clean = (each: unknown): unknown => {
    if (typeof each === 'string') {
      const only = each.replace(/(\d)[\s\u00a0\u202f.,’']+(?=\d)/g, '$1');
      return digits.some((figure) => only.includes(figure)) ? '' : each;
    }
    if (typeof each === 'number') return figures.includes(each) && each > 999 ? Number.NaN : each;
    if (Array.isArray(each)) return each.map(clean);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inside]) => [key, clean(inside)]));
  };
  return digits.length === 0 ? value : clean(value);
}
