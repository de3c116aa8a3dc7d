import fc from 'fast-check';
import type { Instance, Instances, PlannedValue, Solver, SolverSignature } from '../../src/engine/compile/index.ts';
import type { Distribution } from '../../src/engine/random/index.ts';

/**
 * Random models and plans for the back ends to agree on. Everything is drawn as plain data in which names are only numbers
 * («the 7th of what can be seen from here»); writing it down gives them a meaning. So any part can be left out while a
 * failing model is made smaller, and what is left still makes sense.
 */
export type RandomPlan = {
  readonly model: RandomModel;
  readonly counts: { readonly place: number; readonly shop: number };
  /** Place of each shop; beyond the number of places: none. */
  readonly shopPlaces: readonly number[];
  /** Which pairs of place and shop there are. */
  readonly pairs: readonly boolean[];
  readonly alternatives: readonly {
    /** Host of each measure; beyond the number of shops: none. */
    readonly hosts: readonly number[];
    /** Measure of each part, counted round. */
    readonly parts: readonly number[];
  }[];
  readonly years: number;
  readonly startYear: number;
};

export type RandomModel = {
  readonly inputs: readonly InputSpec[];
  readonly flags: readonly FlagSpec[];
  readonly draws: readonly DrawSpec[];
  readonly tables: readonly (readonly number[])[];
  readonly variables: readonly VariableSpec[];
  readonly solved: { readonly at: number; readonly need: NumberTree } | undefined;
};

const entities = ['future', 'place', 'shop', 'pair', 'measure', 'part'] as const;
type EntityName = (typeof entities)[number];

type InputSpec = {
  readonly entity: EntityName;
  /** How each instance has it, in turn; one of them for all, or several in a mixture. */
  readonly kinds: readonly ('constant' | 'yearly' | 'uniform' | 'pert')[];
  readonly shared: boolean;
  readonly values: readonly number[];
};
type FlagSpec = { readonly entity: EntityName; readonly values: readonly boolean[] };
type DrawSpec = {
  readonly entity: EntityName;
  readonly draw: 'normal' | 'uniform';
  readonly stream: number;
  readonly lane: number;
};
type VariableSpec = {
  readonly entity: EntityName;
  readonly kind: 'number' | 'truth' | 'sum' | 'product';
  readonly number: NumberTree;
  readonly truth: TruthTree;
  readonly opening: { readonly number: NumberTree; readonly truth: TruthTree } | undefined;
  /** What each instance states instead of the formula, in turn; all undefined: not statable. */
  readonly stated: readonly (number | undefined)[];
  readonly output: boolean;
  /** Whether a variable that is computed once for the plan is reported by way of another. */
  readonly shown: boolean;
};

type NumberTree =
  | { readonly t: 'number'; readonly value: number }
  | { readonly t: 'name' | 'previous'; readonly pick: number }
  | { readonly t: 'builtin'; readonly word: string }
  | { readonly t: 'call'; readonly shape: string; readonly parts: readonly NumberTree[] }
  | { readonly t: 'choice'; readonly condition: TruthTree; readonly parts: readonly NumberTree[] }
  | { readonly t: 'gather'; readonly fn: string; readonly pick: number; readonly parts: readonly NumberTree[] }
  | { readonly t: 'related'; readonly pick: number; readonly parts: readonly NumberTree[] }
  | { readonly t: 'table'; readonly pick: number; readonly parts: readonly NumberTree[] };
type TruthTree =
  | { readonly t: 'truth'; readonly value: boolean }
  | { readonly t: 'name' | 'previous'; readonly pick: number }
  | { readonly t: 'builtin'; readonly word: string }
  | { readonly t: 'compare'; readonly shape: string; readonly parts: readonly NumberTree[] }
  | { readonly t: 'call'; readonly shape: string; readonly parts: readonly TruthTree[] }
  | { readonly t: 'choice'; readonly condition: TruthTree; readonly parts: readonly TruthTree[] }
  | { readonly t: 'related'; readonly pick: number; readonly parts: readonly TruthTree[] };

