import { fliseryd, members, others, type Somebody, type Who, type World } from './world.ts';

export type Outcome = 'given' | 'forbidden' | 'not-found' | 'invalid';

/** One thing that is tried by everybody, and what comes of it; without a valid token nothing ever does. */
export type Attempt = {
  readonly what: string;
  readonly variables: (world: World, who: Who) => Record<string, unknown> | Promise<Record<string, unknown>>;
  /** What is asked of the answer; as little as possible unless stated. */
  readonly select?: string;
  readonly outcome: Readonly<Record<Somebody, Outcome>>;
};

/** The same for everybody who is signed in. */
function all(outcome: Outcome): Attempt['outcome'] {
  return Object.fromEntries([...members, ...others, 'operator'].map((who) => [who, outcome])) as Attempt['outcome'];
}

/** From a role upwards in Kalmar; the outcome for everybody elsewhere. */
function kalmar(
  from: (typeof members)[number],
  elsewhere: Outcome | Partial<Record<(typeof others)[number] | 'operator', Outcome>>,
  operator?: Outcome,
): Attempt['outcome'] {
  const given = members.map(
    (who) => [who, members.indexOf(who) >= members.indexOf(from) ? 'given' : 'forbidden'] as const,
  );
  const out = [...others, 'operator' as const].map(
    (who) =>
      [
        who,
        typeof elsewhere === 'string' ? (who === 'operator' ? (operator ?? elsewhere) : elsewhere) : elsewhere[who],
      ] as const,
  );
  return Object.fromEntries([...given, ...out]) as Attempt['outcome'];
}

/** From a role upwards in whatever workspace. */
function everywhere(from: (typeof members)[number], operator: Outcome = 'given'): Attempt['outcome'] {
  const outcome = (index: number): Outcome => (index >= members.indexOf(from) ? 'given' : 'forbidden');
  return Object.fromEntries([
    ...members.map((who, index) => [who, outcome(index)]),
    ...others.map((who, index) => [who, outcome(index)]),
    ['operator', operator],
  ]) as Attempt['outcome'];
}

/** A reader elsewhere may not write at all; all others find what is hidden from them missing. */
function writersElsewhere(outcome: Outcome, operator: Outcome = outcome) {
  return {
    otherReader: 'forbidden',
    otherPlanner: outcome,
    otherAgency: outcome,
    otherAdmin: outcome,
    operator,
  } as const;
}

const nothing = (): Record<string, unknown> => ({});
const open = (what: string, variables: Attempt['variables'] = nothing): Attempt[] => [
  { what, variables, outcome: all('given') },
];

/** A thing that is not shared, one shared with the other workspace, one shared with everyone. */
function threeWays(variables: (thing: World['unshared']) => Record<string, unknown>): Attempt[] {
  return [
    {
      what: 'of a thing that is unshared',
      variables: (world) => variables(world.unshared),
      outcome: kalmar('reader', 'not-found'),
    },
    {
      what: 'of a thing that is shared with the other workspace',
      variables: (world) => variables(world.sharedWithOther),
      outcome: kalmar('reader', 'given', 'not-found'),
    },
    {
      what: 'of a thing that is shared with everyone',
      variables: (world) => variables(world.sharedWithAll),
      outcome: all('given'),
    },
  ];
}

let names = 0;
const newSlug = (): string => {
  names += 1;
  return `ny-${names}`;
};

