import type { z } from 'zod';
import { formulaLimits } from '../engine/compile/formula.ts';
import {
  builtins,
  forms,
  type ModelText,
  operators,
  parties,
  partyNames,
  scalarFunctions,
} from '../engine/compile/index.ts';
import {
  contributionSchema,
  flowSchema,
  inputSchema,
  type ModelFile,
  modelFileSchema,
  regimeSchema,
  ruleContextSchema,
  ruleSchema,
  tableSchema,
  variableSchema,
} from '../engine/compile/model-file.ts';
import { baseUnits } from '../units/unit.ts';
import { code, plainText, tableLines } from './markdown.ts';

/**
 * The reference of the formula language as Markdown: how a formula file is written, and every word of the language, from
 * the tables the compiler itself reads.
 */
export function languageReference(): string {
  return [intro, ...vocabulary(), ...fileFields(), ...examples()].join('\n');
}

/** Formula files of the reference: a model by itself, and a measure that joins the shipped model. Both pass every check. */
export const exampleFiles: { readonly alone: ModelText; readonly measure: ModelText } = {
  alone: {
    file: 'village-hall.yaml',
    text: `section: village-hall
order: 1
title: { sv: Bygdegården, en: The village hall }
about:
  sv: Varje bygdegårds kassa, år för år.
  en: The cash of each village hall, year by year.
source: "Föreningarnas bokslut 2023"

entities:
  hall:
    label: { sv: bygdegård, en: village hall }

inputs:
  members: { entity: hall, unit: person, minimum: 0, label: { sv: Medlemmar, en: Members } }
  heating: { entity: hall, unit: SEK/year, minimum: 0, label: { sv: Värme i startårets priser, en: Heating in start-year prices } }
  fee:
    entity: future
    unit: SEK/person/year
    minimum: 0
    default: { low: 100, likely: 150, high: 250, status: assumption }
    label: { sv: Medlemsavgift, en: Membership fee }
  heatingGrowth:
    entity: future
    unit: 1/year
    default: { value: 0.03, status: assumption }
    label: { sv: Ökning av värmekostnaden, en: Growth of the cost of heating }

variables:
  fees: { entity: hall, unit: SEK/year, formula: "members * fee", label: { sv: Avgifter, en: Fees } }
  heatingCost:
    entity: hall
    unit: SEK/year
    formula: "heating * pow(1 + heatingGrowth * step, yearIndex)"
    label: { sv: Årets värmekostnad, en: This year's cost of heating }
  hallCash:
    entity: hall
    unit: SEK
    opening: 0
    formula: "previous(hallCash) + (fees - heatingCost) * step"
    output: fan
    label: { sv: Kassa vid årets slut, en: Cash at the end of the year }
  hallsInDebt:
    entity: future
    unit: 1
    formula: "sum(hall, hallCash < 0 ? 1 : 0)"
    output: mean
    outcome: true
    label: { sv: Bygdegårdar med tom kassa, en: Halls without cash }

flows:
  - { id: feesPaid, entity: hall, from: residents, to: association, kind: transfer, basis: [cash], amount: fees, label: { sv: Medlemsavgifter, en: Membership fees } }
  - { id: hallHeating, entity: hall, from: association, to: resource, kind: resource, basis: [cash], amount: heatingCost, label: { sv: Värme, en: Heating } }
`,
  },
  measure: {
    file: 'parcel-point.yaml',
    text: `section: parcel-point
order: 20
title: { sv: Paketombud, en: Parcel point }
about:
  sv: Kommunen betalar butiken för att lämna ut paket, och den som hämtar handlar något mer.
  en: The municipality pays the shop to hand out parcels, and those who fetch them buy a little more.
source: "Kommunens förslag till avtal"

entities:
  parcelPoint:
    label: { sv: paketombud, en: parcel point }
    perAlternative: true
    parents: { measure: { entity: measure } }

inputs:
  parcelFee:
    entity: parcelPoint
    unit: SEK/year
    minimum: 0
    index: otherCosts
    default: { value: 24000, priceYear: 2023, status: assumption }
    label: { sv: Ersättning för paket, en: Payment for parcels }
  parcelVisits:
    entity: parcelPoint
    unit: 1
    minimum: 0
    maximum: 0.2
    default: { low: 0, likely: 0.01, high: 0.03, status: assumption }
    label: { sv: Ökad attraktion, en: Gain in attraction }

contributions:
  parcelIncome:
    to: hostingCompensation
    from: parcelPoint
    formula: "measureActive ? parcelFee * costIndex : 0"
    label: { sv: Ersättning för paket, en: Payment for parcels }
  parcelAttraction:
    to: visitEffect
    from: parcelPoint
    formula: "measureActive ? 1 + parcelVisits : 1"
    label: { sv: Paketens verkan på attraktionen, en: Effect of parcels on attraction }

flows:
  - id: parcelsPaid
    entity: parcelPoint
    from: municipality
    to: shop
    kind: transfer
    basis: [cash, cost]
    amount: "measureActive ? related(shop, isOpen ? costIndex : 0, 0) * parcelFee : 0"
    label: { sv: Ersättning för paket, en: Payment for parcels }
`,
  },
};