/** Names at A, B and C. Most keep numbers in bounds, since a NaN hides what comes after it; some do not. */
const numberShapes = [
  'A + B',
  'A - B',
  'A * B',
  'A / (abs(B) + 0.5)',
  'A / (B + 1 - 1)',
  '-A',
  '+A',
  '(abs(A) + 0.1) ^ min(B, 3)',
  'A ^ 2',
  'min(A, B)',
  'max(A, B)',
  'min(A, B, C)',
  'max(C, B, A)',
  'clamp(A, -50, 50)',
  'clamp(A, B, C)',
  'abs(A)',
  'floor(A)',
  'round(A)',
  'exp(min(A, 4))',
  'log(abs(A) + 0.5)',
  'log(A)',
  'pow(abs(A) + 0.2, clamp(B, -4, 4))',
  'pow(A, B)',
  'sqrt(abs(A))',
  'sqrt(A)',
  '(A + B) * C - A',
];
const compareShapes = ['A < B', 'A <= B', 'A > B', 'A >= B', 'A == B', 'A != B', 'floor(A) == floor(B)', 'A == A'];
const truthShapes = ['A and B', 'A or B', 'not A', 'A and (B or not A)', '(not A) or B'];

const values = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -40, max: 40 }).map((n) => n / 4) },
  { weight: 2, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, 2, 1e9, 1e-9) },
);

/** How large models are, and of what kind. */
export type ModelSize = {
  readonly least: number;
  readonly most: number;
  /** Of a formula: operations within operations. */
  readonly depth: number;
  /**
   * Left out: variables of any entity. Otherwise all are of one and few are reported, so that as many as can be are in one
   * loop and only there: each year, or once for the plan.
   */
  readonly oneLoop?: 'yearly' | 'static';
};

function trees({ depth, oneLoop }: ModelSize): { number: fc.Arbitrary<NumberTree>; truth: fc.Arbitrary<TruthTree> } {
  // In a long chain each variable needs some of the newest, so that none is left out.
  const pick = fc.nat(oneLoop === undefined ? 999 : 12);
  const unlessOneLoop = (weight: number): number => (oneLoop === undefined ? weight : 0);
  const unlessStatic = (weight: number): number => (oneLoop === 'static' ? 0 : weight);
  return fc.letrec<{ number: NumberTree; truth: TruthTree }>((tie) => {
    const three = fc.tuple(tie('number'), tie('number'), tie('number'));
    const twoTruths = fc.tuple(tie('truth'), tie('truth'));
    return {
      number: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'tree', withCrossShrink: true },
        { weight: 6, arbitrary: fc.record({ t: fc.constant('name'), pick }) },
        { weight: 1, arbitrary: fc.record({ t: fc.constant('number'), value: values }) },
        { weight: unlessStatic(2), arbitrary: fc.record({ t: fc.constant('previous'), pick }) },
        {
          weight: unlessStatic(1),
          arbitrary: fc.record({
            t: fc.constant('builtin'),
            word: fc.constantFrom('yearIndex', 'calendarYear / 2000'),
          }),
        },
        {
          weight: 8,
          arbitrary: fc.record({ t: fc.constant('call'), shape: fc.constantFrom(...numberShapes), parts: three }),
        },
        { weight: 3, arbitrary: fc.record({ t: fc.constant('choice'), condition: tie('truth'), parts: three }) },
        {
          weight: unlessOneLoop(4),
          arbitrary: fc.record({
            t: fc.constant('gather'),
            fn: fc.constantFrom('sum', 'product', 'least', 'greatest'),
            pick,
            parts: three,
          }),
        },
        { weight: unlessOneLoop(3), arbitrary: fc.record({ t: fc.constant('related'), pick, parts: three }) },
        { weight: 1, arbitrary: fc.record({ t: fc.constant('table'), pick, parts: three }) },
      ) as fc.Arbitrary<NumberTree>,
      truth: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'tree', withCrossShrink: true },
        { weight: 4, arbitrary: fc.record({ t: fc.constant('name'), pick }) },
        { weight: 1, arbitrary: fc.record({ t: fc.constant('truth'), value: fc.boolean() }) },
        { weight: unlessStatic(2), arbitrary: fc.record({ t: fc.constant('previous'), pick }) },
        {
          weight: unlessStatic(1),
          arbitrary: fc.record({
            t: fc.constant('builtin'),
            word: fc.constantFrom('isFirstYear', 'isLastYear', 'chanceEvents'),
          }),
        },
        {
          weight: 5,
          arbitrary: fc.record({ t: fc.constant('compare'), shape: fc.constantFrom(...compareShapes), parts: three }),
        },
        {
          weight: 4,
          arbitrary: fc.record({ t: fc.constant('call'), shape: fc.constantFrom(...truthShapes), parts: twoTruths }),
        },
        { weight: 1, arbitrary: fc.record({ t: fc.constant('choice'), condition: tie('truth'), parts: twoTruths }) },
        { weight: unlessOneLoop(1), arbitrary: fc.record({ t: fc.constant('related'), pick, parts: twoTruths }) },
      ) as fc.Arbitrary<TruthTree>,
    };
  });
}

