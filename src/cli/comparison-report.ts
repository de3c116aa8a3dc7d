import type { ComparisonDocument } from '../app/compare-scenario.ts';
import { type Model, partyNames } from '../engine/compile/index.ts';
import type { Difference, LedgerSeries, Outcome, Series } from '../engine/simulate/index.ts';
import { BreakEvenReport } from './break-even-report.ts';
import { calculationReport } from './calculation-report.ts';
import { closuresReport } from './closures-report.ts';
import { driversReport } from './drivers-report.ts';
import { financedReport } from './financed-report.ts';
import { type Language, Numbers } from './numbers.ts';
import { openQuestionsReport } from './open-questions-report.ts';
import { overviewReport } from './overview-report.ts';
import { reportTexts } from './report-texts.ts';
import { statedText } from './stated-text.ts';
import { supportRulesReport } from './support-rules-report.ts';
import { heading, table } from './tables.ts';
import { watermark } from './watermark.ts';

/** Most alternatives that are told in sentences of their own. */
const mostTold = 3;

/** A comparison as a text for a terminal or a printer. */
export function comparisonReport(model: Model, document: ComparisonDocument, language: Language): string {
  return new ComparisonReport(model, document, language).write();
}

class ComparisonReport {
  private readonly model: Model;
  private readonly document: ComparisonDocument;
  private readonly language: Language;
  private readonly numbers: Numbers;
  private readonly texts: ReturnType<typeof reportTexts>;
  private readonly breakEven: BreakEvenReport;

  constructor(model: Model, document: ComparisonDocument, language: Language) {
    this.model = model;
    this.document = document;
    this.language = language;
    this.numbers = new Numbers(language);
    this.texts = reportTexts(language);
    this.breakEven = new BreakEvenReport(document, language);
  }

  write(): string {
    const { document, texts, numbers } = this;
    const { comparison, certificate } = document;
    const title = document.scenario.label[this.language];
    return [
      watermark(document.synthetic, this.language),
      title,
      '═'.repeat(title.length),
      `${comparison.start}–${comparison.start + comparison.years - 1}. ${texts.futures(numbers.set(certificate.draws), numbers.set(comparison.design.outer), numbers.set(comparison.design.inner))} «${certificate.seed}».`,
      this.inShort(),
      closuresReport(document, this.language),
      overviewReport(document, this.language),
      ...document.calculations.map((calculation) => calculationReport(calculation, this.language)),
      this.sideBySide(),
      this.survival(),
      this.whoPays(),
      this.presentValues(),
      ...document.scenario.alternatives.slice(1).map((alternative) => this.differences(alternative.id)),
      this.breakEven.write(),
      driversReport(document, this.language),
      this.endings(),
      financedReport(document, this.language),
      this.failures(),
      this.droppedOverSea(),
      openQuestionsReport(document.openQuestions, this.language),
      supportRulesReport(document, this.language),
      this.assumptions(),
      this.certificate(),
    ]
      .filter((part) => part !== '')
      .join('\n');
  }

  /** The answer first: what differs between the alternatives, how sure it is, and what it stands on. */
  private inShort(): string {
    const { comparison, scenario, assumptions } = this.document;
    const { texts, numbers, language } = this;
    const [baseline, ...others] = scenario.alternatives;
    if (baseline === undefined || others.length === 0) return '';
    const last = comparison.years - 1;
    const year = String(comparison.start + last);
    // Of many alternatives the table below tells the same, side by side.
    const lines = (others.length > mostTold ? [] : others).flatMap((alternative, index) => {
      const name = alternative.label[language];
      const found = (variable: string, instance = '') =>
        comparison.differences.find(
          (each) => each.alternative === alternative.id && each.variable === variable && each.instance === instance,
        );
      const shops = this.shownShops().map((shop) => {
        const at = (position: number) =>
          comparison.alternatives[position]?.survival.find((each) => each.shop === shop)?.years[last]?.standing;
        const tell = (position: number): string => {
          const standing = at(position);
          const range =
            standing?.range === null || standing?.range === undefined
              ? ''
              : ` (${numbers.set(standing.range.low * 100)}–${numbers.set(standing.range.high * 100)})`;
          return `${numbers.set((standing?.chance ?? Number.NaN) * 100)}${range}`;
        };
        const difference = found('standsAtEnd', shop);
        const sampling =
          difference === undefined
            ? ''
            : texts.difference(numbers.set(difference.mean * 100, 1), numbers.set(difference.standardError * 100, 1));
        return texts.stands(year, name, tell(index + 1), baseline.label[language], tell(0), sampling);
      });
      const money = found('presentValue_municipality');
      const travel = found('travelSoFar');
      return [
        ...shops,
        ...(money === undefined
          ? []
          : [
              texts.municipality(
                name,
                numbers.set(-money.mean / 1000),
                numbers.set(-money.quantiles.p95 / 1000),
                numbers.set(-money.quantiles.p5 / 1000),
              ),
            ]),
        ...(travel === undefined || travel.mean === 0
          ? []
          : [texts.travel(name, numbers.set(-travel.mean / comparison.years))]),
      ];
    });
    const unmeasured = assumptions.filter((each) =>
      ['visitsEffect', 'errandsHandled', 'errandsChained', 'turnover'].includes(each.input),
    );
    if (unmeasured.length > 0) {
      const names = unmeasured
        .map((each) => `${each.label[language].toLowerCase()} ${statedText(each.stated, numbers)}`)
        .join(', ');
      lines.push(texts.restsOn(names));
    }
    // Where an assumption decides, the value at which it does says more than a probability that rests on it.
    return [heading(texts.inShort), ...[...this.breakEven.inShort(), ...lines].map((line) => `· ${line}`)].join('\n');
  }