const intro = `<!-- Generated from the compiler's own tables by \`npm run generate\`. Change src/app/language-reference.ts or src/engine/compile/language.ts, not this. -->

# The formula language

The model is formula files: YAML, one file for each section. [model.md](model.md) is the shipped model set as a document
(in English: [model.en.md](model.en.md)). This page is for whoever reads a formula closely, changes one or adds a measure.

A formula is one expression, such as \`grossMargin * sales\`. It concerns one thing of one kind, its *entity*, and one year.
It has no memory but \`previous\`, no loops and no side effects. Everything is checked before anything runs, and all problems of
all files are reported at once, each with file, line and what to do.

## How a formula is written

- Names hold letters and digits and begin with a small letter. Inputs, variables, flows, tables and entities share one name
  space; the words of this page cannot be names.
- Numbers are written with a decimal point. \`true\` and \`false\` are truth values.
- A multiplication is written out: \`2 * x\`, not \`2x\`.
- From loosest to tightest: \`? :\`, \`or\`, \`and\`, comparisons, \`+ -\`, \`* /\`, sign and \`not\`, \`^\`. So \`not a == b\` is
  \`(not a) == b\`: write the brackets. Comparisons are not chained: write \`a < b and b < c\`.
- \`condition ? x : y\` is x where the condition holds, y elsewhere. Cases in a row read from the left:
  \`a ? x : (b ? y : z)\`. Both branches are computed and one is taken, so a division by zero in the other does no harm.
- There are no texts, lists, indexes, assignments, units or functions of one's own in a formula.

## Units and dimensions

Every input and variable states its unit: base units with \`*\` and \`/\`, for instance \`SEK/person/year\`. A share, a factor or an
index is \`1\`; a truth value is \`boolean\`. Nothing is converted: kilometres are kilometres everywhere, a price level belongs to
\`priceYear\`, not to the unit.

| Where | Rule |
|---|---|
| \`+\` \`-\`, comparisons, \`min\`, \`max\`, \`clamp\`, the branches of \`? :\`, what is given for «otherwise» | all parts in one unit |
| \`*\` \`/\` | exponents are added and subtracted |
| \`^\`, \`pow\` | the exponent has no unit; a base with a unit needs a literal exponent: \`distance ^ 2\` |
| \`sqrt\` | halves the exponents |
| \`exp\`, \`log\`, the point at which a table is read, \`product\` | numbers without a unit |
| \`abs\`, \`floor\`, \`round\`, \`sum\`, \`previous\`, \`related\` | keep the unit |
| the literal \`0\` | has every unit; any other literal has none: an amount is an input with a source |
| a truth value | mixes with no number. Count with \`sum(shop, isOpen ? 1 : 0)\` |
| formula and variable | the unit the formula gives is the unit the variable states |

A *flow* is so much a year, a *stock* is so much. \`step\` (one year) turns one into the other, and the check finds where it
is missing: \`previous(cash) + result * step\`.

Base units: ${baseUnits.map(code).join(', ')}.

## Entities and scope

An entity is a kind of thing: a place, a shop, a pair of both, a measure. \`future\` is the future as a whole; there is one of it.
An entity may belong to others by *roles* (\`parents\`): a measure belongs to the shop that hosts it, by the role \`host\`.

A formula of an entity sees

- the variables of its own entity, and of \`future\`;
- the variables of what it belongs to, directly or by several steps: a tranche sees its measure. Two ways equally short are an
  error;
- where what it belongs to may be missing (\`optional\`), only through \`related(entity, x, otherwise)\`;
- the variables of what belongs to *it*, only gathered: \`sum\`, \`product\`, \`least\`, \`greatest\`. From \`future\` a gathering runs over
  all there are.

A gathering inside a gathering is refused: give the inner one a name. Order is part of the definition: entities are gathered in
order of their ids, so that the same scenario gives the same bits on every machine.

## Years: previous and opening

A name is this year's value. \`previous(x)\` is the value of x at the end of the year before; in the first year it is x's
\`opening\`, which x must have. An opening stands before the first year, so it may use inputs and openings, but nothing that has a
value for each year.

## Order and cycles

Formulas stand in any order and in any file; the compiler finds the order from what needs what. Formulas that need each other in
the same year are an error that names the whole circle: let one of them use \`previous\`. A variable that nothing reported needs is not
computed.

## Levels

The compiler finds how often a value can change, and computes it no more often than that:

| Level | What | Computed |
|---|---|---|
| static | inputs that are plain numbers, and what needs only such | once for the plan |
| dated | inputs stated by year | once for the plan, for each year |
| once | uncertain inputs, and what needs them but no year | once for each future |
| yearly | what needs the year, \`previous\`, a random number of the year or a solver | each year |

What belongs to measures, or needs something that does, is computed for each alternative; everything else once for all of them.

## Inputs

An input is a number a scenario states. With a \`default\` it may be left out; then the default's status says how far it is known:
\`found\`, \`derived\`, \`assumption\`, \`synthetic\`. A value is a plain number, a value with its source, low / likely / high (PERT), a named
distribution, \`byYear\`, or \`unknown\`, which keeps the default's range. An amount with an \`index\` is carried from its \`priceYear\` to the start year by that table. An uncertain
value is drawn for each entity by itself, or, with \`drawn: shared\`, once for all.

A variable that is \`statable\` has a formula that a scenario may replace by a number. For a statable \`x\` there are two more names:
\`xGiven\` (whether it is stated) and \`xStated\` (the number).

## Random numbers

\`draw: normal\` (mean 0, standard deviation 1) or \`draw: uniform\` (0 to 1) gives a new number for each entity and year. It depends on
the seed, the \`stream\`, the entity's id, the future, the year and the \`lane\`, and on nothing else: all alternatives meet the same
luck, and a shop more or less moves no other number. In a likely run a normal draw is 0, a uniform
one 0.5, and \`chanceEvents\` is false.

## Contributions, flows and the ledger

A variable that \`collects\` has no formula of its own: it adds or multiplies what \`contributions\` of this and other files bring, in order of
their ids; 0 or 1 without any. So a measure changes a shop without the shop's file knowing of it.

A *flow* is a row of the ledger: an amount in SEK a year from one party to another. Its id is also a variable, its \`amount\` the
formula. \`from\` and \`to\` are a party, or the name of a party attribute of the entity (\`parties\`), such as \`payer\`, which the scenario
fills in. \`kind\` is \`transfer\` (money changes hands) or \`resource\` (work, goods, travel or time is used up; then one side is \`resource\`).
\`basis\` says where the row counts: \`cash\` in liquidity and present value, \`cost\` in yearly calculations, \`terminal\` in present value
only.
`;