/** Random plans with models of a size. */
export function randomPlans(size: ModelSize): fc.Arbitrary<RandomPlan> {
  const { oneLoop } = size;
  const { number, truth } = trees(size);
  const any = fc.constantFrom(...entities);
  const some = <T>(each: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
    fc.array(each, { minLength, maxLength, size: 'max' });
  /** There, so many times as often as not. */
  const sometimes = <T>(arbitrary: fc.Arbitrary<T>, odds: number) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 4 * odds, arbitrary });
  const kind =
    oneLoop === 'static' ? fc.constant('constant') : fc.constantFrom('constant', 'yearly', 'uniform', 'pert');
  return fc.record({
    model: fc.record({
      inputs: some(
        fc.record({
          entity: any,
          kinds: fc.oneof(
            fc.tuple(kind),
            fc.tuple(fc.constant('constant' as const), kind),
            fc.tuple(kind, kind),
          ) as fc.Arbitrary<InputSpec['kinds']>,
          shared: fc.boolean(),
          values: some(values, 1, 5),
        }),
        6,
        12,
      ),
      flags: some(fc.record({ entity: any, values: some(fc.boolean(), 1, 2) }), 2, 6),
      draws: some(
        fc.record({ entity: any, draw: fc.constantFrom('normal', 'uniform'), stream: fc.nat(2), lane: fc.nat(3) }),
        0,
        oneLoop === 'static' ? 0 : 4,
      ),
      tables: some(some(values, 1, 4), 1, 2),
      variables: some(
        fc.record({
          entity: oneLoop === undefined ? any : fc.constant('shop'),
          kind: fc.oneof(
            { weight: 6, arbitrary: fc.constant('number') },
            { weight: 3, arbitrary: fc.constant('truth') },
            { weight: oneLoop === undefined ? 1 : 0, arbitrary: fc.constantFrom('sum', 'product') },
          ),
          number,
          truth,
          opening:
            oneLoop === 'static'
              ? fc.constant(undefined)
              : sometimes(fc.record({ number, truth }), oneLoop === undefined ? 2 : 1 / 4),
          stated: fc.oneof(
            { weight: 3, arbitrary: fc.constant([undefined]) },
            { weight: 1, arbitrary: some(sometimes(values, 1), 1, 3) },
          ),
          output:
            oneLoop === 'static' ? fc.constant(false) : fc.nat(oneLoop === undefined ? 2 : 39).map((n) => n === 0),
          shown: oneLoop === undefined ? fc.boolean() : fc.constant(false),
        }),
        size.least,
        size.most,
      ),
      solved: sometimes(fc.record({ at: fc.nat(20), need: number }), oneLoop === 'static' ? 0 : 1),
    }),
    counts: fc.record({ place: fc.integer({ min: 2, max: 4 }), shop: fc.integer({ min: 1, max: 4 }) }),
    shopPlaces: some(fc.nat(5), 4, 4),
    pairs: some(fc.boolean(), 16, 16),
    alternatives: some(fc.record({ hosts: some(fc.nat(5), 0, 3), parts: some(fc.nat(5), 0, 4) }), 2, 3),
    years: fc.integer({ min: 1, max: 5 }),
    startYear: fc.integer({ min: 2000, max: 2050 }),
  }) as fc.Arbitrary<RandomPlan>;
}

