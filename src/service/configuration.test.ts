import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PlannerError, type Problem } from '../errors.ts';
import {
  configurationHelp,
  isLoopback,
  maskedUrl,
  readConfiguration,
  readPlace,
  shownConfiguration,
  type Written,
} from './configuration.ts';
import { settingList } from './settings.ts';

const usualFolder = '/home/planner/bygdekalkyl';
const read = (flags: Written['flags'], environment: Written['environment'] = {}) =>
  readConfiguration({ flags, environment, usualFolder });
const problemsOf = (flags: Written['flags'], environment: Written['environment'] = {}): readonly Problem[] => {
  try {
    read(flags, environment);
  } catch (error) {
    if (error instanceof PlannerError) return error.problems;
    throw error;
  }
  return [];
};

test('where nothing is written, only this machine reaches the service, and nobody signs in', () => {
  const { configuration, warnings } = read({});
  expect(configuration).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    place: { folder: usualFolder },
    signIn: 'none',
    reachable: undefined,
    acceptedHosts: ['localhost', '127.0.0.1', '[::1]'],
    allowedOrigins: [],
    requireSignIn: false,
    publicUrl: undefined,
    threads: undefined,
  });
  expect(warnings).toEqual([]);
  expect(Object.isFrozen(configuration)).toBe(true);
});

test('every usual value is one that may be written', () => {
  const flags = Object.fromEntries(
    settingList.flatMap(([name, { usual }]) => (usual === undefined ? [] : [[name, usual]])),
  );
  expect(read(flags).configuration).toEqual(read({}).configuration);
});

test('a flag goes before a variable, and an empty variable is none', () => {
  expect(read({ port: '5000' }, { BYGDEKALKYL_PORT: '6000' }).configuration.port).toBe(5000);
  expect(read({}, { BYGDEKALKYL_PORT: '6000' }).configuration.port).toBe(6000);
  expect(read({}, { BYGDEKALKYL_PORT: '' }).configuration.port).toBe(4000);
});

test('a sign-in is needed wherever others can reach the service or its database', () => {
  const url = { DATABASE_URL: 'postgresql://bygd@localhost/bygd' };
  const cases: [Written['flags'], Written['environment'], 'required' | 'none', boolean][] = [
    [{}, {}, 'none', false],
    [{ host: 'localhost' }, {}, 'none', false],
    [{ host: '[::1]' }, {}, 'none', false],
    [{ publicUrl: 'http://localhost:8080' }, {}, 'none', false],
    [{ requireSignIn: true }, {}, 'required', false],
    [{}, url, 'required', false],
    [{ host: '0.0.0.0' }, {}, 'required', true],
    [{ host: '::' }, {}, 'required', true],
    [{ host: '192.168.1.5' }, {}, 'required', true],
    [{ host: 'bygd.kommun.se' }, {}, 'required', true],
    // A proxy on this machine brings the whole world to a loopback address.
    [{ publicUrl: 'https://bygd.kommun.se' }, {}, 'required', true],
    [{ trustProxy: '1' }, {}, 'required', true],
    [{ allowedHosts: 'bygd.kommun.se' }, {}, 'required', true],
    [{ host: '0.0.0.0' }, { BYGDEKALKYL_REQUIRE_SIGN_IN: 'false' }, 'required', true],
  ];
  for (const [flags, environment, signIn, reachable] of cases) {
    const { configuration } = read(flags, environment);
    expect([flags, environment, configuration.signIn, configuration.reachable !== undefined]).toEqual([
      flags,
      environment,
      signIn,
      reachable,
    ]);
  }
});

test.each(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'LOCALHOST', '::ffff:127.0.0.1'])('%s is this machine', (host) =>
  expect(isLoopback(host)).toBe(true),
);

test.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '127.0.0.1.example.se',
  'localhost.example.se',
  '128.0.0.1',
  '::ffff:10.0.0.1',
  '',
])('%s is not this machine, as far as one can tell', (host) => expect(isLoopback(host)).toBe(false));

test('whatever is wrong is told at once, by the flag or the variable it stands in', () => {
  const problems = problemsOf(
    { port: '70000', logLevel: 'loud', allowedOrigins: 'https://a.se,*' },
    {
      BYGDEKALKYL_HOST: '127.0.0.256',
      BYGDEKALKYL_REQUIRE_SIGN_IN: 'maybe',
      BYGDEKALKYL_QUERY_DRAWS: '1e9',
      DATABASE_URL: 'mysql://root:hemligt@db/x',
    },
  );
  expect(problems.map(({ path, found, allowed }) => [path, found, allowed])).toEqual([
    ['BYGDEKALKYL_HOST', '«127.0.0.256»', 'an IP address or host name: 127.0.0.1, ::1, 0.0.0.0, localhost'],
    ['--port', '«70000»', 'a whole number from 0 to 65535'],
    [
      'DATABASE_URL',
      'something else (not shown: it may hold a password)',
      'postgresql://USER:PASSWORD@HOST:5432/DATABASE',
    ],
    ['BYGDEKALKYL_REQUIRE_SIGN_IN', '«maybe»', 'true or false'],
    ['--allowed-origins', '«https://a.se,*»', 'origins such as https://plan.kommun.se, with commas between'],
    ['--log-level', '«loud»', 'trace, debug, info, warn, error, silent'],
    ['BYGDEKALKYL_QUERY_DRAWS', '«1e9»', 'a whole number from 1 to 1000000'],
  ]);
  expect(JSON.stringify(problems)).not.toContain('hemligt');
});