/** What must come of every operation of the schema, row by row. */
export const expectations: Readonly<Record<string, readonly Attempt[]>> = {
  // What everybody may read who is let in: the model and the register of places.
  'Query.measureKind': open('of the model', () => ({ name: 'servicePoint' })),
  'Query.measureKinds': open('of the model'),
  'Query.model': open('of the model'),
  'Query.parameters': open('of the model'),
  'Query.parties': open('of the model'),
  'Query.stateAidRegimes': open('of the model'),
  'Query.supportRule': open('of the model', () => ({ key: 'sarskiltDriftstod' })),
  'Query.supportRules': open('of the model'),
  'Query.places': open('of the register'),
  'Query.viewer': open('oneself'),
  'Query.modelVersion': open('the shipped one', async (world) => ({ hash: world.server.service.shippedModelHash })),

  // What everybody has of their own.
  'Query.scenarios': open('those one may read', () => ({ first: 100 })),
  'Query.workspaces': open('those one knows of', () => ({ first: 100 })),
  'Query.jobs': open('of the own workspace', () => ({ first: 100 })),
  'Query.tokens': ['{ totalCount }', '{ nodes { id } }', '{ pageInfo { hasNextPage } }'].map((select) => ({
    what: `${select} of the own workspace`,
    variables: () => ({ first: 100 }),
    select,
    outcome: everywhere('admin'),
  })),

  // Kalmar's things.
  'Query.node': threeWays(({ scenario }) => ({ id: scenario })),
  'Query.scenario': threeWays(({ slug }) => ({ slug, workspace: 'kalmar' })),
  'Query.comparison': [
    ...threeWays(({ revision }) => ({ revision, draws: 64 })),
    ...threeWays(({ slug }) => ({ scenario: slug, draws: 64 })).map((each) => ({
      ...each,
      what: `${each.what}, by its name`,
    })),
  ],
  'Query.cost': threeWays(({ revision }) => ({
    query: 'query ($id: ID!) { comparison(revision: $id, draws: 64) { id } }',
    variables: { id: revision },
  })),
  'Query.explanation': threeWays(({ revision }) => ({ revision, what: 'cash@ica-fliseryd@2021' })),
  'Query.draft': threeWays(({ revision }) => ({ revision, changes: [{ path: 'years', value: 10 }] })),
  'Query.verifyComparison': threeWays(({ comparison }) => ({ comparison })),
  'Query.verifyDraw': threeWays(({ revision }) => ({ revision })),

  // Writing scenarios.
  'Mutation.createScenario': [
    {
      what: 'of the own workspace',
      variables: () => ({ input: { slug: newSlug(), text: fliseryd } }),
      outcome: everywhere('planner'),
    },
    {
      what: 'that extends one that is unshared',
      variables: ({ unshared }) => ({ input: { slug: newSlug(), text: fliseryd, extendsRevision: unshared.revision } }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'that extends one that is shared',
      variables: ({ sharedWithOther }) => ({
        input: { slug: newSlug(), text: fliseryd, extendsRevision: sharedWithOther.revision },
      }),
      outcome: kalmar('planner', writersElsewhere('given', 'not-found')),
    },
  ],
  'Mutation.reviseScenario': [
    {
      what: 'one that is unshared',
      variables: async (world) => ({ input: { basedOn: (await world.freshScenario()).revision, text: fliseryd } }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'one that is shared to read',
      variables: (world, who) => ({
        input: {
          basedOn: world.sharedWithOther.revision,
          // Those of Kalmar have been tried above; saved here, it would no longer be the newest.
          text: (members as readonly string[]).includes(who) ? 'id: 1' : fliseryd,
        },
      }),
      outcome: {
        ...kalmar('planner', { ...writersElsewhere('forbidden', 'not-found') }),
        planner: 'invalid',
        agency: 'invalid',
        admin: 'invalid',
      },
    },
  ],
  'Mutation.forkScenario': [
    {
      what: 'from one that is unshared',
      variables: ({ unshared }) => ({ input: { slug: newSlug(), from: unshared.revision } }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'from one that is shared',
      variables: ({ sharedWithOther }) => ({ input: { slug: newSlug(), from: sharedWithOther.revision } }),
      outcome: kalmar('planner', writersElsewhere('given', 'not-found')),
    },
  ],
  'Mutation.shareScenario': [
    {
      what: 'one that is unshared, with a workspace that is named',
      variables: async (world) => ({
        input: { scenario: (await world.freshScenario()).scenario, workspace: 'kalmar' },
      }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'one that is shared with you, on to another workspace',
      variables: ({ sharedWithOther }) => ({ input: { scenario: sharedWithOther.scenario, workspace: 'kalmar' } }),
      outcome: kalmar('planner', writersElsewhere('forbidden', 'not-found')),
    },
    {
      what: 'with a workspace that does not exist',
      variables: async (world) => ({ input: { scenario: (await world.freshScenario()).scenario, workspace: 'ingen' } }),
      outcome: { ...all('not-found'), reader: 'forbidden', otherReader: 'forbidden' },
    },
    {
      what: 'with everyone',
      variables: async (world) => ({ input: { scenario: (await world.freshScenario()).scenario, workspace: null } }),
      outcome: {
        ...kalmar('agency', 'not-found'),
        otherReader: 'forbidden',
        otherPlanner: 'forbidden',
      },
    },
  ],
  'Mutation.unshareScenario': [
    {
      what: 'one that is unshared already',
      variables: async (world) => ({
        input: { scenario: (await world.freshScenario()).scenario, workspace: 'lindesberg' },
      }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'one that is shared with you',
      variables: ({ sharedWithOther }) => ({ input: { scenario: sharedWithOther.scenario, workspace: 'nagon-annan' } }),
      outcome: kalmar('planner', writersElsewhere('forbidden', 'not-found')),
    },
    {
      what: 'from everyone',
      variables: async (world) => ({ input: { scenario: (await world.freshScenario()).scenario, workspace: null } }),
      outcome: {
        ...kalmar('agency', 'not-found'),
        otherReader: 'forbidden',
        otherPlanner: 'forbidden',
      },
    },
  ],

  // Long work. One place × 15 years × 3 alternatives × 64 draws is 2 880 village-draw-years; a planner may start 5 000.
  'Mutation.startComparison': [
    {
      what: 'of one that is unshared',
      variables: ({ unshared }) => ({ input: { revision: unshared.revision, draws: 64 } }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
    {
      what: 'of one that is shared',
      variables: ({ sharedWithOther }) => ({ input: { revision: sharedWithOther.revision, draws: 64 } }),
      outcome: kalmar('planner', writersElsewhere('given', 'not-found')),
    },
    {
      what: 'larger than a planner may start',
      variables: ({ sharedWithAll }) => ({ input: { revision: sharedWithAll.revision, draws: 128 } }),
      outcome: { ...everywhere('planner'), planner: 'invalid', otherPlanner: 'invalid' },
    },
  ],
  'Mutation.cancelJob': [
    {
      what: "a job of Kalmar's",
      variables: ({ job }) => ({ id: job }),
      outcome: kalmar('planner', writersElsewhere('not-found')),
    },
  ],
  'Subscription.jobEvents': [
    {
      what: "of a job of Kalmar's",
      variables: ({ job }) => ({ job, after: 0 }),
      select: '{ number kind }',
      outcome: kalmar('reader', 'not-found'),
    },
  ],

  // Who may come in.
  'Mutation.issueToken': [
    {
      what: 'of the own workspace',
      variables: () => ({ input: { name: 'n', role: 'admin', days: 1 } }),
      outcome: everywhere('admin'),
    },
    {
      what: "of Kalmar's workspace",
      variables: () => ({ input: { name: 'n', role: 'reader', days: 1, workspace: 'kalmar' } }),
      outcome: {
        ...kalmar('admin', 'forbidden'),
        otherAdmin: 'not-found',
        operator: 'given',
      },
    },
    {
      what: 'of a workspace that does not exist',
      variables: () => ({ input: { name: 'n', role: 'reader', days: 1, workspace: 'ingen' } }),
      outcome: { ...all('forbidden'), admin: 'not-found', otherAdmin: 'not-found', operator: 'not-found' },
    },
    {
      what: 'of the shipped scenarios',
      variables: () => ({ input: { name: 'n', role: 'reader', days: 1, workspace: 'exempel' } }),
      outcome: { ...all('forbidden'), admin: 'not-found', otherAdmin: 'not-found', operator: 'invalid' },
    },
  ],
  'Mutation.revokeToken': [
    {
      what: "a token of Kalmar's",
      variables: async (world) => ({ id: await world.freshToken() }),
      outcome: { ...kalmar('admin', 'forbidden'), otherAdmin: 'not-found', operator: 'given' },
    },
  ],
  'Mutation.createWorkspace': [
    {
      what: 'a new one',
      variables: () => ({ input: { slug: newSlug(), name: 'Ny kommun' } }),
      outcome: { ...all('forbidden'), operator: 'given' },
    },
  ],
};