/** What can be named without more ado from an entity, and what is added inside a gathering from another. */
const seen: Record<EntityName, readonly EntityName[]> = {
  future: ['future'],
  place: ['place', 'future'],
  shop: ['shop', 'future'],
  pair: ['pair', 'place', 'shop', 'future'],
  measure: ['measure', 'future'],
  part: ['part', 'measure', 'future'],
};
const assured: Partial<Record<`${EntityName} from ${EntityName}`, readonly EntityName[]>> = {
  'shop from place': ['place'],
  'measure from shop': ['shop'],
  'measure from place': ['place', 'shop'],
  'part from shop': ['shop'],
  'part from place': ['place', 'shop'],
};
const gathered: Record<EntityName, readonly EntityName[]> = {
  future: ['place', 'shop', 'pair', 'measure', 'part'],
  place: ['shop', 'pair', 'measure', 'part'],
  shop: ['pair', 'measure', 'part'],
  pair: [],
  measure: ['part'],
  part: [],
};
const related: Record<EntityName, readonly EntityName[]> = {
  future: [],
  place: ['place'],
  shop: ['place', 'shop'],
  pair: ['place', 'shop'],
  measure: ['shop', 'place'],
  part: ['measure', 'shop', 'place'],
};

type Symbol = {
  readonly name: string;
  readonly entity: EntityName;
  readonly truth: boolean;
  readonly yearly: boolean;
  readonly lucky: boolean;
};
type Where = {
  readonly entity: EntityName;
  readonly visible: readonly EntityName[];
  readonly insideGather: boolean;
  /** An opening stands before the first year; what a solver needs is the same whatever the luck. */
  readonly may: 'anything' | 'opening' | 'need';
};

/** Writes formulas down: every number in the trees becomes a name that exists. */
class Writer {
  readonly symbols: Symbol[] = [];
  readonly states: Symbol[] = [];
  tables = 0;
  /** Whether what was written since it was last cleared has a value for each year, or needs luck. */
  yearly = false;
  lucky = false;

  formula(
    tree: NumberTree | TruthTree,
    truth: boolean,
    entity: EntityName,
    may: Where['may'],
    from?: EntityName,
  ): string {
    this.yearly = false;
    this.lucky = false;
    const where = { entity, visible: visibleFrom(entity, from), insideGather: from !== undefined, may };
    return truth ? this.truth(tree as TruthTree, where) : this.number(tree as NumberTree, where);
  }

  private number(tree: NumberTree, where: Where): string {
    const down = (part: NumberTree | undefined): string => this.number(part as NumberTree, where);
    switch (tree.t) {
      case 'number':
        return plain(tree.value);
      case 'name':
      case 'previous':
        return this.name(tree, false, where) ?? plain((tree.pick % 9) - 3);
      case 'builtin':
        return this.builtin(tree.word, where) ?? '1.5';
      case 'call':
        return filled(tree.shape, tree.parts.map(down));
      case 'choice':
        return `(${this.truth(tree.condition, where)} ? ${down(tree.parts[0])} : ${down(tree.parts[1])})`;
      case 'table':
        return `interpolate(table${tree.pick % this.tables}, ${down(tree.parts[0])})`;
      case 'related': {
        const of = related[where.entity];
        if (of.length === 0) return down(tree.parts[0]);
        const entity = of[tree.pick % of.length] as EntityName;
        const body = this.number(tree.parts[0] as NumberTree, { ...where, entity, visible: visibleFrom(entity) });
        return `related(${entity}, ${body}, ${down(tree.parts[1])})`;
      }
      case 'gather': {
        const of = gathered[where.entity];
        if (of.length === 0 || where.insideGather) return down(tree.parts[0]);
        const entity = of[tree.pick % of.length] as EntityName;
        const inner = { ...where, entity, visible: visibleFrom(entity, where.entity), insideGather: true };
        const body = this.number(tree.parts[0] as NumberTree, inner);
        return `${tree.fn}(${entity}, ${body}${tree.fn === 'sum' || tree.fn === 'product' ? '' : `, ${down(tree.parts[1])}`})`;
      }
    }
  }

