import type { Label } from '../api/label.ts';
import { glossary } from '../brief/glossary.ts';
import type { Language } from '../words/spoken.ts';
import type { Result, Revision } from '../work/work.tsx';
import { calculationSheet } from './calculation-sheet.ts';
import { type Cell, type NumberFormat, number, type Sheet, text } from './cells.ts';
import { words } from './words.ts';

/** What a workbook is made of. What is withheld of the result is NaN in it, or «NaN» where amounts are text. */
export type Taken = {
  readonly result: Result;
  readonly revision: Revision;
  /** Whether values were tried that are not saved. */
  readonly isChanged: boolean;
  readonly version: 'internal' | 'public';
  /** Whether the public version leaves something out. */
  readonly isWithholding: boolean;
  readonly language: Language;
};

type Words = (typeof words)['sv'];

/**
 * A result as a workbook: each calculation with live formulas, and the alternatives, series, payments, financing,
 * assumptions and glossary as numbers with their formats.
 */
export function workbook(taken: Taken): Sheet[] {
  const { result, language } = taken;
  const said = words[language] as Words;
  const spoken = (label: Label): string => label[language];
  const calculations = result.calculations.map((calculation, index) => {
    const name =
      result.calculations.length === 1
        ? said.calculation
        : `${said.calculation} ${index + 1} ${spoken(calculation.label)}`;
    return { about: said.aboutCalculation, sheet: calculationSheet(name.slice(0, 31), calculation, said, spoken) };
  });
  const parts = [
    ...calculations,
    { about: said.aboutAlternatives, sheet: alternativesSheet(taken, said, spoken) },
    { about: said.aboutSeries, sheet: seriesSheet(taken, said, spoken) },
    { about: said.aboutPayments, sheet: paymentsSheet(taken, said, spoken) },
    { about: said.aboutFinancing, sheet: financingSheet(result, said, spoken) },
    { about: said.aboutAssumptions, sheet: assumptionsSheet(taken, said, spoken) },
    { about: said.aboutGlossary, sheet: glossarySheet(language, said) },
  ];
  return [readMeSheet(taken, parts, said, spoken), ...parts.map(({ sheet }) => sheet)];
}

type Spoken = (label: Label) => string;

function readMeSheet(
  { result, revision, isChanged, version, isWithholding }: Taken,
  parts: readonly { readonly about: string; readonly sheet: Sheet }[],
  said: Words,
  spoken: Spoken,
): Sheet {
  const { certificate } = result;
  const line = (title: string, content: string): Cell[] => [text(title), text(content)];
  const status = version === 'internal' ? said.internal : isWithholding ? said.publicWithheld : said.public;
  return {
    name: said.readMe,
    widths: [34, 90],
    rows: [
      [text(said.title, 'title')],
      [text(''), text(said.whatItIs)],
      [],
      line(said.scenario, spoken(result.label)),
      line(said.revision, `${revision.scenario.slug} ${revision.number}`),
      line(said.changed, isChanged ? said.notSaved : said.saved),
      line(said.status, status),
      [],
      [text(said.certificate, 'strong')],
      line(said.engine, `Bygdekalkyl ${certificate.engine}`),
      line(said.seed, certificate.seed),
      [text(said.futures), number(certificate.futures, 'whole', said.withheld, 'left')],
      [text(said.perSet), number(certificate.futuresPerParameterSet, 'whole', said.withheld, 'left')],
      line(said.modelHash, certificate.modelHash),
      line(said.scenarioHash, certificate.scenarioHash || said.withheld),
      line(said.resultHash, certificate.resultHash || said.withheld),
      [],
      [text(said.sheets, 'strong')],
      ...parts.map(({ about, sheet }) => line(sheet.name, about)),
      [],
      [text(''), text(said.uncertainty)],
    ],
  };
}

