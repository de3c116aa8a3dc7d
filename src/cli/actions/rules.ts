import { stringify } from 'csv-stringify/sync';
import { loadModel } from '../../app/load-model.ts';
import { modelOf } from '../../app/model-of.ts';
import { partyNames, type SupportRegime, type SupportRule, type SupportRuleValue } from '../../engine/compile/index.ts';
import { suggestion } from '../../engine/text/index.ts';
import { plainCell } from '../../places/formula-cell.ts';
import { type Language, Numbers } from '../numbers.ts';
import type { RulesOptions } from '../options.ts';
import { statusNames } from '../status-names.ts';
import { heading, table } from '../tables.ts';

type Listing = { readonly rules: readonly SupportRule[]; readonly regimes: readonly SupportRegime[] };

/**
 * Prints support rules and state aid regimes, as a text, JSON or CSV.
 *
 * @throws {RangeError} when there is no rule of a name asked for
 */
export function rules(ids: readonly string[], options: RulesOptions): void {
  const model = options.scenario === undefined ? loadModel() : modelOf(options.scenario);
  const known = [...model.rules, ...model.regimes].map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) throw new RangeError(`there is no support rule «${id}». ${suggestion(id, known)}`);
  }
  const asked = ({ id }: { readonly id: string }): boolean => ids.length === 0 || ids.includes(id);
  const listing = { rules: model.rules.filter(asked), regimes: model.regimes.filter(asked) };
  const text = options.json
    ? JSON.stringify({ format: 'bygdekalkyl/rules@1', ...listing })
    : options.csv
      ? asCsv(listing)
      : asText(listing, options.lang);
  process.stdout.write(`${text}\n`);
}

const swedish = {
  paidBy: 'Betalas av',
  soughtBy: 'Söks av',
  ofItself: 'gäller av sig själv',
  ifNamed: 'bara när åtgärden nämner den under rules',
  inForce: 'I kraft',
  from: 'från',
  to: 'till',
  after: {
    hold: 'därefter hålls värdena kvar, med en varning',
    index: 'därefter följer beloppen övriga kostnader',
    end: 'därefter inget',
  },
  condition: 'Villkor',
  amount: 'Belopp',
  cap: 'Tak',
  maxYears: 'Högst',
  deducts: 'Avdrag från taket',
  regime: 'Statsstödsregler',
  reference: 'Står i',
  head: ['Värde', 'från', '', 'enhet', 'status', 'källa'],
};

const english: typeof swedish = {
  paidBy: 'Paid by',
  soughtBy: 'Sought by',
  ofItself: 'applies of itself',
  ifNamed: 'only where the measure names it under rules',
  inForce: 'In force',
  from: 'from',
  to: 'to',
  after: {
    hold: 'then values are held, with a warning',
    index: 'then amounts follow other costs',
    end: 'then nothing',
  },
  condition: 'Condition',
  amount: 'Amount',
  cap: 'Cap',
  maxYears: 'At most',
  deducts: 'Taken from the cap',
  regime: 'State aid regime',
  reference: 'Stands in',
  head: ['Value', 'from', '', 'unit', 'status', 'source'],
};

function asText({ rules: listed, regimes }: Listing, language: Language): string {
  const texts = language === 'sv' ? swedish : english;
  const numbers = new Numbers(language);
  const values = (list: readonly SupportRuleValue[]): string =>
    table(
      texts.head,
      list.flatMap((value) =>
        value.dated.map((each, index) => [
          index === 0 ? `${value.label[language]} (${value.variable})` : '',
          each.from,
          numbers.free(each.value),
          value.unit === '1' ? '' : value.unit,
          statusNames[language][each.status],
          each.source,
        ]),
      ),
      [0, 1, 3, 4, 5],
    );
  const line = (name: string, text: string | undefined): string[] => (text === undefined ? [] : [`${name}: ${text}`]);
  const parts = listed.map((rule) =>
    [
      heading(`${rule.label[language]} (${rule.id})`),
      rule.description[language],
      ...line(texts.paidBy, partyNames[rule.payer][language]),
      ...line(
        texts.soughtBy,
        rule.soughtBy.length === 0
          ? texts.ofItself
          : `${rule.soughtBy.join(', ')}${rule.byDefault ? '' : `; ${texts.ifNamed}`}`,
      ),
      ...line(
        texts.inForce,
        [
          `${texts.from} ${rule.validFrom}`,
          ...(rule.validTo === undefined ? [] : [`${texts.to} ${rule.validTo}`]),
          `(${texts.after[rule.afterLastDate]})`,
        ].join(' '),
      ),
      ...line(texts.condition, rule.formulas.eligible),
      ...line(texts.amount, rule.formulas.amount),
      ...line(texts.cap, rule.formulas.cap),
      ...line(texts.maxYears, rule.formulas.maxYears),
      ...line(texts.deducts, rule.deducts.length === 0 ? undefined : rule.deducts.join(', ')),
      ...line(texts.regime, rule.regime),
      ...line(texts.reference, `${rule.reference} (${statusNames[language][rule.status]})`),
      ...(rule.note === undefined ? [] : [rule.note[language]]),
      ...(rule.values.length === 0 ? [] : ['', values(rule.values)]),
    ].join('\n'),
  );
  const limits = regimes.map((regime) =>
    [
      heading(`${regime.label[language]} (${regime.id})`),
      regime.description[language],
      '',
      values([regime.limit]),
    ].join('\n'),
  );
  return [...parts, ...limits].join('\n').trimStart();
}

/** One line for each dated value; a rule without any has one line all the same. */
function asCsv({ rules: listed, regimes }: Listing): string {
  const columns = [
    'format',
    'rule',
    'label',
    'payer',
    'appliesTo',
    'soughtBy',
    'byDefault',
    'validFrom',
    'validTo',
    'afterLastDate',
    'priority',
    'regime',
    'deducts',
    'reference',
    'ruleStatus',
    'value',
    'valueLabel',
    'unit',
    'from',
    'amount',
    'status',
    'source',
  ];
  const cells = (values: readonly SupportRuleValue[]): (string | number)[][] =>
    values.flatMap((value) =>
      value.dated.map((each) => [
        value.variable,
        plainCell(value.label.en),
        value.unit,
        each.from,
        each.value,
        each.status,
        plainCell(each.source),
      ]),
    );
  const none = ['', '', '', '', '', '', ''];
  const ofRules = listed.flatMap((rule) => {
    const head = [
      'bygdekalkyl/rules@1',
      rule.id,
      plainCell(rule.label.en),
      rule.payer,
      rule.context,
      rule.soughtBy.join(' '),
      rule.soughtBy.length === 0 ? '' : String(rule.byDefault),
      rule.validFrom,
      rule.validTo ?? '',
      rule.afterLastDate,
      rule.priority,
      rule.regime ?? '',
      rule.deducts.join(' '),
      plainCell(rule.reference),
      rule.status,
    ];
    const own = cells(rule.values);
    return (own.length === 0 ? [none] : own).map((value) => [...head, ...value]);
  });
  const ofRegimes = regimes.flatMap((regime) => {
    const head = [
      'bygdekalkyl/rules@1',
      regime.id,
      plainCell(regime.label.en),
      ...Array.from({ length: 12 }, () => ''),
    ];
    return cells([regime.limit]).map((value) => [...head, ...value]);
  });
  return stringify([columns, ...ofRules, ...ofRegimes]).trimEnd();
}