  private truth(tree: TruthTree, where: Where): string {
    const down = (part: TruthTree | undefined): string => this.truth(part as TruthTree, where);
    switch (tree.t) {
      case 'truth':
        return String(tree.value);
      case 'name':
      case 'previous':
        return this.name(tree, true, where) ?? String(tree.pick % 2 === 0);
      case 'builtin':
        return this.builtin(tree.word, where) ?? 'true';
      case 'compare':
        return `(${filled(
          tree.shape,
          tree.parts.map((part) => this.number(part, where)),
        )})`;
      case 'call':
        return `(${filled(tree.shape, tree.parts.map(down))})`;
      case 'choice':
        return `(${this.truth(tree.condition, where)} ? ${down(tree.parts[0])} : ${down(tree.parts[1])})`;
      case 'related': {
        const of = related[where.entity];
        if (of.length === 0) return down(tree.parts[0]);
        const entity = of[tree.pick % of.length] as EntityName;
        const body = this.truth(tree.parts[0] as TruthTree, { ...where, entity, visible: visibleFrom(entity) });
        return `related(${entity}, ${body}, ${down(tree.parts[1])})`;
      }
    }
  }

  private builtin(word: string, where: Where): string | undefined {
    if (word !== 'chanceEvents') {
      if (where.may === 'opening') return undefined;
      this.yearly = true;
    }
    return word;
  }

  private name(
    tree: { readonly t: 'name' | 'previous'; readonly pick: number },
    truth: boolean,
    where: Where,
  ): string | undefined {
    const previous = tree.t === 'previous';
    if (previous && where.may !== 'anything') return undefined;
    const known = (previous ? this.states : this.symbols).filter(
      (symbol) =>
        symbol.truth === truth &&
        where.visible.includes(symbol.entity) &&
        (where.may !== 'opening' || !symbol.yearly) &&
        (where.may !== 'need' || !symbol.lucky),
    );
    if (known.length === 0) return undefined;
    // Counted from the newest, so that long chains of needs are common.
    const symbol = known[known.length - 1 - (tree.pick % known.length)] as Symbol;
    if (previous || symbol.yearly) this.yearly = true;
    if (previous || symbol.lucky) this.lucky = true;
    return previous ? `previous(${symbol.name})` : symbol.name;
  }
}

function visibleFrom(entity: EntityName, from?: EntityName): readonly EntityName[] {
  return [...seen[entity], ...(from === undefined ? [] : (assured[`${entity} from ${from}`] ?? []))];
}

function filled(shape: string, parts: readonly string[]): string {
  return `(${shape.replace(/\b[ABC]\b/g, (letter) => `(${parts['ABC'.indexOf(letter)]})`)})`;
}

function plain(value: number): string {
  return value < 0 ? `(-${-value})` : String(value);
}

const label = { sv: 's', en: 'e' };

/** The model's one solver: what it finds is worked out from what it needs, and shows which shop and place it was for. */
export const randomSolver: readonly [SolverSignature, Solver] = [
  { needs: ['need'], gives: ['foundShop', 'foundPlace'] },
  ({ relations, read, write }) => {
    for (let at = 0; at < relations.count('shop'); at += 1) write('foundShop', at, read('need', at) / 2 + at);
    for (let at = 0; at < relations.count('place'); at += 1) write('foundPlace', at, read('need', 0) * 3 - at);
  },
];