function alternativesSheet({ result, revision, isWithholding }: Taken, said: Words, spoken: Spoken): Sheet {
  const names = namesOf(revision, spoken);
  // A party that is not named pays nothing; but even that may tell.
  const nothing = isWithholding ? Number.NaN : 0;
  const first = result.years[0] ?? 0;
  const looked = [5, 10, 15].filter((years) => years <= result.years.length);
  const parties = [
    ...new Map(
      result.alternatives.flatMap(({ overview }) => overview.costs.map(({ party, label }) => [party, label] as const)),
    ),
  ];
  const shops = [...new Set(result.alternatives.flatMap(({ survival }) => survival.nodes.map(({ shop }) => shop)))];
  const cell = (value: number | null | undefined, format: NumberFormat): Cell => number(value, format, said.withheld);
  const rows = result.alternatives.flatMap((alternative): Cell[][] => {
    const { overview } = alternative;
    // One row for each shop; what is not of a shop stands in the first.
    return (shops.length === 0 ? [undefined] : shops).map((shop, index) => {
      const course = alternative.survival.nodes.find((each) => each.shop === shop)?.years ?? [];
      const open = overview.shops.nodes.find((each) => each.shop === shop);
      const cost = (party: string) => overview.costs.find((each) => each.party === party);
      const once = (cells: Cell[]): Cell[] => (index === 0 ? cells : []);
      return [
        text(spoken(alternative.label)),
        text(alternative.isBaseline ? said.isBaseline : ''),
        text(shop === undefined ? '' : names(shop)),
        ...looked.map((years) => cell(course[years - 1]?.chance, 'percent')),
        cell(open?.yearsOpen, 'decimals'),
        ...once([
          ...parties.flatMap(([party]) => [
            cell(cost(party)?.likelySekPerYear ?? (cost(party) === undefined ? nothing : null), 'kronor'),
            cell(cost(party)?.meanSekPerYear ?? (cost(party) === undefined ? nothing : null), 'kronor'),
          ]),
          cell(overview.gain?.residents.meanSek, 'kronor'),
          cell(overview.gain?.residents.standardErrorSek, 'kronor'),
          cell(overview.gain?.society.meanSek, 'kronor'),
          cell(overview.gain?.society.standardErrorSek, 'kronor'),
          cell(overview.gain?.travelSparedKmPerYear, 'kronor'),
        ]),
      ];
    });
  });
  const titles = [
    said.alternative,
    '',
    said.shop,
    ...looked.map((years) => said.standsAfter(first + years - 1, years)),
    said.yearsOpen,
    ...parties.flatMap(([, label]) => [said.likelyCost(spoken(label)), said.meanCost(spoken(label))]),
    said.residentsGain,
    said.standardError,
    said.societyGain,
    said.standardError,
    said.kmSpared,
  ];
  return table(said.alternatives, titles, rows, [34, 14, 22]);
}

function seriesSheet({ result, revision }: Taken, said: Words, spoken: Spoken): Sheet {
  const names = namesOf(revision, spoken);
  const rows = result.alternatives.flatMap((alternative) =>
    (['people', 'customers', 'sales', 'ownerPay', 'cash'] as const)
      .flatMap((variable) => alternative[variable].nodes)
      .flatMap((series) =>
        series.years.map((year, index): Cell[] => {
          const cell = (values: readonly (number | null)[] | undefined): Cell =>
            number(values?.[index], 'decimals', said.withheld);
          const { quantiles } = series;
          return [
            text(spoken(alternative.label)),
            text(spoken(series.label)),
            text(names(series.instance)),
            text(series.unit),
            number(year, 'year', said.withheld),
            cell(series.likely),
            cell(series.mean),
            cell(quantiles?.p5),
            cell(quantiles?.p25),
            cell(quantiles?.p50),
            cell(quantiles?.p75),
            cell(quantiles?.p95),
          ];
        }),
      ),
  );
  const titles = [
    said.alternative,
    said.variable,
    said.of,
    said.unit,
    said.year,
    said.likely,
    said.mean,
    'p5',
    'p25',
    'p50',
    'p75',
    'p95',
  ];
  return table(said.series, titles, rows, [30, 30, 22, 12, 8]);
}

function paymentsSheet({ result, isWithholding }: Taken, said: Words, spoken: Spoken): Sheet {
  const bases = { cash: said.cash, cost: said.costBasis, terminal: said.terminal };
  const rows = result.alternatives.flatMap((alternative) =>
    alternative.ledger.nodes.flatMap((line) =>
      (
        [
          [said.likely, line.likelySekPerYear],
          [said.mean, line.meanSekPerYear],
        ] as const
      ).map(([measured, amounts]): Cell[] => [
        text(spoken(alternative.label)),
        text(spoken(line.label)),
        text(spoken(line.fromLabel)),
        text(spoken(line.toLabel)),
        text(line.basis.map((basis) => bases[basis]).join(', ')),
        text(measured),
        ...amounts.map((amount) => number(amount, 'kronor', said.withheld)),
      ]),
    ),
  );
  if (isWithholding && rows.length === 0) rows.push([text(said.withheld, 'soft')]);
  const titles = [
    said.alternative,
    said.what,
    said.from,
    said.to,
    said.countsIn,
    said.measured,
    ...result.years.map(String),
  ];
  return table(said.payments, titles, rows, [30, 40, 16, 16, 14, 10]);
}

