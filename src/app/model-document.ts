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
        `\\sum_{p} \\frac{${nameTex('likelyPairSales')}_{p} \\cdot (1 + u)}{1 + u \\cdot ${nameTex('likelyShare')}_{p}} = (1 + ${nameTex('visitsEffect')}) \\cdot \\sum_{p} ${nameTex('likelyPairSales')}_{p}, \\qquad u = ${nameTex('attractionUplift')}`,
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

/** Everything the document says that is not in the model. */
const phrases = {
  sv: {
    title: 'Modellen',
    generated: 'Skapad ur formelfilerna i src/engine/model av `npm run generate`. Ändra där, inte här.',
    lead: 'Så här räknar modellen: varje tal, varje formel och varje rad i huvudboken, i den ordning de hör ihop. Texten är skapad ur samma filer som beräkningen körs från.',
    counts: (formulas: number, defaults: number, assumptions: number) =>
      `Modellen har ${formulas} formler. Av ${defaults} förval är ${assumptions} **antaganden**: ingen har mätt dem, och de bör prövas först.`,
    reading: 'Så läser du',
    readingLines: [
      'Ett namn i kodstil, som `sales`, är det namn som används i formler. I formelfiler och scenarier skrivs enheterna på engelska: kr är `SEK`, år `year`, hushåll `household`, timme `hour`, vecka `week`, tjänst `post`.',
      'Varje formel gäller en av modellens saker, till exempel en plats eller en butik, och ett år. Ett namn utan index är årets värde; $x_{t-1}$ är värdet vid slutet av året innan, första året det *ingående värdet*.',
      '$t$ är antalet år sedan starten (`yearIndex`), $T$ antalet år i beräkningen och $\\Delta t$ ett år (`step`): det gör ett belopp om året till ett belopp. $t=0$ är `isFirstYear`, $t=T-1$ `isLastYear`, och `chanceEvents` är falskt i en trolig körning utan slump.',
      '$\\sum_{\\mathrm{shop}} x$ är summan över de butiker som hör till det formeln gäller, $\\prod$, $\\min$ och $\\max$ på samma sätt. $[x]_{\\mathrm{shop}}$ är värdet hos den butik som saken hör till. Vad som gäller när ingen finns står efter «annars».',
      '$\\mathrm{clamp}(x; a; b)$ är $x$, men minst $a$ och högst $b$. En klammer läses uppifrån: första raden vars villkor gäller.',
      'Status: *funnet* står i en namngiven källa, *härlett* är räknat ur sådana tal, **◆ antagande** har ingen mätt, **◆ syntetiskt** är skapat för att pröva modellen.',
    ],
    contents: 'Innehåll',
    entities: 'Vad modellen talar om',
    entityColumns: {
      name: 'Namn',
      label: 'Benämning',
      about: 'Vad det är',
      parents: 'Hör till',
      parties: 'Parter som anges',
      own: 'Finns',
    },
    as: 'som',
    optional: 'om någon',
    perAlternative: 'i varje alternativ för sig',
    shared: 'lika i alla alternativ',
    file: 'Formelfil',
    source: 'Källa',
    sectionSource: 'Källa där inget annat sägs',
    inputs: 'Indata',
    internal: 'Fylls i av programmet',
    inputColumns: {
      name: 'Namn',
      label: 'Benämning',
      entity: 'Gäller',
      unit: 'Enhet',
      value: 'Förval (låg / troligt / hög)',
      limits: 'Tillåtet',
      price: 'Prisår och serie',
      status: 'Status',
      source: 'Källa',
    },
    field: 'i scenariot',
    drawnOnce: 'dras en gång för alla',
    required: 'måste anges',
    whole: 'heltal',
    atLeast: 'minst',
    atMost: 'högst',
    noStatus: 'inte angiven',
    statuses: { found: 'funnet', derived: 'härlett', assumption: '**◆ antagande**', synthetic: '**◆ syntetiskt**' },
    yes: 'ja',
    no: 'nej',
    unknown: 'okänt',
    uniform: 'jämnt fördelat',
    triangular: 'triangelfördelat',
    normal: 'normalfördelat: medel, standardavvikelse',
    lognormal: 'lognormalt: median, sigma',
    beta: 'beta: alfa, beta',
    discrete: 'ett av värdena',
    empirical: 'uppmätta värden',
    likely: 'troligt',
    formulas: 'Beräkning',
    concerns: 'Gäller',
    unit: 'Enhet',
    noUnit: 'utan enhet',
    truth: 'sant eller falskt',
    fan: 'Redovisas varje år med fördelning.',
    mean: 'Redovisas varje år som medelvärde.',
    outcome: 'Värdet sista året sparas för varje framtid.',
    round: 'Avrundas till ören där pengar anges.',
    statable: (name: string) =>
      `Kan anges i scenariot i stället för att räknas ut: då är ${code(`${name}Given`)} sant, och ${code(`${name}Stated`)} är det angivna värdet.`,
    collects: {
      sum: 'Samlar bidrag från åtgärder som en summa; utan bidrag 0.',
      product: 'Samlar bidrag från åtgärder som en produkt; utan bidrag 1.',
    },
    formula: 'Formel',
    opening: 'Ingående värde',
    uses: 'Bygger på',
    draws: {
      normal:
        'Ett nytt slumptal varje år, normalfördelat med medelvärde 0 och standardavvikelse 1; 0 i en trolig körning.',
      uniform: 'Ett nytt slumptal varje år, jämnt fördelat mellan 0 och 1.',
    },
    stream: 'Slumptalsström',
    lane: 'plats',
    solved: (solver: string) =>
      `Löses ur en ekvation, en gång för varje uppsättning okända tal: se [lösaren ${code(solver)}](#solver-${solver}).`,
    solver: 'Lösaren',
    needs: 'Behöver',
    gives: 'Ger',
    noSolution: 'Utan lösning redovisas framtiden som misslyckad, aldrig som ett tal.',
    flows: 'Rader i huvudboken',
    flowColumns: {
      name: 'Namn',
      label: 'Benämning',
      entity: 'Gäller',
      from: 'Från',
      to: 'Till',
      kind: 'Slag',
      basis: 'Bas',
      amount: 'Belopp, kr/år',
    },
    byScenario: 'enligt scenariot',
    kinds: { transfer: 'överföring', resource: 'resurs' },
    bases: { cash: 'kassa', cost: 'kalkyl', terminal: 'slutvärde' },
    tables: 'Daterade serier',
    tablesAbout: 'Mellan två punkter går en rak linje; utanför dem gäller den närmaste.',
    year: 'År',
    point: 'Punkt',
    value: 'Värde',
    ledger: 'Huvudboken',
    ledgerLines: [
      'Varje rad flyttar ett belopp från en part till en annan ett visst år. En *överföring* flyttar pengar och förbrukar inget; en *resurs* är arbete, varor, energi, resor eller tid som går åt, och bara den räknas för samhället.',
      'Basen säger var raden räknas: *kassa* i likviditet och nuvärde, *kalkyl* i årliga kalkyler, *slutvärde* bara i nuvärdet. Kassa och kalkyl läggs aldrig ihop.',
      'En parts netto är vad den får minus vad den betalar på kassabas. Nuvärdet läggs ihop år för år; en part med egen ränta har en egen nuvärdesfaktor.',
    ],
    partyColumns: { name: 'Namn', label: 'Part' },
  },
  en: {
    title: 'The model',
    generated: 'Generated from the formula files in src/engine/model by `npm run generate`. Change those, not this.',
    lead: 'How the model computes: every number, every formula and every row of the ledger, in the order they hang together. The text is generated from the same files that the computation runs from.',
    counts: (formulas: number, defaults: number, assumptions: number) =>
      `The model has ${formulas} formulas. Of ${defaults} defaults ${assumptions} are **assumptions**: nobody has measured them, and they should be tried first.`,
    reading: 'How to read it',
    readingLines: [
      'A name in code style, such as `sales`, is the name used in formulas. Money is in Swedish kronor, `SEK`.',
      "Each formula concerns one of the model's things, a place or a shop for instance, and one year. A name without an index is this year's value; $x_{t-1}$ is the value at the end of the year before, in the first year the *opening*.",
      '$t$ is the number of years since the start (`yearIndex`), $T$ the number of years computed and $\\Delta t$ one year (`step`): it turns an amount a year into an amount. $t=0$ is `isFirstYear`, $t=T-1$ `isLastYear`, and `chanceEvents` is false in a likely run, which has no luck.',
      '$\\sum_{\\mathrm{shop}} x$ is the sum over the shops that belong to what the formula concerns, and $\\prod$, $\\min$ and $\\max$ likewise. $[x]_{\\mathrm{shop}}$ is the value at the shop that the thing belongs to. What holds when there is none stands after “otherwise”.',
      '$\\mathrm{clamp}(x, a, b)$ is $x$, but at least $a$ and at most $b$. A brace is read from the top: the first row whose condition holds.',
      'Status: *found* stands in a named source, *derived* is arithmetic on such numbers, **◆ assumption** has been measured by nobody, **◆ synthetic** is made up to try the model.',
    ],
    contents: 'Contents',
    entities: 'What the model speaks of',
    entityColumns: {
      name: 'Name',
      label: 'Label',
      about: 'What it is',
      parents: 'Belongs to',
      parties: 'Parties to state',
      own: 'Exists',
    },
    as: 'as',
    optional: 'if any',
    perAlternative: 'in each alternative by itself',
    shared: 'the same in all alternatives',
    file: 'Formula file',
    source: 'Source',
    sectionSource: 'Source where no other is named',
    inputs: 'Inputs',
    internal: 'Filled in by the program',
    inputColumns: {
      name: 'Name',
      label: 'Label',
      entity: 'Concerns',
      unit: 'Unit',
      value: 'Default (low / likely / high)',
      limits: 'Allowed',
      price: 'Price year and series',
      status: 'Status',
      source: 'Source',
    },
    field: 'in a scenario',
    drawnOnce: 'drawn once for all',
    required: 'must be stated',
    whole: 'whole number',
    atLeast: 'at least',
    atMost: 'at most',
    noStatus: 'not stated',
    statuses: { found: 'found', derived: 'derived', assumption: '**◆ assumption**', synthetic: '**◆ synthetic**' },
    yes: 'yes',
    no: 'no',
    unknown: 'unknown',
    uniform: 'uniform',
    triangular: 'triangular',
    normal: 'normal: mean, standard deviation',
    lognormal: 'lognormal: median, sigma',
    beta: 'beta: alpha, beta',
    discrete: 'one of the values',
    empirical: 'observed values',
    likely: 'likely',
    formulas: 'Formulas',
    concerns: 'Concerns',
    unit: 'Unit',
    noUnit: 'no unit',
    truth: 'true or false',
    fan: 'Reported each year with its spread.',
    mean: 'Reported each year as an average.',
    outcome: 'Its value in the last year is kept for every future.',
    round: 'Rounded to the öre where money is stated.',
    statable: (name: string) =>
      `A scenario may state it instead: then ${code(`${name}Given`)} is true, and ${code(`${name}Stated`)} is the stated value.`,
    collects: {
      sum: 'Gathers contributions of measures as a sum; 0 without any.',
      product: 'Gathers contributions of measures as a product; 1 without any.',
    },
    formula: 'Formula',
    opening: 'Opening',
    uses: 'Uses',
    draws: {
      normal: 'A new random number each year, normal with mean 0 and standard deviation 1; 0 in a likely run.',
      uniform: 'A new random number each year, uniform between 0 and 1.',
    },
    stream: 'Stream of random numbers',
    lane: 'lane',
    solved: (solver: string) =>
      `Solved from an equation, once for each set of unknown numbers: see [the solver ${code(solver)}](#solver-${solver}).`,
    solver: 'The solver',
    needs: 'Needs',
    gives: 'Gives',
    noSolution: 'Without a solution the future is reported as failed, never as a number.',
    flows: 'Rows of the ledger',
    flowColumns: {
      name: 'Name',
      label: 'Label',
      entity: 'Concerns',
      from: 'From',
      to: 'To',
      kind: 'Kind',
      basis: 'Basis',
      amount: 'Amount, SEK/year',
    },
    byScenario: 'by the scenario',
    kinds: { transfer: 'transfer', resource: 'resource' },
    bases: { cash: 'cash', cost: 'cost', terminal: 'terminal' },
    tables: 'Dated series',
    tablesAbout: 'Between two points runs a straight line; outside them the nearest holds.',
    year: 'Year',
    point: 'Point',
    value: 'Value',
    ledger: 'The ledger',
    ledgerLines: [
      'Each row moves an amount from one party to another in a year. A *transfer* moves money and uses nothing up; a *resource* is work, goods, energy, travel or time used up, and only it counts for society.',
      'The basis says where the row counts: *cash* in liquidity and present value, *cost* in yearly calculations, *terminal* in present value only. Cash and cost are never added together.',
      "A party's net is what it gets less what it pays on a cash basis. Present value is added up year by year; a party with a rate of its own has a discount factor of its own.",
    ],
    partyColumns: { name: 'Name', label: 'Party' },
  },
} as const;

/** What the base units are called on a Swedish page; in English as in the files. */
const swedishUnits: Readonly<Record<string, string>> = {
  SEK: 'kr',
  year: 'år',
  household: 'hushåll',
  hour: 'timme',
  litre: 'liter',
  week: 'vecka',
  trip: 'resa',
  errand: 'ärende',
  post: 'tjänst',
};

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
          { title: columns.parties, cell: (entity) => entity.parties.map(code).join(', ') },
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
        `${words.unit}: ${this.unit(variable.unitText)}.`,
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
        `${words.unit}: ${this.unit(table.unitText)}. ${words.inputColumns.status}: ${words.statuses[table.status]}. ${words.source}: ${plainText(table.source)}.`,
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
