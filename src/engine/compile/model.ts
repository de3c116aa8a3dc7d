import { PlannerError, type Problem } from '../../errors.ts';
import { parseUnit, type Unit } from '../../units/index.ts';
import { checkShape, nearestName, readYaml, suggestion, valueAt, type YamlText } from '../text/index.ts';
import { type Formula, FormulaError, parseFormula } from './formula.ts';
import { isReserved } from './language.ts';
import { type BothLanguages, type ModelFile, modelFileSchema, type Party, parties } from './model-file.ts';
import type { StatedValue, Status } from './stated-value.ts';
import { type SupportRegime, type SupportRule, writeOutRules } from './support-rules.ts';

/** A kind of thing the model speaks of: the future as a whole, a place, a shop, a pair, a measure … */
export type Entity = {
  readonly name: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  /** What each of its instances belongs to, by role. */
  readonly parents: readonly { readonly role: string; readonly entity: string; readonly optional: boolean }[];
  readonly parties: readonly PartyAttribute[];
  /** Of places and a kind of measure: which places make a pair with it, and the input that holds their distance. */
  readonly pairs: { readonly with: 'reach' | 'serves'; readonly distance: string | undefined } | undefined;
  /** Where a kind of measure stands. */
  readonly sites: 'one' | 'host' | 'none';
  /** A kind of measure that opens a host shop which is closed. */
  readonly opensHost: boolean;
  /** The truth value of a shop without which a kind of measure means nothing for it. */
  readonly hostNeeds: string | undefined;
  /** Measures and their parts differ between alternatives; places, shops, towns and pairs do not. */
  readonly perAlternative: boolean;
};

/** What holds a party of an entity; with a default, a scenario may state it. */
export type PartyAttribute = {
  readonly name: string;
  readonly label: BothLanguages | undefined;
  readonly default: Party | 'holder' | undefined;
};

type Common = {
  readonly name: string;
  readonly entity: string;
  readonly unit: Unit;
  readonly unitText: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly source: string;
  readonly section: string;
  readonly file: string;
  readonly line: number | undefined;
  /** What it was written out from, such as a part of a support rule: where that stands in the file, and what it says. */
  readonly writtenAs?: { readonly path: string; readonly text: string | undefined };
};

/** A number that a scenario states, or that has a default. */
export type InputVariable = Common & {
  readonly role: 'input';
  readonly default: StatedValue | undefined;
  readonly status: Status | undefined;
  readonly drawn: 'each' | 'shared';
  readonly index: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly whole: boolean;
  /** What a scenario calls it. */
  readonly field: string;
  readonly internal: boolean;
};

/** A variable with a formula. `opening` is its value before the first year. */
export type FormulaVariable = Common & {
  readonly role: 'formula';
  readonly formula: Formula;
  readonly opening: Formula | undefined;
  /** A scenario may state a value instead; then `<name>Stated` and `<name>Given` are inputs. */
  readonly statable: boolean;
  readonly output: 'fan' | 'mean' | undefined;
  readonly outcome: boolean;
  readonly round: boolean;
  readonly collects: 'sum' | 'product' | 'greatest' | undefined;
};

/** A random number each year, from the stream named for its quantity and the entity's id. */
export type DrawVariable = Common & {
  readonly role: 'draw';
  readonly draw: 'normal' | 'uniform';
  readonly stream: string;
  readonly lane: number;
};

/** A number found by a solver, once for each outer future. */
export type SolvedVariable = Common & { readonly role: 'solved'; readonly solver: string };

export type Variable = InputVariable | FormulaVariable | DrawVariable | SolvedVariable;

/** A row of the ledger: its amount is the variable of the same name. */
export type Flow = {
  readonly id: string;
  readonly entity: string;
  /** A party, or the name of a party attribute of the entity. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'transfer' | 'resource';
  readonly basis: readonly ('cash' | 'cost' | 'terminal')[];
  readonly label: BothLanguages;
};

export type Table = {
  readonly name: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly source: string;
  readonly unit: Unit;
  readonly unitText: string;
  readonly status: Status;
  /** Each value holds until the next; `points` then has a point just before each step, a whole year earlier. */
  readonly stepwise: boolean;
  /** Ascending in x. */
  readonly points: readonly (readonly [x: number, y: number])[];
};

