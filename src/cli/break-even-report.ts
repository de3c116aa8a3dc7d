import type { Ahead, BreakEven, BreakEvenAnswer } from '../app/break-even.ts';
import type { ComparisonDocument } from '../app/compare-scenario.ts';
import { type Language, Numbers } from './numbers.ts';
import { statedText } from './stated-text.ts';
import { heading, table } from './tables.ts';

const swedish = {
  title: (alternative: string, baseline: string) =>
    `Vad krävs för att «${alternative}» och «${baseline}» ska väga lika?`,
  head: ['Storhet', 'troligt nu', 'söks mellan', 'utfall', 'i trolig bana'],
  onAverage: 'i genomsnitt',
  ahead: { alternative: 'bättre', baseline: 'sämre', even: 'lika', none: 'går inte' } satisfies Record<Ahead, string>,
  throughout: (alternative: string, parts: string, quantities: string) =>
    `«${alternative}» är ${parts}, vilket värde i sitt spann var och en av dessa än har: ${quantities}.`,
  nowhere: (quantities: string) => `Inget värde går att räkna med: ${quantities}.`,
  outcomes: {
    presentValue_society: 'för samhället',
    presentValue_municipality: 'för kommunen',
    presentValue_residents: 'för de boende',
    yearsOpen: 'i år med öppen butik',
  } as Record<string, string>,
  and: ' och ',
  jump: '* slår om i ett språng, som när butiken stänger ett annat år: inget värde ger just lika.',
  grid: (average: string) =>
    `Varje värde är ett eget scenario med samma framtider${average}. Spannet gås igenom i tio steg: två byten inom ett steg kan dölja varandra.`,
  averaged: (futures: string) => `; genomsnitt av ${futures}, ± medelfel`,
  follows: (shops: string) =>
    `När invånarna ändras följer angiven omsättning med (${shops}): varje invånare handlar lika mycket som förut.`,
  none: (why: string) => `Där det inte går: ${why}`,
  runs: { likely: 'i trolig bana', average: 'i genomsnitt' },
  over: 'över',
  under: 'under',
  short: (alternative: string, baseline: string, outcome: string, quantity: string, where: string, stated: string) =>
    `«${alternative}» är bättre än «${baseline}» ${outcome} när ${quantity} är ${where}. Det är ett antagande (${stated}) som avgör.`,
  shortRow: (alternative: string, outcome: string, quantity: string, row: string, stated: string) =>
    `«${alternative}» ${outcome}, beroende på ${quantity}: ${row}. Det är ett antagande (${stated}) som avgör.`,
};

const english: typeof swedish = {
  title: (alternative, baseline) => `What makes «${alternative}» and «${baseline}» even?`,
  head: ['Quantity', 'likely now', 'searched', 'outcome', 'in the likely run'],
  onAverage: 'on average',
  ahead: { alternative: 'better', baseline: 'worse', even: 'even', none: 'impossible' },
  throughout: (alternative, parts, quantities) =>
    `«${alternative}» is ${parts}, whatever value within its range each of these has: ${quantities}.`,
  nowhere: (quantities) => `No value can be computed: ${quantities}.`,
  outcomes: {
    presentValue_society: 'for society',
    presentValue_municipality: 'for the municipality',
    presentValue_residents: 'for the residents',
    yearsOpen: 'in years of open shop',
  },
  and: ' and ',
  jump: '* switches in one leap, as when the shop closes another year: no value makes them exactly even.',
  grid: (average) =>
    `Every value is a scenario of its own on the same futures${average}. The range is looked through in ten steps: two changes within one may hide each other.`,
  averaged: (futures) => `; average of ${futures}, ± standard error`,
  follows: (shops) =>
    `When the inhabitants change, stated turnover follows (${shops}): each of them buys as much as before.`,
  none: (why) => `Where it is impossible: ${why}`,
  runs: { likely: 'in the likely run', average: 'on average' },
  over: 'above',
  under: 'below',
  short: (alternative, baseline, outcome, quantity, where, stated) =>
    `«${alternative}» is better than «${baseline}» ${outcome} when ${quantity} is ${where}. That is an assumption (${stated}), and it decides.`,
  shortRow: (alternative, outcome, quantity, row, stated) =>
    `«${alternative}» ${outcome}, depending on ${quantity}: ${row}. That is an assumption (${stated}), and it decides.`,
};