test.each([
  [{ port: '-1' }],
  [{ port: '4000.5' }],
  [{ port: ' ' }],
  [{ data: '' }],
  [{ data: 'a\0b' }],
  [{ host: 'two words' }],
  [{ host: 'http://localhost' }],
  [{ host: 'localhost:4000' }],
  [{ allowedHosts: 'https://a.se' }],
  [{ allowedHosts: 'a.se,,b.se' }],
  [{ allowedHosts: '*' }],
  [{ allowedOrigins: 'null' }],
  [{ allowedOrigins: 'https://a.se/page' }],
  [{ publicUrl: 'https://user:password@a.se' }],
  [{ publicUrl: 'a.se' }],
  [{ trustProxy: 'yes' }],
] as [Written['flags']][])('%j is refused', (flags) => {
  expect(problemsOf(flags)).toHaveLength(1);
});

test('an origin is kept as a browser sends it', () => {
  expect(
    read({ allowedOrigins: 'HTTPS://Plan.Kommun.se:443/, http://localhost:5173' }).configuration.allowedOrigins,
  ).toEqual(['https://plan.kommun.se', 'http://localhost:5173']);
});

test('requests may be addressed to the stated names and to this machine; to any, where tokens are needed and none is stated', () => {
  expect(read({ publicUrl: 'https://bygd.kommun.se' }).configuration.acceptedHosts).toContain('bygd.kommun.se');
  expect(read({ host: '0.0.0.0', allowedHosts: 'Bygd.se' }).configuration.acceptedHosts).toContain('bygd.se');
  expect(read({ host: '0.0.0.0' }).configuration.acceptedHosts).toBe('any');
  expect(read({ host: '::1' }).configuration.acceptedHosts).toEqual(['localhost', '127.0.0.1', '[::1]']);
  expect(read({}, { DATABASE_URL: 'postgres://localhost/x' }).configuration.acceptedHosts).not.toBe('any');
});

test('things are kept in one place: a data folder and a server together are refused', () => {
  const url = 'postgresql://bygd:hemligt@db.kommun.se/bygd';
  expect(problemsOf({ data: 'here' }, { DATABASE_URL: url })).toEqual([
    {
      code: 'setting',
      path: '--data',
      message: 'Both a data folder and DATABASE_URL are stated, and things are kept in one place only',
      hint: 'Leave out one of them',
    },
  ]);
  expect(problemsOf({}, { BYGDEKALKYL_DATA: 'here', DATABASE_URL: url })[0]?.path).toBe('BYGDEKALKYL_DATA');
  expect(readPlace({ flags: {}, environment: { DATABASE_URL: url }, usualFolder })).toEqual({ url });
  expect(readPlace({ flags: { data: 'here' }, environment: {}, usualFolder })).toEqual({ folder: resolve('here') });
  expect(readPlace({ flags: {}, environment: {}, usualFolder })).toEqual({ folder: usualFolder });
});

test('the password of the database is in nothing that is shown', () => {
  const url = 'postgresql://bygd:hem%40ligt@db.kommun.se:5433/bygd?sslpassword=hemligare';
  const shown = JSON.stringify(shownConfiguration(read({}, { DATABASE_URL: url }).configuration));
  expect(shown).toContain('postgresql://bygd:***@db.kommun.se:5433/bygd');
  expect(shown).not.toMatch(/hem/);
  expect(maskedUrl('postgresql:///bygd?password=hemligt')).not.toContain('hemligt');
  expect(maskedUrl('host=db password=hemligt')).not.toContain('hemligt');
});

test('a variable that is probably a slip is told, with the one that was meant', () => {
  expect(read({}, { BYGDEKALKYL_PROT: '80', BYGDEKALKYL_PORT: '', HOME: '/', BYGDE: 'x' }).warnings).toEqual([
    'The variable BYGDEKALKYL_PROT is none that Bygdekalkyl knows, and changes nothing. Did you mean BYGDEKALKYL_PORT?',
  ]);
});

test('flags, variables and names go together, and none stands for two settings', () => {
  for (const [name, { flag, variable }] of settingList) {
    if (name === 'databaseUrl') continue;
    const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect([name, flag, variable]).toEqual([
      name,
      `--${words}`,
      `BYGDEKALKYL_${words.replaceAll('-', '_').toUpperCase()}`,
    ]);
  }
});

test('the table tells every setting once', () => {
  const rows = configurationHelp().split('\n').slice(2);
  expect(rows.map((row) => /`([A-Z_]+)`/.exec(row.replace(/^\| `[^`]*`/, ''))?.[1])).toEqual(
    settingList.map(([, { variable }]) => variable),
  );
});

test('no setting is one that nothing reads', () => {
  const lines = globSync('src/{service,api,cli}/**/*.ts')
    .filter((path) => !/\.test\.ts$|service\/(configuration|settings)\.ts$/.test(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line.includes('onfiguration'));
  // These become others: the place of the data, whether a token is needed, the names answered to.
  const made = ['data', 'databaseUrl', 'requireSignIn', 'publicUrl', 'allowedHosts'];
  const unread = settingList
    .map(([name]) => name)
    .filter((name) => !made.includes(name) && !lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)));
  expect(unread).toEqual([]);
});