function financingSheet(result: Result, said: Words, spoken: Spoken): Sheet {
  const label = (key: string): string => {
    const found = result.alternatives.find((alternative) => alternative.key === key);
    return found === undefined ? key : spoken(found.label);
  };
  const rows = result.financed.nodes.flatMap((measure) =>
    measure.years.map((year): Cell[] => {
      const cell = (value: number | null): Cell => number(value, 'kronor', said.withheld);
      return [
        text(label(measure.alternative)),
        text(spoken(measure.label)),
        number(year.year, 'year', said.withheld),
        text(year.year <= measure.agreementEnd ? said.yes : said.no),
        cell(year.costSek),
        cell(year.grantsSek),
        cell(year.promisedSek),
        cell(year.assumedSek),
        cell(year.missingSek),
      ];
    }),
  );
  const titles = [
    said.alternative,
    said.measure,
    said.year,
    said.inAgreement,
    said.financedCost,
    said.grants,
    said.promised,
    said.assumed,
    said.missing,
  ];
  return table(said.financing, titles, rows, [30, 30, 8, 12]);
}

function assumptionsSheet({ result, revision }: Taken, said: Words, spoken: Spoken): Sheet {
  const names = namesOf(revision, spoken);
  const givers = { scenario: said.byScenario, default: said.byDefault, program: said.byProgram };
  const { nodes, totalCount } = result.assumptions;
  const rows = nodes.map(({ label, instance, unit, stated, givenBy, source }): Cell[] => {
    const cell = (value: unknown): Cell =>
      typeof value === 'number' ? number(value, 'decimals', said.withheld) : undefined;
    const { low, likely, high } = spreadOf(stated);
    const isPlain = likely !== undefined;
    return [
      text(spoken(label)),
      text(names(instance)),
      text(unit),
      cell(low),
      cell(likely),
      cell(high),
      text(isPlain || stated === null || stated === undefined ? '' : JSON.stringify(stated)),
      text(givers[givenBy]),
      text(source ?? ''),
    ];
  });
  if (totalCount > nodes.length) rows.push([text(said.more(totalCount - nodes.length), 'soft')]);
  const titles = [
    said.input,
    said.of,
    said.unit,
    said.low,
    said.likelyValue,
    said.high,
    said.otherForm,
    said.givenBy,
    said.source,
  ];
  return table(said.assumptions, titles, rows, [44, 22, 16, 14, 14, 14, 22, 14, 60]);
}

function glossarySheet(language: Language, said: Words): Sheet {
  const rows = glossary.map((entry): Cell[] => [text(entry.word), text(entry[language])]);
  return table(said.glossary, [said.word, said.meaning], rows, [30, 100]);
}

/** What is stated, as a number or as low, likely and high; nothing of what is stated otherwise. */
export function spreadOf(stated: unknown): {
  readonly low?: number | undefined;
  readonly likely?: number | undefined;
  readonly high?: number | undefined;
} {
  if (typeof stated === 'number') return { likely: stated };
  if (typeof stated !== 'object' || stated === null) return {};
  const given = stated as Readonly<Record<string, unknown>>;
  const read = (name: string): number | undefined => (typeof given[name] === 'number' ? given[name] : undefined);
  return { low: read('low'), likely: read('likely') ?? read('value'), high: read('high') };
}

/** What places, shops and measures are called, by id. */
function namesOf(revision: Revision, spoken: Spoken): (id: string) => string {
  const names = new Map(
    [...revision.places, ...revision.shops, ...revision.measures].map(({ key, label }) => [key, spoken(label)]),
  );
  return (id) => names.get(id) ?? id;
}

/** A list with a heading that stays in place; titles over numbers stand to the right, as numbers do. */
function table(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Sheet {
  const isOfNumbers = titles.map((_, column) => rows.some((row) => row[column]?.kind === 'number'));
  return {
    name,
    widths: [...widths, ...titles.slice(widths.length).map(() => 16)],
    rows: [titles.map((title, column) => text(title, isOfNumbers[column] ? 'heading-right' : 'heading')), ...rows],
    frozenRows: 1,
  };
}
