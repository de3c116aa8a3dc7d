import {
  asParty,
  type BothLanguages,
  type Entity,
  type Flow,
  type Formula,
  type FormulaVariable,
  type InputVariable,
  type Model,
  type NodeView,
  parties,
  partsOf,
  partyNames,
  type Section,
  type StatedValue,
  type Status,
  type Table,
  type Variable,
  viewOf,
} from '../engine/compile/index.ts';
import { equationTex, type Language, nameTex } from './formula-tex.ts';
import { code, plainText, tableLines } from './markdown.ts';
import { phrases, swedishUnits } from './model-document-phrases.ts';

/**
 * The model as a Markdown document for a planner or an economist: what it speaks of, and section by section its inputs
 * with sources, every formula typeset and as code, and the rows of the ledger. The same model gives the same text.
 */
export function modelDocument(model: Model, language: Language): string {
  return new ModelDocument(model, language).lines().join('\n');
}

/** What a solver does, since its equation stands in no formula file. Index p is a place, s a shop. */
const solverNotes: Readonly<Record<string, { readonly about: BothLanguages; readonly equations: readonly string[] }>> =
  {
    huff: {
      about: {
        sv: 'Finner varje butiks dragningskraft så att köpen från alla platser $p$ första året, utan åtgärder, blir den angivna omsättningen utan genomfart. Butiker som delar kunder löses tillsammans. Där någon omsättning är angiven är tätorternas skala 1, och en butik utan angiven omsättning får det geometriska medelvärdet av grannarnas dragningskraft. Där ingen är angiven är dragningskraften 1, och tätorternas skala löses så att platser med egen butik (summan över $s\\in p$) tillsammans behåller andelen `localShare` av sina köp.',
        en: "Finds each shop's attraction so that the purchases from all places $p$ in the first year, without measures, are the stated turnover less passing trade. Shops that share customers are solved together. Where some turnover is stated the scale of the towns is 1, and a shop without a stated turnover has the geometric mean of its neighbours' attraction. Where none is stated attraction is 1, and the scale of the towns is solved so that places with a shop of their own (the sum over $s\\in p$) together keep the share `localShare` of their purchases.",
      },
      equations: calibrationEquations(
        'groceryDemand',
        'townScale',
        'townWeights',
        ['calibration', 'sizeFactor'],
        'turnover',
        'passingTrade',
      ),
    },
    fuel: {
      about: {
        sv: 'Samma ekvationer bland säljare av drivmedel, räknade i liter, med egen dragningskraft och utan storlek.',
        en: 'The same equations among sellers of fuel, in litres, with an attraction of their own and without size.',
      },
      equations: calibrationEquations(
        'fuelDemand',
        'fuelTownScale',
        'fuelTownWeights',
        ['fuelCalibration'],
        'fuelTurnover',
        'passingLitres',
      ),
    },
    uplift: {
      about: {
        sv: 'Räknar om en verkan på besöken till en ökad attraktion $u$. En butik som redan får nästan allt kan inte få mycket mer: därför är $u$ större än verkan. För en enda plats med andelen $s$ är $u = e / (1 - s \\cdot (1 + e))$, där $e$ är `visitsEffect`. Kan verkan inte nås har ekvationen ingen lösning. Utan värdbutik är $u = 0$.',
        en: 'Turns an effect on visits into a gain in attraction $u$. A shop that already gets nearly everything cannot get much more: so $u$ is larger than the effect. For a single place of share $s$ it is $u = e / (1 - s \\cdot (1 + e))$, where $e$ is `visitsEffect`. If the effect cannot be reached the equation has no solution. Without a host shop $u = 0$.',
      },
      equations: [
        `\\sum_{p} \\frac{${nameTex('likelyPairSales')}_{p} \\cdot (1 + u)}{1 + u \\cdot ${nameTex('likelyShare')}_{p}} = (1 + ${nameTex('effectOnVisits')}) \\cdot \\sum_{p} ${nameTex('likelyPairSales')}_{p}, \\qquad u = ${nameTex('attractionUplift')}`,
      ],
    },
  };

function calibrationEquations(
  demand: string,
  scale: string,
  weights: string,
  factors: readonly string[],
  turnover: string,
  passing: string,
): string[] {
  const place = (name: string): string => `${nameTex(name)}_{p}`;
  const shop = (name: string): string => `${nameTex(name)}_{s}`;
  const all = `${place(scale)} \\cdot ${place(weights)} + \\sum_{s'} w_{ps'}`;
  return [
    `w_{ps} = ${factors.map(shop).join(' \\cdot ')} \\cdot ${nameTex('kernel')}_{ps}`,
    `\\sum_{p} ${place(demand)} \\cdot \\frac{w_{ps}}{${all}} = ${shop(turnover)} - ${shop(passing)}`,
    `\\frac{\\sum_{p} ${place(demand)} \\cdot \\frac{\\sum_{s \\in p} w_{ps}}{${all}}}{\\sum_{p} ${place(demand)}} = ${nameTex('localShare')}`,
  ];
}