/** Kinds of word, each a chapter. */
function vocabulary(): string[] {
  return [
    '## Operators',
    '',
    ...tableLines(Object.values(operators), [
      { title: 'Operator', cell: ({ symbol, arity }) => code(arity === 1 ? `${symbol} x` : `x ${symbol} y`) },
      { title: 'What it is', cell: ({ about }) => plainText(about) },
    ]),
    '',
    '## Functions',
    '',
    'Every argument is an expression.',
    '',
    ...tableLines(Object.entries(scalarFunctions), [
      { title: 'Function', cell: ([name]) => code(name) },
      { title: 'Arguments', cell: ([, { least, most }]) => (least === most ? String(least) : `${least} to ${most}`) },
      { title: 'What it is', cell: ([, { about }]) => callText(about) },
    ]),
    '',
    '## Forms',
    '',
    'The first argument is a name: of a variable, an entity or a table.',
    '',
    ...tableLines(Object.entries(forms), [
      { title: 'Form', cell: ([name]) => code(name) },
      { title: 'What it is', cell: ([, { about }]) => callText(about) },
    ]),
    '',
    '## Built-in names',
    '',
    ...tableLines(Object.entries(builtins), [
      { title: 'Name', cell: ([name]) => code(name) },
      { title: 'Unit', cell: ([, { unit }]) => code(unit) },
      { title: 'What it is', cell: ([, { about }]) => plainText(about) },
    ]),
    '',
    '## Parties',
    '',
    ...tableLines(parties, [
      { title: 'Name', cell: (party) => code(party) },
      { title: 'Party', cell: (party) => partyNames[party].en },
    ]),
    '',
    '## Limits',
    '',
    'A formula is one thought. These limits on one written formula are far above that, and stop only what would exhaust the machine.',
    '',
    ...tableLines(Object.entries(limitTexts) as [keyof typeof formulaLimits, string][], [
      { title: 'What', cell: ([, text]) => text },
      { title: 'At most', cell: ([name]) => String(formulaLimits[name]), right: true },
    ]),
    '',
  ];
}