/** What makes alternatives even, as a part of a report on a comparison. */
export class BreakEvenReport {
  private readonly document: ComparisonDocument;
  private readonly language: Language;
  private readonly numbers: Numbers;
  private readonly texts: typeof swedish;
  private readonly found: readonly BreakEven[];

  constructor(document: ComparisonDocument, language: Language) {
    this.document = document;
    this.language = language;
    this.numbers = new Numbers(language);
    this.texts = language === 'sv' ? swedish : english;
    this.found = document.breakEven ?? [];
  }

  /** The values that decide the answer and that nobody has measured: such lines lead a report. */
  inShort(): string[] {
    const { texts } = this;
    const { alternatives } = this.document.scenario;
    // Of many alternatives a reader wants the first thing that decides, of one or two more.
    const most = alternatives.length > 3 ? 1 : 3;
    return alternatives.flatMap(({ id }) => {
      const deciding = this.found.filter((even) => even.alternative === id && even.decisive);
      return deciding.slice(0, most).map((even) => {
        const { quantity } = even;
        const { points } = even.average ?? even.likely;
        const name = lowerFirst(this.quantityName(even));
        const outcome = this.outcomeName(even);
        const run = even.average === null ? texts.runs.likely : texts.runs.average;
        const stated = statedText(quantity.stated, this.numbers);
        const [point] = points;
        const opposite = point !== undefined && [point.before, point.after].sort().join() === 'alternative,baseline';
        if (points.length !== 1 || !opposite || point === undefined) {
          const row = `${this.row(even, even.average ?? even.likely)} (${run})`;
          return texts.shortRow(this.name(id), outcome, name, row, stated);
        }
        const side = point.after === 'alternative' ? texts.over : texts.under;
        const where = `${side} ${this.value(point.at, quantity.unit)} (${run})`;
        return texts.short(this.name(id), this.baseline(), outcome, name, where, stated);
      });
    });
  }

  write(): string {
    if (this.found.length === 0) return '';
    return this.document.scenario.alternatives
      .slice(1)
      .map(({ id }) => this.alternative(id))
      .filter((part) => part !== '')
      .join('\n');
  }

  private alternative(id: string): string {
    const { texts } = this;
    const own = this.found.filter((even) => even.alternative === id);
    if (own.length === 0) return '';
    const averaged = own.find(({ average }) => average !== null)?.average;
    const changing = own.filter(({ likely, average }) =>
      [...likely.points, ...(average?.points ?? [])].some(({ kind }) => kind !== 'edge'),
    );
    const head = averaged == null ? texts.head : [...texts.head, texts.onAverage];
    const rows = changing.map((even) => [
      this.quantityName(even),
      this.value(even.quantity.likely, even.quantity.unit),
      `${this.value(even.quantity.low, even.quantity.unit)} – ${this.value(even.quantity.high, even.quantity.unit)}`,
      this.outcomeName(even),
      this.row(even, even.likely),
      ...(even.average === null ? [] : [this.row(even, even.average)]),
    ]);
    const jumps = changing.some(({ likely, average }) =>
      [...likely.points, ...(average?.points ?? [])].some(({ kind }) => kind === 'jump'),
    );
    const followed = [...new Set(own.flatMap(({ quantity }) => quantity.followedBy))];
    const why = [...new Set(own.flatMap(({ whyNone }) => whyNone ?? []))];
    const notes = [
      ...(jumps ? [texts.jump] : []),
      texts.grid(averaged == null ? '' : texts.averaged(this.numbers.set(averaged.futures))),
      ...(followed.length > 0 ? [texts.follows(followed.join(', '))] : []),
      ...why.map((each) => texts.none(each)),
    ];
    return [
      heading(texts.title(this.name(id), this.baseline())),
      ...(rows.length === 0 ? [] : [`\n${table(head, rows, [0, 3, 4, 5])}\n`]),
      ...this.unchanging(
        id,
        own.filter((even) => !changing.includes(even)),
      ),
      ...notes,
    ].join('\n');
  }