class ModelDocument {
  private readonly model: Model;
  private readonly language: Language;
  private readonly words: (typeof phrases)[Language];
  private readonly toldSolvers = new Set<string>();

  constructor(model: Model, language: Language) {
    this.model = model;
    this.language = language;
    this.words = phrases[language];
  }

  lines(): string[] {
    const { model, words } = this;
    return [
      `<!-- ${words.generated} -->`,
      '',
      `# ${words.title}`,
      '',
      words.lead,
      '',
      this.counts(),
      '',
      `## ${words.reading}`,
      '',
      ...words.readingLines.map((line) => `- ${line}`),
      '',
      `## ${words.contents}`,
      '',
      `- [${words.entities}](#entities)`,
      ...model.sections.map((section) => `- [${this.sectionTitle(section)}](#section-${section.id})`),
      ...(model.tables.size > 0 ? [`- [${words.tables}](#tables)`] : []),
      `- [${words.ledger}](#ledger)`,
      '',
      ...this.entities(),
      ...model.sections.flatMap((section) => this.section(section)),
      ...this.tables(),
      ...this.ledger(),
    ];
  }

  private counts(): string {
    const inputs = [...this.model.variables.values()].filter((variable) => variable.role === 'input');
    const written = inputs.filter(
      (input) => !input.internal && input.default !== undefined && this.isWritten(input.name),
    );
    const assumptions = written.filter((input) => input.status === 'assumption');
    const formulas = [...this.model.variables.values()].filter((variable) => variable.role === 'formula');
    return this.words.counts(formulas.length, written.length, assumptions.length);
  }

  /** Whether a variable stands in a formula file; `xGiven` and `xStated` are the program's own. */
  private isWritten(name: string): boolean {
    return this.model.sections.some((section) => section.variables.includes(name));
  }

  private say(both: BothLanguages): string {
    return plainText(both[this.language]);
  }

  private sectionTitle(section: Section): string {
    return `${section.order}. ${this.say(section.title)}`;
  }

  private entities(): string[] {
    const { model, words } = this;
    const columns = words.entityColumns;
    return [
      heading(2, words.entities, 'entities'),
      '',
      ...tableLines<Entity>(
        [...model.entities.values()],
        [
          { title: columns.name, cell: (entity) => code(entity.name) },
          { title: columns.label, cell: (entity) => this.say(entity.label) },
          {
            title: columns.about,
            cell: (entity) =>
              entity.description[this.language] === entity.label[this.language] ? '' : this.say(entity.description),
          },
          {
            title: columns.parents,
            cell: (entity) =>
              entity.parents
                .map(({ role, entity: of, optional }) => {
                  const named = role === of ? code(of) : `${code(of)} ${words.as} ${code(role)}`;
                  return optional ? `${named}, ${words.optional}` : named;
                })
                .join('; '),
          },
          { title: columns.parties, cell: (entity) => entity.parties.map(({ name }) => code(name)).join(', ') },
          { title: columns.own, cell: (entity) => (entity.perAlternative ? words.perAlternative : words.shared) },
        ],
      ),
      '',
    ];
  }

  private section(section: Section): string[] {
    const { model, words } = this;
    const variables = section.variables
      .map((name) => model.variables.get(name))
      .filter((variable) => variable !== undefined);
    const flows = section.flows
      .map((id) => model.flows.find((flow) => flow.id === id))
      .filter((flow) => flow !== undefined);
    const source = commonSource([
      ...variables,
      ...flows.map((flow) => model.variables.get(flow.id)).filter((each) => each !== undefined),
    ]);
    const inputs = variables.filter((variable) => variable.role === 'input');
    const computed = variables.filter((variable) => variable.role !== 'input');
    return [
      heading(2, this.sectionTitle(section), `section-${section.id}`),
      '',
      this.say(section.about),
      '',
      `${words.file}: ${code(section.file)}.${source === undefined ? '' : ` ${words.sectionSource}: ${plainText(source)}.`}`,
      '',
      ...this.inputs(
        words.inputs,
        inputs.filter((input) => !input.internal),
        source,
      ),
      ...this.inputs(
        words.internal,
        inputs.filter((input) => input.internal),
        source,
      ),
      ...(computed.length === 0 ? [] : [`### ${words.formulas}`, '']),
      ...computed.flatMap((variable) => this.variable(variable, source)),
      ...this.flows(flows),
    ];
  }