  private label(id: string): string {
    return this.document.scenario.alternatives.find((alternative) => alternative.id === id)?.label[this.language] ?? id;
  }

  /** First, sixth, eleventh … and last year. */
  private shownYears(): number[] {
    const { years } = this.document.comparison;
    const shown = Array.from({ length: Math.ceil(years / 5) }, (_, index) => index * 5);
    return shown.includes(years - 1) ? shown : [...shown, years - 1];
  }

  private severalShops(): boolean {
    return (this.document.comparison.alternatives[0]?.survival.length ?? 0) > 1;
  }

  /** The shops told one by one: those that host a measure; of a village without, all; of a region without, the first few. */
  private shownShops(): string[] {
    const all = this.document.comparison.alternatives[0]?.survival.map((one) => one.shop) ?? [];
    const hosts = all.filter((shop) => this.document.measures.some((measure) => measure.host === shop));
    // Of many shops the table by turnover tells more than three of them would.
    return hosts.length > 0 ? hosts : this.document.closures === null ? all.slice(0, 3) : [];
  }

  private seriesOf(alternative: number, variable: string, instance?: string): Series | undefined {
    return this.document.comparison.alternatives[alternative]?.series.find(
      (each) => each.variable === variable && (instance === undefined || each.instance === instance),
    );
  }

  private sideBySide(): string {
    const { comparison, scenario } = this.document;
    const { texts, numbers } = this;
    const shops = this.shownShops();
    const thousand = (value: number): string => numbers.set(value / 1000);
    const whole = (value: number): string => numbers.set(value);
    const fan = (series: Series | undefined, year: number, set: (value: number) => string): string => {
      if (series === undefined) return '';
      const { quantiles } = series;
      const range =
        quantiles === undefined ? '' : ` (${set(quantiles.p5[year] as number)}–${set(quantiles.p95[year] as number)})`;
      return `${set(series.likely[year] as number)}${range}`;
    };
    const block = (name: string, variable: string, set: (value: number) => string, instance?: string): string =>
      table(
        [name, ...scenario.alternatives.map((alternative) => alternative.label[this.language])],
        this.shownYears().map((year) => [
          String(comparison.start + year),
          ...scenario.alternatives.map((_, alternative) =>
            fan(this.seriesOf(alternative, variable, instance), year, set),
          ),
        ]),
      );
    const blocks = [block(texts.people, 'people', whole)];
    for (const shop of shops) {
      const name = this.severalShops() ? `, ${shop}` : '';
      blocks.push(
        block(texts.customers + name, 'customers', whole, shop),
        block(texts.sales + name, 'sales', thousand, shop),
        block(texts.ownerPay + name, 'ownerPay', thousand, shop),
        block(texts.cash + name, 'cash', thousand, shop),
      );
    }
    return [
      heading(scenario.alternatives.length === 2 ? texts.futuresSide : texts.alternativesSide),
      texts.likelyThenRange,
      ...blocks.map((each) => `\n${each}`),
    ].join('\n');
  }