  /** What no value in the range of a quantity changes: one sentence for all quantities of which the same is said. */
  private unchanging(alternative: string, evens: readonly BreakEven[]): string[] {
    const { texts } = this;
    const said = new Map<string, string[]>();
    for (const path of new Set(evens.map(({ quantity }) => quantity.path))) {
      const own = evens.filter(({ quantity }) => quantity.path === path);
      const parts = (['alternative', 'baseline', 'even'] as const).flatMap((ahead) => {
        const outcomes = own.filter(({ likely, average }) => throughoutOf(average ?? likely) === ahead);
        const names = outcomes.map((even) => this.outcomeName(even));
        return names.length === 0 ? [] : [`${texts.ahead[ahead]} ${names.join(texts.and)}`];
      });
      const [{ quantity } = { quantity: undefined }] = own;
      if (quantity === undefined) continue;
      const range = `${this.value(quantity.low, quantity.unit)} – ${this.value(quantity.high, quantity.unit)}`;
      const name = `${lowerFirst(this.quantityName(own[0] as BreakEven))} (${range})`;
      said.set(parts.join(', '), [...(said.get(parts.join(', ')) ?? []), name]);
    }
    return [...said].map(([parts, names]) =>
      parts === ''
        ? texts.nowhere(names.join(', '))
        : texts.throughout(this.name(alternative), parts, names.join(', ')),
    );
  }

  /** `sämre → 3,4 % → bättre`, from the lowest value of the range to its highest. */
  private row(even: BreakEven, answer: BreakEvenAnswer): string {
    const { texts } = this;
    const parts = [texts.ahead[answer.atLowest]];
    for (const { at, after, kind, standardError } of answer.points) {
      const error = standardError === null ? '' : ` ± ${this.value(standardError, even.quantity.unit, 2)}`;
      parts.push(`${this.value(at, even.quantity.unit)}${error}${kind === 'jump' ? '*' : ''}`, texts.ahead[after]);
    }
    return parts.join(' → ');
  }

  private outcomeName({ variable, instance }: BreakEven): string {
    const known = this.texts.outcomes[variable] ?? variable;
    const several = new Set(this.found.filter((each) => each.variable === variable).map((each) => each.instance));
    return several.size > 1 ? `${known} (${instance})` : known;
  }

  private quantityName({ quantity }: BreakEven): string {
    const label = quantity.label[this.language];
    const alike = this.found.filter((each) => each.quantity.label[this.language] === label);
    const several = new Set(alike.map((each) => each.quantity.path)).size > 1;
    return several || quantity.entity === 'place' ? `${label} (${quantity.instance})` : label;
  }

  /** A value with the digits that tell, three unless stated: shares as percentages. */
  private value(value: number, unit: string, digits = 3): string {
    const rounded = Number((unit === '1' ? value * 100 : value).toPrecision(digits));
    const text = this.numbers.free(rounded);
    return unit === '1' ? `${text} %` : text;
  }

  private name(alternative: string): string {
    const found = this.document.scenario.alternatives.find(({ id }) => id === alternative);
    return found?.label[this.language] ?? alternative;
  }

  private baseline(): string {
    return this.document.scenario.alternatives[0]?.label[this.language] ?? '';
  }
}

/** Who is ahead wherever anybody is, in an answer without changes. */
function throughoutOf({ atLowest, points }: BreakEvenAnswer): Ahead {
  return [atLowest, ...points.map(({ after }) => after)].find((ahead) => ahead !== 'none') ?? 'none';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
