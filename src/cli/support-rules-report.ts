import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type { RuleWarning, SeriesRead, ValueInForce } from '../app/rules-in-force.ts';
import { partyNames } from '../engine/compile/index.ts';
import { type Language, Numbers } from './numbers.ts';
import { statedText } from './stated-text.ts';
import { statusNames } from './status-names.ts';
import { heading, table } from './tables.ts';

const swedish = {
  title: 'Stödregler som resultatet vilar på',
  head: ['Regel', 'betalas av', 'söks i', 'status', 'står i'],
  ofItself: 'gäller av sig själv',
  known: (year: number) => `känd till ${year}`,
  given: 'angett av scenariot',
  warnings: {
    'not-in-force': (from: number, to: number | undefined) =>
      `gäller inte något av åren: i kraft från ${from}${to === undefined ? '' : ` till ${to}`}`,
    'begins-later': (from: number) => `ger inget före ${from}`,
    ends: (to: number) => `ger inget efter ${to}`,
    held: (known: number, years: string) => `inget nyare än ${known} är känt: samma belopp antas gälla ${years}`,
    indexed: (known: number, years: string) =>
      `inget nyare än ${known} är känt: beloppen antas följa övriga kostnader ${years}`,
    assumption: (name: string, value: string) => `ANTAGANDE: ${name}, ${value}`,
  },
  all: 'Alla regler med daterade värden och källor: npm run -s cli -- rules',
};

const english: typeof swedish = {
  title: 'Support rules the result stands on',
  head: ['Rule', 'paid by', 'sought in', 'status', 'stands in'],
  ofItself: 'applies of itself',
  known: (year) => `known to ${year}`,
  given: 'given by the scenario',
  warnings: {
    'not-in-force': (from, to) => `in force in none of the years: from ${from}${to === undefined ? '' : ` to ${to}`}`,
    'begins-later': (from) => `gives nothing before ${from}`,
    ends: (to) => `gives nothing after ${to}`,
    held: (known, years) => `nothing newer than ${known} is known: the same amounts are assumed for ${years}`,
    indexed: (known, years) =>
      `nothing newer than ${known} is known: the amounts are assumed to follow other costs in ${years}`,
    assumption: (name, value) => `ASSUMPTION: ${name}, ${value}`,
  },
  all: 'All rules with dated values and sources: npm run -s cli -- rules --lang en',
};

/** The support rules a comparison stands on and what is not known of them, as a part of its report; empty without any. */
export function supportRulesReport(document: ComparisonDocument, language: Language): string {
  const { rules, regimes } = document.supportRules;
  if (rules.length === 0) return '';
  const texts = language === 'sv' ? swedish : english;
  const alternative = (id: string): string =>
    document.scenario.alternatives.find((each) => each.id === id)?.label[language] ?? id;
  const rows = rules.map((rule) => [
    rule.label[language],
    partyNames[rule.payer][language],
    rule.ofItself
      ? texts.ofItself
      : [...new Set(rule.sought.map((each) => `${alternative(each.alternative)} (${each.shop ?? each.measure})`))].join(
          ', ',
        ),
    statusNames[language][rule.status],
    rule.reference,
  ]);
  const words = new WarningWords(language);
  const lines = [
    ...rules.flatMap((rule) => [
      ...rule.warnings.map((warning) => `${rule.label[language]}: ${words.of(warning, rule.values, rule.series)}`),
      ...(rule.note === undefined ? [] : [`${rule.label[language]}: ${rule.note[language]}`]),
    ]),
    ...regimes.flatMap((regime) =>
      regime.warnings.map(
        (warning) => `${regime.label[language]}: ${words.of(warning, [regime.limit], regime.series)}`,
      ),
    ),
  ];
  return [
    heading(texts.title),
    table(texts.head, rows, [0, 1, 2, 3, 4]),
    ...(lines.length === 0 ? [] : [`\n${[...new Set(lines)].map((line) => `· ${line}`).join('\n')}`]),
    texts.all,
  ].join('\n');
}

/** What warnings say in a language. */
class WarningWords {
  private readonly language: Language;
  private readonly numbers: Numbers;

  constructor(language: Language) {
    this.language = language;
    this.numbers = new Numbers(language);
  }

  of(warning: RuleWarning, values: readonly ValueInForce[], series: readonly SeriesRead[]): string {
    const { warnings } = this.language === 'sv' ? swedish : english;
    switch (warning.kind) {
      case 'not-in-force':
        return warnings[warning.kind](warning.from, warning.to);
      case 'begins-later':
        return warnings[warning.kind](warning.from);
      case 'ends':
        return warnings[warning.kind](warning.to);
      case 'held':
      case 'indexed':
        return warnings[warning.kind](warning.known, years(warning.from, warning.to));
      case 'assumption':
        return warnings.assumption(warning.label[this.language], this.valueOf(warning.variable, values, series));
    }
  }

  private valueOf(variable: string, values: readonly ValueInForce[], series: readonly SeriesRead[]): string {
    const texts = this.language === 'sv' ? swedish : english;
    const value = values.find((each) => each.variable === variable);
    if (value === undefined) return texts.known(series.find((each) => each.variable === variable)?.known ?? Number.NaN);
    const unit = value.unit === '1' ? '' : ` ${value.unit}`;
    if (value.stated !== undefined) return `${statedText(value.stated, this.numbers)}${unit}, ${texts.given}`;
    return value.steps
      .filter((step) => step.status === 'assumption')
      .map((step) => `${this.numbers.free(step.value)}${unit} (${step.year}; ${step.source})`)
      .join(', ');
  }
}

function years(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}