/** Sets a random plan's model as the text of a formula file (JSON is YAML). */
export function writeModel(spec: RandomModel): string {
  const writer = new Writer();
  const inputs: Record<string, object> = {};
  const variables: Record<string, object> = {};
  const contributions: Record<string, object> = {};
  const common = (entity: EntityName, unit = '1') => ({ entity, unit, label });
  const see = (name: string, entity: EntityName, truth = false, yearly = false, lucky = false): void => {
    writer.symbols.push({ name, entity, truth, yearly, lucky });
  };
  writer.tables = spec.tables.length;
  for (const [at, input] of spec.inputs.entries()) {
    inputs[`in${at}`] = { ...common(input.entity), drawn: input.shared ? 'shared' : 'each' };
    see(`in${at}`, input.entity);
  }
  for (const [at, flag] of spec.flags.entries()) {
    inputs[`flag${at}`] = common(flag.entity, 'boolean');
    see(`flag${at}`, flag.entity, true);
  }
  for (const [at, draw] of spec.draws.entries()) {
    variables[`luck${at}`] = {
      ...common(draw.entity),
      draw: draw.draw,
      stream: `stream${draw.stream}`,
      lane: draw.lane,
    };
    see(`luck${at}`, draw.entity, false, true, true);
  }
  const truthOf = ({ kind }: VariableSpec): boolean => kind === 'truth';
  for (const [at, variable] of spec.variables.entries()) {
    if (variable.opening === undefined) continue;
    writer.states.push({
      name: `v${at}`,
      entity: variable.entity,
      truth: truthOf(variable),
      yearly: true,
      lucky: true,
    });
  }
  for (const [at, variable] of spec.variables.entries()) {
    if (spec.solved !== undefined && at === spec.solved.at % spec.variables.length) {
      variables['need'] = { ...common('shop'), formula: writer.formula(spec.solved.need, false, 'shop', 'need') };
      variables['foundShop'] = { ...common('shop'), solved: 'solver' };
      variables['foundPlace'] = { ...common('place'), solved: 'solver' };
      // What an opening may not use: a solver runs within the first year.
      see('foundShop', 'shop', false, true);
      see('foundPlace', 'place', false, true);
    }
    const name = `v${at}`;
    const { entity } = variable;
    const truth = truthOf(variable);
    const unit = truth ? 'boolean' : '1';
    const written: Record<string, unknown> = { ...common(entity, unit) };
    if (variable.opening !== undefined) {
      written['opening'] = writer.formula(
        truth ? variable.opening.truth : variable.opening.number,
        truth,
        entity,
        'opening',
      );
    }
    let [yearly, lucky] = [false, false];
    const from = gathered[entity][at % Math.max(1, gathered[entity].length)];
    if ((variable.kind === 'sum' || variable.kind === 'product') && from !== undefined) {
      written['collects'] = variable.kind;
      for (const [letter, tree] of [variable.number, variable.opening?.number].entries()) {
        if (tree === undefined) continue;
        contributions[`part${letter}of${at}`] = {
          to: name,
          from,
          formula: writer.formula(tree, false, from, 'anything', entity),
          label,
        };
        yearly ||= writer.yearly;
        lucky ||= writer.lucky;
      }
    } else {
      written['formula'] = writer.formula(truth ? variable.truth : variable.number, truth, entity, 'anything');
      yearly = writer.yearly;
      lucky = writer.lucky;
    }
    if (variable.stated.some((value) => value !== undefined)) written['statable'] = true;
    if (variable.output || at === spec.variables.length - 1) written['output'] = 'mean';
    variables[name] = written;
    see(name, entity, truth, yearly, lucky);
    // Shows in a column of futures what is otherwise computed once for the plan and kept out of sight.
    if (variable.shown && !variable.output && !yearly) {
      variables[`shown${at}`] = {
        ...common(entity, unit),
        formula: truth ? `isFirstYear or ${name}` : `${name} + yearIndex`,
        output: 'mean',
      };
    }
  }
  return JSON.stringify({
    section: 'random',
    order: 1,
    title: label,
    about: label,
    source: 'random',
    entities: {
      place: { label },
      shop: { label, parents: { place: { entity: 'place', optional: true } } },
      pair: { label, parents: { place: { entity: 'place' }, shop: { entity: 'shop' } } },
      measure: { label, perAlternative: true, parents: { host: { entity: 'shop', optional: true } } },
      part: { label, perAlternative: true, parents: { measure: { entity: 'measure' } } },
    },
    inputs,
    variables,
    contributions,
    tables: Object.fromEntries(
      spec.tables.map((points, at) => [
        `table${at}`,
        {
          label,
          unit: '1',
          status: 'synthetic',
          points: Object.fromEntries(points.map((y, x) => [String(x * 1.5 - 1), y])),
        },
      ]),
    ),
  });
}