/** What a solver takes and gives; the solving itself is in `simulate/solvers`. */
export type SolverSignature = { readonly needs: readonly string[]; readonly gives: readonly string[] };

export type Section = {
  readonly id: string;
  readonly order: number;
  readonly title: BothLanguages;
  readonly about: BothLanguages;
  readonly file: string;
  readonly variables: readonly string[];
  readonly flows: readonly string[];
};

/** The whole model: every formula parsed, every name resolved to a variable; units and order are checked separately. */
export type Model = {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly flows: readonly Flow[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly solvers: ReadonlyMap<string, SolverSignature>;
  readonly sections: readonly Section[];
  /** Support rules, in the order they are decided. */
  readonly rules: readonly SupportRule[];
  /** Limits on all support to one receiver over three years. */
  readonly regimes: readonly SupportRegime[];
};

/** A formula file as text, with the name its problems are reported under. */
export type ModelText = { readonly file: string; readonly text: string };

/** The entity every model has: the future as a whole, one instance. */
export const futureEntity = 'future';

/**
 * Reads formula files into one model. Entities, variables, flows and tables share one name space; a measure's file may
 * contribute to variables of other files that `collect`.
 *
 * @throws {PlannerError} every problem of every file, each with file, line and path
 */
export function readModel(texts: readonly ModelText[], solvers: ReadonlyMap<string, SolverSignature>): Model {
  const problems: Problem[] = [];
  const files: { text: YamlText; data: ModelFile }[] = [];
  for (const { file, text } of texts) {
    try {
      const yaml = readYaml(text, file);
      const checked = checkShape(modelFileSchema, yaml);
      if (checked.ok) files.push({ text: yaml, data: checked.data });
      else problems.push(...checked.problems);
    } catch (error) {
      if (!(error instanceof PlannerError)) throw error;
      problems.push(...error.problems);
    }
  }
  files.sort((a, b) => a.data.order - b.data.order || (a.data.section < b.data.section ? -1 : 1));
  for (const [index, { text, data }] of files.entries()) {
    const other = files.find((each, at) => at < index && each.data.section === data.section);
    if (other !== undefined)
      problems.push(
        problemAt(text, ['section'], {
          code: 'duplicate-id',
          message: `The section «${data.section}» is already in ${other.text.file}`,
          hint: 'Each formula file has a section of its own',
        }),
      );
  }
  const { files: whole, ...support } = withRules(files, problems);
  const builder = new ModelBuilder(whole, support, solvers, problems);
  const model = builder.build();
  if (problems.length > 0) throw new PlannerError(problems);
  return model;
}

type FileOfModel = {
  readonly text: YamlText;
  readonly data: ModelFile;
  /** Where in the file a generated formula was written. */
  readonly origins?: ReadonlyMap<string, readonly (string | number)[]>;
};

/** The files with their support rules written out as formulas. */
function withRules(
  files: readonly FileOfModel[],
  problems: Problem[],
): { files: FileOfModel[] } & Pick<Model, 'rules' | 'regimes'> {
  const { parts, rules, regimes, origins } = writeOutRules(
    files.map(({ data }) => data),
    (file, path, code, message, extra) => {
      const { text } = files[file] as FileOfModel;
      problems.push(problemAt(text, path, { code, message, ...extra }));
    },
  );
  return {
    rules,
    regimes,
    files: files.map(({ text, data }, index) => {
      const gained = parts[index];
      const from = origins[index];
      if (gained === undefined || from === undefined || (data.rules === undefined && data.regimes === undefined))
        return { text, data };
      for (const map of ['inputs', 'variables', 'tables', 'contributions'] as const) {
        for (const name of Object.keys(gained[map] ?? {})) {
          if (data[map]?.[name] === undefined) continue;
          const where = problemAt(text, [map, name], {
            code: 'duplicate-id',
            message: `The name «${name}» is made for a rule of this file`,
            hint: 'Call it something else',
          });
          problems.push(where);
        }
      }
      return {
        text,
        origins: from,
        data: {
          ...data,
          inputs: { ...data.inputs, ...gained.inputs },
          variables: { ...data.variables, ...gained.variables },
          tables: { ...data.tables, ...gained.tables },
          contributions: { ...data.contributions, ...gained.contributions },
          flows: [...(data.flows ?? []), ...gained.flows],
        },
      };
    }),
  };
}

function problemAt(
  text: YamlText,
  path: readonly (string | number)[],
  about: { code: string; message: string; hint?: string; found?: string; allowed?: string },
): Problem {
  const line = text.lineOf(path);
  return { ...about, file: text.file, ...(line === undefined ? {} : { line }), path: path.join('.') };
}

class ModelBuilder {
  private readonly entities = new Map<string, Entity>();
  private readonly variables = new Map<string, Variable>();
  private readonly tables = new Map<string, Table>();
  private readonly flows: Flow[] = [];
  private readonly takenBy = new Map<string, string>();
  private readonly files: readonly FileOfModel[];
  private readonly support: Pick<Model, 'rules' | 'regimes'>;
  private readonly solvers: ReadonlyMap<string, SolverSignature>;
  private readonly problems: Problem[];

  constructor(
    files: readonly FileOfModel[],
    support: Pick<Model, 'rules' | 'regimes'>,
    solvers: ReadonlyMap<string, SolverSignature>,
    problems: Problem[],
  ) {
    this.files = files;
    this.support = support;
    this.solvers = solvers;
    this.problems = problems;
  }

  build(): Model {
    const future = { sv: 'framtiden', en: 'the future' };
    this.entities.set(futureEntity, {
      name: futureEntity,
      label: future,
      description: future,
      parents: [],
      parties: [],
      pairs: undefined,
      sites: 'none',
      opensHost: false,
      hostNeeds: undefined,
      perAlternative: false,
    });
    for (const { text, data } of this.files) {
      for (const [name, entity] of Object.entries(data.entities ?? {})) {
        if (this.claim(name, text, ['entities', name])) {
          this.entities.set(name, {
            name,
            label: entity.label,
            description: entity.description ?? entity.label,
            parents: Object.entries(entity.parents ?? {}).map(([role, parent]) => ({
              role,
              entity: parent.entity,
              optional: parent.optional ?? false,
            })),
            parties: Array.isArray(entity.parties)
              ? entity.parties.map((each) => ({ name: each, label: undefined, default: undefined }))
              : Object.entries(entity.parties ?? {}).map(([each, party]) => ({ name: each, ...party })),
            pairs: entity.pairs === undefined ? undefined : { distance: undefined, ...entity.pairs },
            sites: entity.sites ?? 'one',
            opensHost: entity.opensHost ?? false,
            hostNeeds: entity.hostNeeds,
            perAlternative: entity.perAlternative ?? false,
          });
        }
      }
    }
    for (const { text, data } of this.files) {
      for (const [name, entity] of Object.entries(data.entities ?? {})) {
        for (const [role, parent] of Object.entries(entity.parents ?? {})) {
          const above = this.knownEntity(parent.entity, text, ['entities', name, 'parents', role]);
          const here = this.entities.get(name);
          // A stop pays as its tour does.
          if (entity.pairs !== undefined && above !== undefined && here !== undefined && above.parties.length > 0)
            this.entities.set(name, { ...here, parties: above.parties });
        }
      }
    }
    for (const file of this.files) this.readFile(file.text, file.data);
    return {
      entities: this.entities,
      variables: this.variables,
      flows: this.flows,
      tables: this.tables,
      solvers: this.solvers,
      rules: this.support.rules,
      regimes: this.support.regimes,
      sections: this.files.map(({ text, data }) => ({
        id: data.section,
        order: data.order,
        title: data.title,
        about: data.about,
        file: text.file,
        variables: [...Object.keys(data.inputs ?? {}), ...Object.keys(data.variables ?? {})],
        flows: (data.flows ?? []).map((flow) => flow.id),
      })),
    };
  }

  private readFile(text: YamlText, data: ModelFile): void {
    for (const [name, table] of Object.entries(data.tables ?? {})) {
      if (!this.claim(name, text, ['tables', name])) continue;
      const points = Object.entries(table.points)
        .map(([x, y]) => [Number(x), y] as const)
        .sort((a, b) => a[0] - b[0]);
      if (points.length === 0) this.report(text, ['tables', name, 'points'], 'empty-table', 'The table has no points');
      this.tables.set(name, {
        name,
        label: table.label,
        description: table.description ?? table.label,
        source: table.source ?? data.source,
        unit: this.unit(table.unit, text, ['tables', name, 'unit']),
        unitText: table.unit,
        status: table.status,
        stepwise: table.stepwise ?? false,
        points: table.stepwise === true ? steps(points) : points,
      });
    }
    const common = (
      name: string,
      from: 'inputs' | 'variables',
      definition: {
        entity: string;
        unit: string;
        label: BothLanguages;
        description?: BothLanguages | undefined;
        source?: string | undefined;
      },
    ): Common => {
      this.knownEntity(definition.entity, text, [from, name, 'entity']);
      const at = this.origin(text, [from, name]);
      const said = valueAt(text.data, at);
      return {
        name,
        entity: definition.entity,
        unit: this.unit(definition.unit, text, [from, name, 'unit']),
        unitText: definition.unit,
        label: definition.label,
        description: definition.description ?? definition.label,
        source: definition.source ?? data.source,
        section: data.section,
        file: text.file,
        line: text.lineOf(at),
        ...(at[0] === from
          ? {}
          : {
              writtenAs: {
                path: at.join('.'),
                text: ['string', 'number'].includes(typeof said) ? String(said) : undefined,
              },
            }),
      };
    };
    for (const [name, input] of Object.entries(data.inputs ?? {})) {
      if (!this.claim(name, text, ['inputs', name])) continue;
      this.variables.set(name, {
        ...common(name, 'inputs', input),
        role: 'input',
        default: input.default,
        status: typeof input.default === 'object' ? input.default.status : undefined,
        drawn: input.drawn ?? 'each',
        index: input.index,
        minimum: input.minimum,
        maximum: input.maximum,
        whole: input.whole ?? false,
        field: input.field ?? name,
        internal: input.internal ?? false,
      });
    }
    for (const [name, variable] of Object.entries(data.variables ?? {})) {
      if (!this.claim(name, text, ['variables', name])) continue;
      const shared = common(name, 'variables', variable);
      const ways = [variable.formula, variable.draw, variable.solved, variable.collects].filter(
        (way) => way !== undefined,
      );
      if (ways.length !== 1) {
        this.report(
          text,
          ['variables', name],
          'no-way-to-compute',
          'A variable has exactly one of formula, draw, solved and collects',
        );
        continue;
      }
      if (variable.draw !== undefined) {
        this.variables.set(name, {
          ...shared,
          role: 'draw',
          draw: variable.draw,
          stream: variable.stream ?? name,
          lane: variable.lane ?? 0,
        });
      } else if (variable.solved !== undefined) {
        const solver = this.solvers.get(variable.solved);
        if (solver === undefined || !solver.gives.includes(name)) {
          this.report(
            text,
            ['variables', name, 'solved'],
            'unknown-solver',
            `No solver «${variable.solved}» gives ${name}`,
          );
        }
        this.variables.set(name, { ...shared, role: 'solved', solver: variable.solved });
      } else {
        const written =
          variable.collects === undefined
            ? (variable.formula as string)
            : this.collected(name, variable.entity, variable.collects);
        const formula = this.formula(written, text, ['variables', name, 'formula'], variable.collects === undefined);
        const opening =
          variable.opening === undefined
            ? undefined
            : this.formula(variable.opening, text, ['variables', name, 'opening']);
        this.variables.set(name, {
          ...shared,
          role: 'formula',
          formula,
          opening,
          statable: variable.statable ?? false,
          output: variable.output,
          outcome: variable.outcome ?? false,
          round: variable.round !== undefined,
          collects: variable.collects,
        });
        if (variable.statable === true) {
          for (const suffix of ['Given', 'Stated'])
            this.claim(`${name}${suffix}`, text, ['variables', name, 'statable']);
          this.addStatedInputs(shared, variable);
        }
      }
    }
    for (const [index, flow] of (data.flows ?? []).entries()) this.addFlow(flow, index, text, data);
    for (const [id, contribution] of Object.entries(data.contributions ?? {})) {
      const target = this.files
        .map((file) => file.data.variables?.[contribution.to])
        .find((found) => found !== undefined);
      if (target?.collects === undefined) {
        const collecting = this.files.flatMap((file) =>
          Object.entries(file.data.variables ?? {})
            .filter(([, each]) => each.collects !== undefined)
            .map(([name]) => name),
        );
        this.report(
          text,
          ['contributions', id, 'to'],
          'not-collecting',
          `«${contribution.to}» collects no contributions`,
          suggestion(contribution.to, collecting),
        );
      }
      this.knownEntity(contribution.from, text, ['contributions', id, 'from']);
      this.formula(contribution.formula, text, ['contributions', id, 'formula']);
    }
  }

  private addFlow(flow: NonNullable<ModelFile['flows']>[number], index: number, text: YamlText, data: ModelFile): void {
    const path = ['flows', index];
    if (!this.claim(flow.id, text, path)) return;
    const entity = this.knownEntity(flow.entity, text, [...path, 'entity']);
    for (const side of ['from', 'to'] as const) {
      const allowed: string[] = [...parties, ...(entity?.parties ?? []).map((each) => each.name)];
      if (!allowed.includes(flow[side])) {
        this.report(
          text,
          [...path, side],
          'unknown-party',
          `«${flow[side]}» is neither a party nor a party attribute of ${flow.entity}`,
          suggestion(flow[side], allowed),
        );
      }
    }
    this.flows.push({
      id: flow.id,
      entity: flow.entity,
      from: flow.from,
      to: flow.to,
      kind: flow.kind,
      basis: flow.basis,
      label: flow.label,
    });
    this.variables.set(flow.id, {
      name: flow.id,
      entity: flow.entity,
      unit: parseUnit('SEK/year'),
      unitText: 'SEK/year',
      label: flow.label,
      description: flow.label,
      source: flow.source ?? data.source,
      section: data.section,
      file: text.file,
      line: text.lineOf(path),
      role: 'formula',
      formula: this.formula(flow.amount, text, [...path, 'amount']),
      opening: undefined,
      statable: false,
      output: undefined,
      outcome: false,
      round: false,
      collects: undefined,
    });
  }

  /** A value the scenario states in place of a formula becomes two inputs the program fills: whether, and which. */
  private addStatedInputs(
    shared: Common,
    {
      index,
      minimum,
      maximum,
    }: { index?: string | undefined; minimum?: number | undefined; maximum?: number | undefined },
  ): void {
    const input = (suffix: string, unitText: string): InputVariable => ({
      ...shared,
      name: `${shared.name}${suffix}`,
      unit: suffix === 'Given' ? parseUnit(unitText) : shared.unit,
      unitText,
      role: 'input',
      default: suffix === 'Given' ? false : 0,
      status: undefined,
      drawn: 'each',
      index: suffix === 'Given' ? undefined : index,
      minimum: suffix === 'Given' ? undefined : minimum,
      maximum: suffix === 'Given' ? undefined : maximum,
      whole: false,
      field: shared.name,
      internal: suffix === 'Given',
    });
    this.variables.set(`${shared.name}Given`, input('Given', 'boolean'));
    this.variables.set(`${shared.name}Stated`, input('Stated', shared.unitText));
  }

  /**
   * The formula of a variable that collects: its contributions in order of their ids, nothing when there are none. What an
   * entity contributes to itself stands as it is.
   */
  private collected(name: string, entity: string, how: 'sum' | 'product' | 'greatest'): string {
    const otherwise = how === 'greatest' ? ', 0' : '';
    const parts = this.files
      .flatMap((file) => Object.entries(file.data.contributions ?? {}))
      .filter(([, contribution]) => contribution.to === name)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { from, formula }]) => (from === entity ? `(${formula})` : `${how}(${from}, ${formula}${otherwise})`));
    if (how === 'greatest') return parts.reduce((all, part) => `max(${all}, ${part})`, '0');
    if (parts.length === 0) return how === 'sum' ? '0' : '1';
    return parts.join(how === 'sum' ? ' + ' : ' * ');
  }

  private formula(text: string, yaml: YamlText, path: readonly (string | number)[], limited = true): Formula {
    try {
      return parseFormula(text, limited);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      this.report(yaml, path, error.code, error.message, error.hint, text);
      return parseFormula('0');
    }
  }

  private unit(text: string, yaml: YamlText, path: readonly (string | number)[]): Unit {
    try {
      return parseUnit(text);
    } catch (error) {
      this.report(yaml, path, 'unknown-unit', (error as Error).message);
      return new Map();
    }
  }

  /** Where a path was written: for what a rule was written out as, the rule. */
  private origin(text: YamlText, path: readonly (string | number)[]): readonly (string | number)[] {
    const origins = this.files.find((file) => file.text === text)?.origins;
    return origins?.get(path.join('.')) ?? origins?.get(path.slice(0, 2).join('.')) ?? path;
  }

  private knownEntity(name: string, text: YamlText, path: readonly (string | number)[]): Entity | undefined {
    const entity = this.entities.get(name);
    if (entity === undefined) {
      this.report(text, path, 'unknown-entity', `There is no entity «${name}»`, suggestion(name, this.entities.keys()));
    }
    return entity;
  }

  private claim(name: string, text: YamlText, path: readonly (string | number)[]): boolean {
    const owner = this.takenBy.get(name);
    if (owner !== undefined || name === futureEntity) {
      this.report(
        text,
        path,
        'duplicate-id',
        `The name «${name}» is already taken${owner === undefined ? '' : ` in ${owner}`}`,
      );
      return false;
    }
    if (isReserved(name)) {
      this.report(text, path, 'reserved-name', `«${name}» is a word of the formula language`);
      return false;
    }
    this.takenBy.set(name, text.file);
    return true;
  }

  private report(
    text: YamlText,
    path: readonly (string | number)[],
    code: string,
    message: string,
    hint?: string,
    found?: string,
  ): void {
    const at = this.origin(text, path);
    const line = text.lineOf(at);
    // What a rule is written out as names its parts more than once.
    if (this.problems.some((each) => each.file === text.file && each.path === at.join('.') && each.message === message))
      return;
    this.problems.push({
      code,
      file: text.file,
      ...(line === undefined ? {} : { line }),
      path: at.join('.'),
      message,
      ...(found === undefined ? {} : { found: found.length > 80 ? `${found.slice(0, 77)}…` : found }),
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/** Points between which straight lines make steps, when read at whole numbers. */
function steps(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return points.flatMap(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined || before[0] >= x - 1
      ? [[x, y] as const]
      : [[x - 1, before[1]] as const, [x, y] as const];
  });
}

/** How one entity is reached from another: the roles to follow, and whether a step may be missing. */
export type ParentPath = { readonly roles: readonly string[]; readonly optional: boolean };

/**
 * The one shortest way from an entity to what it belongs to, over roles: a tranche belongs to a measure, a measure to its
 * host. Undefined when there is none, «ambiguous» when two ways are equally short.
 */
export function pathBetween(model: Model, from: string, to: string): ParentPath | 'ambiguous' | undefined {
  if (from === to) return { roles: [], optional: false };
  let level: { entity: string; roles: readonly string[]; optional: boolean }[] = [
    { entity: from, roles: [], optional: false },
  ];
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    const next = level.flatMap((at) =>
      (model.entities.get(at.entity)?.parents ?? []).map((parent) => ({
        entity: parent.entity,
        roles: [...at.roles, parent.role],
        optional: at.optional || parent.optional,
      })),
    );
    const arrived = next.filter((at) => at.entity === to);
    if (arrived.length > 1) return 'ambiguous';
    if (arrived.length === 1) return arrived[0] as ParentPath;
    level = next;
  }
  return undefined;
}

/** A party's name, when the word is one. */
export function asParty(word: string): Party | undefined {
  return (parties as readonly string[]).includes(word) ? (word as Party) : undefined;
}

/** What to say when a name is not a variable. */
export function unknownNameHint(model: Model, name: string): string | undefined {
  const near = nearestName(name, model.variables.keys());
  return near === undefined ? undefined : `Did you mean ${near}?`;
}