const limitTexts: Readonly<Record<keyof typeof formulaLimits, string>> = {
  characters: 'characters',
  brackets: 'brackets within brackets',
  nodes: 'names, numbers and operations together',
  depth: 'operations within operations',
};

/** The text of a word of the language; where it begins with a call, as in «clamp(x, low, high): x kept …», that is code. */
function callText(about: string): string {
  const [, call, rest] = /^(\w+\([^)]*\)): (.*)$/.exec(about) ?? [];
  return call === undefined || rest === undefined ? plainText(about) : `${code(call)}: ${plainText(rest)}`;
}

type Texts<Fields> = { readonly [Key in keyof Required<Fields>]: string };
type Entry<Part extends keyof ModelFile> =
  NonNullable<ModelFile[Part]> extends Record<string, infer Each> ? Each : never;

const fileTexts: Texts<ModelFile> = {
  section: 'id of the section',
  order: 'where the section stands among the others',
  title: 'in both languages',
  about: 'in both languages',
  source: 'of everything in the file that names no source itself',
  entities:
    'kinds of thing the file adds, by name: `label`, `description`, `parents` by role, `parties`, `perAlternative`; for a kind of measure `sites`, `hostNeeds` and `opensHost`, for its places `pairs`',
  inputs: 'by name',
  variables: 'by name',
  contributions: 'by id',
  flows: 'a list',
  tables: 'by name',
  ruleContexts: 'what support rules may apply to, by name',
  regimes: 'limits on all support to one receiver over three years, by name',
  rules: 'support rules, by id',
};

const inputTexts: Texts<Entry<'inputs'>> = {
  entity: 'what it concerns',
  unit: 'its unit',
  label: 'in both languages',
  description: 'in both languages; the label by default',
  source: "where it comes from; the file's by default",
  default: 'without one the scenario must state it',
  drawn: 'whether an uncertain value is drawn for each entity or once for all: `each` (by default) or `shared`',
  index: 'the table that carries an amount from its price year to the start year',
  minimum: 'least value allowed',
  maximum: 'greatest value allowed',
  whole: 'whether only whole numbers are allowed',
  field: 'what a scenario calls it; its own name by default',
  internal: 'whether the program fills it in, not a scenario',
};

const variableTexts: Texts<Entry<'variables'>> = {
  entity: 'what it concerns',
  unit: 'its unit',
  label: 'in both languages',
  description: 'in both languages; the label by default',
  source: "where the rule comes from; the file's by default",
  formula: 'one of `formula`, `draw`, `solved` and `collects` must stand',
  opening: 'a formula for the value before the first year',
  draw: 'a random number each year: `normal` or `uniform`',
  stream: 'what its random numbers are named for; its own name by default',
  lane: 'which of the numbers of a stream, from 0',
  solved: 'the solver that finds it',
  collects: 'gathers contributions: `sum`, `product` or `greatest`',
  statable: 'whether a scenario may state a value instead',
  minimum: 'least value a scenario may state',
  maximum: 'greatest value a scenario may state',
  index: 'as for an input, for a stated amount',
  output: 'reported each year: `fan` with its spread, `mean` as an average',
  outcome: 'whether its value in the last year is kept for every future',
  round: '`ore`: rounded to the öre where money is stated, not simulated',
};

const contributionTexts: Texts<Entry<'contributions'>> = {
  to: 'the variable that collects it',
  from: 'the entity it is gathered over; it must belong to the entity of that variable',
  formula: 'what each of them contributes',
  label: 'in both languages',
};

const flowTexts: Texts<NonNullable<ModelFile['flows']>[number]> = {
  id: 'its name, also as a variable',
  entity: 'what it concerns',
  from: 'a party, or a party attribute of the entity',
  to: 'likewise',
  kind: '`transfer` or `resource`',
  basis: 'a list of `cash`, `cost`, `terminal`',
  amount: 'a formula in SEK/year',
  label: 'in both languages',
  source: "the file's by default",
};