  private survival(): string {
    const { comparison, scenario } = this.document;
    const { texts, numbers } = this;
    const shown = this.shownShops();
    const parts = shown.flatMap((shop) =>
      scenario.alternatives.map(({ label }, alternative) => {
        const name = this.severalShops() ? `${label[this.language]}, ${shop}` : label[this.language];
        return `\n${name}\n${table(texts.survivalHead, this.survivalRows(alternative, shop))}`;
      }),
    );
    const last = comparison.years - 1;
    const others = (comparison.alternatives[0]?.survival ?? [])
      .filter(({ shop }) => this.document.closures === null && !shown.includes(shop))
      .slice(0, 40);
    const standing = (alternative: number, shop: string): string => {
      const survival = comparison.alternatives[alternative]?.survival.find((each) => each.shop === shop);
      return numbers.set((survival?.years[last]?.standing.chance ?? Number.NaN) * 100, 1);
    };
    if (others.length > 0) {
      const head = [
        `${texts.otherShops} ${comparison.start + last}`,
        ...scenario.alternatives.map(({ label }) => label[this.language]),
      ];
      const rows = others.map(({ shop }) => [
        shop,
        ...scenario.alternatives.map((_, alternative) => standing(alternative, shop)),
      ]);
      parts.push(`\n${table(head, rows)}`);
    }
    return parts.length === 0 ? '' : [heading(texts.survival), ...parts, `\n${texts.causesNote}`].join('\n');
  }

  private survivalRows(alternative: number, shop: string): string[][] {
    const { numbers } = this;
    const survival = this.document.comparison.alternatives[alternative]?.survival.find((each) => each.shop === shop);
    if (survival === undefined) return [];
    const closed = (year: number, cause: 'insolvent' | 'gaveUp' | 'noSuccessor'): string =>
      numbers.percent(
        survival.years.slice(0, year + 1).reduce((total, each) => total + each.closures[cause], 0),
        1,
      );
    return this.shownYears().map((year) => {
      const at = survival.years[year] as (typeof survival.years)[number];
      const { chance, range, samplingError } = at.standing;
      return [
        String(at.year),
        numbers.set(chance * 100, 1),
        range === null ? '' : `${numbers.set(range.low * 100)}–${numbers.set(range.high * 100)}`,
        samplingError === null ? '' : `±${numbers.set(samplingError * 100, 1)}`,
        closed(year, 'insolvent'),
        closed(year, 'gaveUp'),
        closed(year, 'noSuccessor'),
      ];
    });
  }

  private whoPays(): string {
    const { comparison, scenario } = this.document;
    const { texts, numbers, language } = this;
    const last = comparison.years - 1;
    const parts = scenario.alternatives.map((alternative, index) => {
      const rows = (comparison.alternatives[index]?.ledger ?? [])
        .filter((line) => line.basis.includes('cash'))
        .map((line: LedgerSeries) => [
          `${partyNames[line.from][language]} → ${partyNames[line.to][language]}: ${this.model.variables.get(line.flow)?.label[language] ?? line.flow}`,
          numbers.set(line.mean[0] as number),
          numbers.set(line.mean[Math.min(9, last)] as number),
          numbers.set(line.mean[last] as number),
          numbers.set(line.mean.reduce((sum, each) => sum + each, 0) / line.mean.length),
        ]);
      return `\n${alternative.label[language]}\n${table([texts.row, texts.first, texts.tenth, texts.last, texts.average], rows)}`;
    });
    return [heading(texts.whoPays), ...parts].join('\n');
  }

  private presentValues(): string {
    const { comparison, scenario } = this.document;
    const { texts, numbers, language } = this;
    const names = [
      ...new Set(comparison.alternatives.flatMap((each) => each.outcomes.map((outcome) => outcome.variable))),
    ].filter((name) => name.startsWith('presentValue_'));
    const thousand = (value: number): string => numbers.set(value / 1000);
    const cell = (outcome: Outcome | undefined): string =>
      outcome === undefined
        ? ''
        : `${thousand(outcome.mean)} (${thousand(outcome.quantiles.p5)} – ${thousand(outcome.quantiles.p95)})`;
    const rows = names.map((name) => [
      partyNames[name.slice('presentValue_'.length) as keyof typeof partyNames][language],
      ...comparison.alternatives.map((each) => cell(each.outcomes.find((outcome) => outcome.variable === name))),
    ]);
    return [
      heading(texts.presentValues),
      table([texts.party, ...scenario.alternatives.map((alternative) => alternative.label[language])], rows),
    ].join('\n');
  }