  private inputs(title: string, inputs: readonly InputVariable[], sectionSource: string | undefined): string[] {
    if (inputs.length === 0) return [];
    const { words } = this;
    const columns = words.inputColumns;
    return [
      `### ${title}`,
      '',
      ...tableLines<InputVariable>(inputs, [
        {
          title: columns.name,
          cell: (input) =>
            `${anchor(input.name)}${code(input.name)}${input.field === input.name ? '' : ` (${words.field} ${code(input.field)})`}`,
        },
        { title: columns.label, cell: (input) => this.labelAndDescription(input) },
        {
          title: columns.entity,
          cell: (input) => `${this.entityName(input.entity)}${input.drawn === 'shared' ? ` (${words.drawnOnce})` : ''}`,
        },
        { title: columns.unit, cell: (input) => this.unit(input.unitText) },
        {
          title: columns.value,
          cell: (input) =>
            input.default === undefined ? (input.internal ? '' : words.required) : this.stated(input.default),
        },
        { title: columns.limits, cell: (input) => this.limits(input) },
        { title: columns.price, cell: (input) => this.priceYear(input) },
        {
          title: columns.status,
          cell: (input) =>
            input.default === undefined || input.internal
              ? this.status(input.status, '')
              : this.status(input.status, words.noStatus),
        },
        {
          title: columns.source,
          cell: (input) => plainText(sourceOf(input.default) ?? (input.source === sectionSource ? '' : input.source)),
        },
      ]),
      '',
    ];
  }

  private labelAndDescription(variable: Variable): string {
    const label = this.say(variable.label);
    return variable.description[this.language] === variable.label[this.language]
      ? label
      : `${label}. ${this.say(variable.description)}`;
  }

  private entityName(name: string): string {
    const entity = this.model.entities.get(name);
    return entity === undefined ? code(name) : this.say(entity.label);
  }

  private unit(unitText: string): string {
    if (unitText === '1') return this.words.noUnit;
    if (unitText === 'boolean') return this.words.truth;
    const named = unitText.split(/([*/])/).map((part) => {
      const name = part.trim();
      if (name === 'm2') return 'm²';
      return this.language === 'sv' ? (swedishUnits[name] ?? name) : name;
    });
    return plainText(named.join('').replaceAll('*', ' · '));
  }

  private unitSentence(unitText: string): string {
    const unit = this.unit(unitText);
    if (unitText === '1' || unitText === 'boolean') return sentence(unit.charAt(0).toUpperCase() + unit.slice(1));
    return `${this.words.unit}: ${unit}.`;
  }

  private limits(input: InputVariable): string {
    const { words } = this;
    const { minimum, maximum } = input;
    const range =
      minimum !== undefined && maximum !== undefined
        ? `${this.number(minimum)} – ${this.number(maximum)}`
        : minimum !== undefined
          ? `${words.atLeast} ${this.number(minimum)}`
          : maximum !== undefined
            ? `${words.atMost} ${this.number(maximum)}`
            : '';
    return [range, input.whole ? words.whole : ''].filter((part) => part !== '').join(', ');
  }

  private priceYear(input: InputVariable): string {
    const year = typeof input.default === 'object' ? input.default.priceYear : undefined;
    const series = input.index === undefined ? undefined : `[${code(input.index)}](#${input.index})`;
    return [year === undefined ? undefined : String(year), series].filter((part) => part !== undefined).join(', ');
  }

  private status(status: Status | undefined, otherwise: string): string {
    return status === undefined ? otherwise : this.words.statuses[status];
  }