const tableTexts: Texts<Entry<'tables'>> = {
  label: 'in both languages',
  description: 'in both languages; the label by default',
  source: "the file's by default",
  unit: 'unit of its values',
  status: '`found`, `derived`, `assumption` or `synthetic`',
  stepwise: 'whether each value holds until the next one, read at whole years',
  points: 'value by year, or by another number',
};

const ruleTexts: Texts<Entry<'rules'>> = {
  label: 'in both languages',
  description: 'in both languages',
  payer: 'the party that pays',
  appliesTo: 'a context: what it is tried for, and which names its formulas may use',
  soughtBy: 'kinds of measure that seek it; without any it applies of itself, where the context allows',
  byDefault: 'whether such a measure seeks it without naming it under `rules`; true unless stated',
  validFrom: 'a date; the rule counts from the year on whose last day it is in force',
  validTo: 'a date, where an end is known',
  afterLastDate: 'after `validTo`: `hold` (by default, with a warning), `index` with other costs, or `end`',
  priority: 'rules of one context are decided from the lowest number up',
  regime: 'the state aid regime whose room it takes',
  deducts: "rules whose grants of the same year are taken from this rule's cap",
  reference: 'the statute, decision or page it is taken from',
  status: '`found`, `derived`, `assumption` or `synthetic`',
  note: 'in both languages: what is not known of it',
  values: 'amounts and limits by name: `unit`, `label`, and `dated` values with `from`, `value`, `status`, `source`',
  eligible: 'a formula: who may have it',
  amount: 'a formula in SEK/year: what it comes to before caps',
  cap: 'a formula in SEK/year: the most it may be',
  maxYears: 'a formula in years: for how long in all; the last part of a year counts in part',
};

const contextTexts: Texts<Entry<'ruleContexts'>> = {
  entity: 'whom a rule is tried for',
  label: 'in both languages',
  order: 'contexts of lower order are decided first',
  receiver: 'the party that is paid',
  when: 'a formula: what must hold for anything to be granted',
  grants: 'the collecting variable that takes what is granted',
  limit: 'a formula: what all rules of the context may come to together',
  counted: 'a formula: whether what is granted is also used',
  delayed: 'a formula: whether it is paid the year after',
  ofItself: 'whether rules may apply without any measure seeking them',
  names: 'the names a rule may use, besides its own values',
};

const regimeTexts: Texts<Entry<'regimes'>> = {
  label: 'in both languages',
  description: 'in both languages; the label by default',
  entity: 'whose support is added up',
  limit: 'dated values in EUR: the greatest sum over three years',
  rate: 'the variable with the price of a euro',
};

/** What a file and its parts may hold; which fields are required is asked of the schema itself. */
function fileFields(): string[] {
  const part = (title: string, schema: z.ZodObject, texts: Readonly<Record<string, string>>): string[] => [
    `### ${title}`,
    '',
    ...tableLines(Object.entries(texts), [
      { title: 'Field', cell: ([name]) => code(name) },
      {
        title: 'Required',
        cell: ([name]) => ((schema.shape[name] as z.ZodType).safeParse(undefined).success ? '' : 'yes'),
      },
      { title: 'What stands there', cell: ([, text]) => text },
    ]),
    '',
  ];
  return [
    '## What a file holds',
    '',
    ...part('The file', modelFileSchema, fileTexts),
    ...part('An input', inputSchema, inputTexts),
    ...part('A variable', variableSchema, variableTexts),
    ...part('A contribution', contributionSchema, contributionTexts),
    ...part('A flow', flowSchema, flowTexts),
    ...part('A support rule', ruleSchema, ruleTexts),
    ...part('What rules apply to', ruleContextSchema, contextTexts),
    ...part('A state aid regime', regimeSchema, regimeTexts),
    ...part('A table', tableSchema, tableTexts),
  ];
}

function examples(): string[] {
  const file = ({ file: name, text }: ModelText): string[] => [
    `\`${name}\`:`,
    '',
    '```yaml',
    text.trimEnd(),
    '```',
    '',
  ];
  return [
    '## Two examples',
    '',
    'A model by itself: halls, their cash, a count over all of them, and two rows of the ledger.',
    '',
    ...file(exampleFiles.alone),
    'A measure that joins the shipped model. An entity that belongs to `measure` alone is a kind of measure a scenario may name.',
    'It gives the shop income and attraction through variables that collect, and sets the payment in the ledger.',
    '',
    ...file(exampleFiles.measure),
  ];
}