/** The instances of a random plan, each input planned as its kinds say. */
export function instancesOf(plan: RandomPlan): Instances {
  const { model, counts, years } = plan;
  const valuesOf = (entity: EntityName, id: string, position: number): Record<string, PlannedValue> => {
    const values: Record<string, PlannedValue> = {};
    for (const [at, input] of model.inputs.entries()) {
      if (input.entity === entity) values[`in${at}`] = planned(input, input.shared ? '' : id, position, years);
    }
    for (const [at, flag] of model.flags.entries()) {
      if (flag.entity === entity)
        values[`flag${at}`] = { kind: 'constant', value: Number(flag.values[position % flag.values.length]) };
    }
    for (const [at, variable] of model.variables.entries()) {
      if (variable.entity !== entity) continue;
      const stated = variable.stated[position % variable.stated.length];
      values[`v${at}Given`] = { kind: 'constant', value: Number(stated !== undefined) };
      const value = variable.kind === 'truth' ? Number((stated ?? 0) > 0) : (stated ?? 0);
      values[`v${at}Stated`] = { kind: 'constant', value };
    }
    return values;
  };
  const one = (entity: EntityName, id: string, position: number, parents: Record<string, string> = {}): Instance => ({
    id,
    parents,
    values: valuesOf(entity, id, position),
    parties: {},
    provenance: {},
    label: { sv: id, en: id },
  });
  const places = Array.from({ length: counts.place }, (_, at) => `p${at}`);
  const shops = Array.from({ length: counts.shop }, (_, at) => `s${at}`);
  const pairs = places
    .flatMap((place, p) => shops.map((shop, s) => ({ place, shop, there: plan.pairs[p * 4 + s] === true })))
    .filter(({ there }) => there);
  return {
    shared: new Map([
      ['future', [one('future', '', 0)]],
      ['place', places.map((id, at) => one('place', id, at))],
      [
        'shop',
        shops.map((id, at) => {
          const place = places[plan.shopPlaces[at] as number];
          return one('shop', id, at, place === undefined ? {} : { place });
        }),
      ],
      ['pair', pairs.map(({ place, shop }, at) => one('pair', `${place} ${shop}`, at, { place, shop }))],
    ]),
    alternatives: plan.alternatives.map(({ hosts, parts }, alternative) => ({
      id: `alternative${alternative}`,
      own: new Map([
        [
          'measure',
          hosts.map((host, at) => {
            const shop = shops[host];
            return one('measure', `m${at}`, at + alternative, shop === undefined ? {} : { host: shop });
          }),
        ],
        [
          'part',
          hosts.length === 0
            ? []
            : parts.map((measure, at) =>
                one('part', `x${at}`, at + alternative, { measure: `m${measure % hosts.length}` }),
              ),
        ],
      ]),
    })),
  };
}

function planned(input: InputSpec, streamId: string, position: number, years: number): PlannedValue {
  const kind = input.kinds[position % input.kinds.length];
  const value = (at: number): number => input.values[at % input.values.length] as number;
  const low = value(position);
  const drawn = (distribution: Distribution): PlannedValue => ({ kind: 'drawn', distribution, streamId });
  switch (kind) {
    case 'yearly':
      return { kind: 'yearly', values: Array.from({ length: years }, (_, year) => value(position + year)) };
    case 'uniform':
      return drawn({ kind: 'uniform', low, high: low + 2 });
    case 'pert':
      return drawn({ kind: 'pert', low, likely: low + 1, high: low + 3 });
    default:
      return { kind: 'constant', value: low };
  }
}