  /** A stated value as a planner would say it. */
  private stated(value: StatedValue): string {
    const { words } = this;
    const plain = (each: number | boolean): string =>
      typeof each === 'boolean' ? (each ? words.yes : words.no) : this.number(each);
    const list = (values: readonly number[]): string => values.map(plain).join('; ');
    if (value === 'unknown') return words.unknown;
    if (typeof value !== 'object') return plain(value);
    if ('value' in value) return plain(value.value);
    if ('byYear' in value) {
      return Object.entries(value.byYear)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([year, each]) => `${year}: ${plain(each)}`)
        .join('; ');
    }
    if (!('distribution' in value)) return `${plain(value.low)} / ${plain(value.likely)} / ${plain(value.high)}`;
    switch (value.distribution) {
      case 'pert':
        return `${plain(value.low)} / ${plain(value.likely)} / ${plain(value.high)}`;
      case 'triangular':
        return `${plain(value.low)} / ${plain(value.likely)} / ${plain(value.high)}, ${words.triangular}`;
      case 'uniform':
        return `${plain(value.low)} – ${plain(value.high)}, ${words.uniform}${value.likely === undefined ? '' : `; ${words.likely} ${plain(value.likely)}`}`;
      case 'normal':
        return `${words.normal} ${list([value.mean, value.sd])}`;
      case 'lognormal':
        return `${words.lognormal} ${list([value.median, value.sigma])}`;
      case 'beta':
        return `${words.beta} ${list([value.alpha, value.beta])}, ${plain(value.low ?? 0)} – ${plain(value.high ?? 1)}`;
      case 'discrete':
        return `${words.discrete} ${list(value.values)}`;
      case 'empirical':
        return `${value.values.length} ${words.empirical}`;
    }
  }

  private variable(variable: Exclude<Variable, InputVariable>, sectionSource: string | undefined): string[] {
    const { words } = this;
    const lines = [heading(4, `${this.say(variable.label)} · ${code(variable.name)}`, variable.name), ''];
    const notes = variable.role === 'formula' ? this.notes(variable) : [];
    const description =
      variable.description[this.language] === variable.label[this.language]
        ? []
        : [sentence(this.say(variable.description))];
    lines.push(
      [
        ...description,
        `${words.concerns}: ${this.entityName(variable.entity)}.`,
        this.unitSentence(variable.unitText),
        ...notes,
      ].join(' '),
      '',
    );
    if (variable.role === 'draw') {
      const distribution = variable.draw === 'normal' ? '\\mathcal{N}(0, 1)' : '\\mathcal{U}(0, 1)';
      lines.push(...displayed(`${nameTex(variable.name)} \\sim ${distribution}`));
      lines.push(
        `${words.draws[variable.draw]} ${words.stream}: ${code(variable.stream)}, ${words.lane} ${variable.lane}.`,
        '',
      );
    } else if (variable.role === 'solved') {
      lines.push(words.solved(variable.solver), '', ...this.solver(variable.solver));
    } else {
      lines.push(...displayed(equationTex(variable.name, variable.formula, this.language)));
      lines.push(`${words.formula}: ${code(variable.formula.text)}`, '');
      if (variable.opening !== undefined) lines.push(`${words.opening}: ${code(variable.opening.text)}`, '');
      const uses = this.uses(variable);
      if (uses !== '') lines.push(`${words.uses}: ${uses}.`, '');
    }
    if (variable.source !== sectionSource) lines.push(`${words.source}: ${plainText(variable.source)}`, '');
    return lines;
  }

  private notes(variable: FormulaVariable): string[] {
    const { words } = this;
    return [
      ...(variable.collects === undefined ? [] : [words.collects[variable.collects]]),
      ...(variable.statable ? [words.statable(variable.name)] : []),
      ...(variable.output === undefined ? [] : [words[variable.output]]),
      ...(variable.outcome ? [words.outcome] : []),
      ...(variable.round ? [words.round] : []),
    ];
  }

  /** The names of a formula and its opening in order of appearance, as links, each with what it is called. */
  private uses(variable: FormulaVariable): string {
    const found = new Set<string>();
    for (const formula of [variable.formula, variable.opening]) if (formula !== undefined) collectNames(formula, found);
    found.delete(variable.name);
    return [...found]
      .map((name) => {
        const label = (this.model.variables.get(name) ?? this.model.tables.get(name))?.label;
        const written = name.replace(/(Given|Stated)$/, '');
        const target = this.isWritten(name) || !this.isWritten(written) ? name : written;
        return label === undefined ? '' : `[${code(name)}](#${target}) ${this.say(label)}`;
      })
      .filter((part) => part !== '')
      .join('; ');
  }

  private solver(name: string): string[] {
    if (this.toldSolvers.has(name)) return [];
    this.toldSolvers.add(name);
    const { model, words } = this;
    const note = solverNotes[name];
    const signature = model.solvers.get(name);
    const links = (names: readonly string[]): string =>
      names
        .map((each) => `[${code(each)}](#${this.isWritten(each) ? each : each.replace(/(Given|Stated)$/, '')})`)
        .join(', ');
    return [
      `${anchor(`solver-${name}`)}**${words.solver} ${code(name)}.** ${note === undefined ? '' : `${note.about[this.language]} `}${words.noSolution}`,
      '',
      ...(note?.equations ?? []).flatMap(displayed),
      ...(signature === undefined
        ? []
        : [`${words.needs}: ${links(signature.needs)}. ${words.gives}: ${links(signature.gives)}.`, '']),
    ];
  }

  private flows(flows: readonly Flow[]): string[] {
    if (flows.length === 0) return [];
    const { model, words } = this;
    const columns = words.flowColumns;
    return [
      `### ${words.flows}`,
      '',
      ...tableLines<Flow>(flows, [
        { title: columns.name, cell: (flow) => `${anchor(flow.id)}${code(flow.id)}` },
        { title: columns.label, cell: (flow) => this.say(flow.label) },
        { title: columns.entity, cell: (flow) => this.entityName(flow.entity) },
        { title: columns.from, cell: (flow) => this.party(flow.from) },
        { title: columns.to, cell: (flow) => this.party(flow.to) },
        { title: columns.kind, cell: (flow) => words.kinds[flow.kind] },
        { title: columns.basis, cell: (flow) => flow.basis.map((basis) => words.bases[basis]).join(', ') },
        {
          title: columns.amount,
          cell: (flow) => {
            const amount = model.variables.get(flow.id);
            return amount?.role === 'formula' ? code(amount.formula.text) : '';
          },
        },
      ]),
      '',
    ];
  }

  private party(word: string): string {
    const party = asParty(word);
    return party === undefined
      ? `${code(word)}, ${this.words.byScenario}`
      : plainText(partyNames[party][this.language]);
  }

  private tables(): string[] {
    const { model, words } = this;
    if (model.tables.size === 0) return [];
    return [
      heading(2, words.tables, 'tables'),
      '',
      words.tablesAbout,
      '',
      ...[...model.tables.values()].flatMap((table) => [
        heading(3, `${this.say(table.label)} · ${code(table.name)}`, table.name),
        '',
        ...(table.description[this.language] === table.label[this.language]
          ? []
          : [sentence(this.say(table.description)), '']),
        `${this.unitSentence(table.unitText)} ${words.inputColumns.status}: ${words.statuses[table.status]}. ${words.source}: ${plainText(table.source)}.`,
        '',
        ...tableLines<readonly [number, number]>(table.points, [
          {
            title: isByYear(table) ? words.year : words.point,
            cell: ([x]) => (isByYear(table) ? String(x) : this.number(x)),
          },
          { title: words.value, cell: ([, y]) => this.number(y), right: true },
        ]),
        '',
      ]),
    ];
  }

  private ledger(): string[] {
    const { words } = this;
    const columns = words.partyColumns;
    const name = (text: string): string => nameTex(text);
    return [
      heading(2, words.ledger, 'ledger'),
      '',
      ...words.ledgerLines.map((line) => `- ${line}`),
      '',
      ...displayed(
        `${name('presentValue')} = ${name('presentValue')}_{t-1}+${name('discountFactor')} \\cdot \\left( ${name('net')}+${name('terminal')} \\right) \\cdot \\Delta t`,
      ),
      ...tableLines(parties, [
        { title: columns.name, cell: (party) => code(party) },
        { title: columns.label, cell: (party) => partyNames[party][this.language] },
      ]),
      '',
    ];
  }

  /** A number as the language writes it, all its digits kept. */
  private number(value: number): string {
    const [whole = '', decimals] = String(Math.abs(value)).split('.');
    const swedish = this.language === 'sv';
    const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, swedish ? '\u00a0' : ',') : whole;
    return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `${swedish ? ',' : '.'}${decimals}`}`;
  }
}

function heading(level: number, text: string, id: string): string {
  return `${anchor(id)}\n\n${'#'.repeat(level)} ${text}`;
}

function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

function displayed(tex: string): string[] {
  return ['$$', tex, '$$', ''];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function sourceOf(value: StatedValue | undefined): string | undefined {
  return typeof value === 'object' ? value.source : undefined;
}

/** The source most of a section's variables name: the one its file states for all. */
function commonSource(variables: readonly Variable[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { source } of variables) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether the points of a table are calendar years. */
function isByYear(table: Table): boolean {
  return table.points.every(([x]) => Number.isInteger(x) && x >= 1800 && x <= 2300);
}

/** Names of variables and tables in a formula, in order of appearance. */
function collectNames(formula: Formula, found: Set<string>): void {
  const visit = (view: NodeView): void => {
    if (view.kind === 'name') found.add(view.name);
    if (view.kind === 'form' && (view.name === 'previous' || view.name === 'interpolate')) found.add(view.word);
    if (view.kind === 'form' && view.name === 'previous') return;
    for (const part of partsOf(view)) visit(viewOf(part));
  };
  visit(viewOf(formula.root));
}