  private differences(alternative: string): string {
    const { comparison, scenario } = this.document;
    const { texts, numbers, language } = this;
    const name = (difference: Difference): string => {
      if (difference.variable.startsWith('presentValue_')) {
        return `${texts.presentValueOf}, ${partyNames[difference.variable.slice('presentValue_'.length) as keyof typeof partyNames][language]}`;
      }
      const known =
        texts.outcomes[difference.variable] ??
        this.model.variables.get(difference.variable)?.label[language] ??
        difference.variable;
      return difference.instance === '' ? known : `${known}, ${difference.instance}`;
    };
    const rows = comparison.differences
      .filter((difference) => difference.alternative === alternative)
      .filter(
        ({ entity, instance }) =>
          this.document.closures === null || entity !== 'shop' || this.shownShops().includes(instance),
      )
      .filter((difference) => difference.mean !== 0 || difference.likely !== 0)
      .map((difference) => {
        const decimals = Math.abs(difference.mean) < 100 ? 3 : 0;
        const set = (value: number): string => numbers.set(value, decimals);
        return [
          name(difference),
          set(difference.likely),
          set(difference.mean),
          set(difference.standardError),
          set(difference.quantiles.p5),
          set(difference.quantiles.p50),
          set(difference.quantiles.p95),
          numbers.percent(difference.probabilityBetter),
          numbers.percent(difference.probabilityEqual),
        ];
      });
    const baseline = (scenario.alternatives[0] as { id: string }).id;
    return [
      heading(`${this.label(alternative)}: ${texts.differences.toLowerCase()} ${this.label(baseline).toLowerCase()}`),
      table(texts.differencesHead, rows),
    ].join('\n');
  }

  private endings(): string {
    const { comparison } = this.document;
    const { texts, numbers } = this;
    const lines: string[] = [];
    for (const each of comparison.alternatives) {
      for (const series of each.series.filter((one) => one.variable === 'costOfEndingNow')) {
        const years = this.agreementYears(each.id, series.instance);
        const label = this.measureLabel(each.id, series.instance);
        const end = Math.min(comparison.years, years) - 1;
        if (end >= 0)
          lines.push(texts.endsLine(label, String(comparison.start + end), numbers.set(series.likely[end] as number)));
        const active = each.series.find((one) => one.variable === 'measureActive' && one.instance === series.instance);
        const stopped = active === undefined ? 0 : (active.mean[0] as number) - (active.mean.at(-1) as number);
        if (stopped > 0) lines.push(texts.endsWithHost(label, numbers.percent(stopped)));
      }
    }
    return lines.length === 0 ? '' : [heading(texts.ends), ...lines].join('\n');
  }

  private agreementYears(alternative: string, measure: string): number {
    return (
      this.document.measures.find((each) => each.alternative === alternative && each.id === measure)?.agreementYears ??
      0
    );
  }

  private measureLabel(alternative: string, measure: string): string {
    return (
      this.document.measures.find((each) => each.alternative === alternative && each.id === measure)?.label[
        this.language
      ] ?? measure
    );
  }

  private failures(): string {
    const { failed } = this.document.comparison;
    if (failed.count === 0) return '';
    return [
      `\n${this.texts.failed(this.numbers.set(failed.count))}`,
      ...failed.shown.map(
        (each) =>
          `  ${each.future}: ${each.alternative}, ${each.year}, ${each.entity} ${each.instance}, ${each.variable} = ${each.value} (${each.formula})`,
      ),
    ].join('\n');
  }

  private droppedOverSea(): string {
    const { pairsDroppedOverSea } = this.document;
    return pairsDroppedOverSea === 0 ? '' : `\n${this.texts.droppedOverSea(this.numbers.set(pairsDroppedOverSea))}`;
  }

  private assumptions(): string {
    const { texts, numbers, language } = this;
    const { assumptions } = this.document;
    const shown = assumptions.slice(0, 30);
    const rows = shown.map((each) => [
      `${each.label[language]}${each.instance === '' ? '' : ` (${each.instance})`}`,
      statedText(each.stated, numbers),
      each.unit === '1' ? '' : each.unit,
      texts.givenBy[each.givenBy] ?? each.givenBy,
      each.source ?? '',
    ]);
    const rest = assumptions.length - shown.length;
    return [
      heading(texts.assumptions),
      table(texts.assumptionsHead, rows, [0, 2, 3, 4]),
      ...(rest > 0 ? [texts.more(rest)] : []),
    ].join('\n');
  }

  private certificate(): string {
    const { certificate, comparison } = this.document;
    return [
      heading(this.texts.certificate),
      `bygdekalkyl ${certificate.engine} · model ${certificate.modelHash.slice(0, 16)} · scenario ${certificate.scenarioHash.slice(0, 16)}`,
      `seed «${certificate.seed}» · draws ${certificate.draws} (${comparison.design.outer} × ${certificate.inner})`,
      `resultHash ${certificate.resultHash}`,
      this.texts.quantileNote(this.numbers.percent(comparison.quantiles.relativeError, 1)),
    ].join('\n');
  }
}
