/** How a setting is written, and what may stand there. */
type SettingKind =
  | { readonly kind: 'text'; readonly form: 'host' | 'folder' | 'database' | 'address' }
  | { readonly kind: 'list'; readonly form: 'origin' | 'host name' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'switch' };

/** One thing that whoever runs the service may decide. */
export type Setting = SettingKind & {
  /** None for what must not be seen in a list of processes. */
  readonly flag?: string;
  readonly variable: string;
  /** As one would write it; none where the setting may be left out or the machine decides. */
  readonly usual?: string;
  /** What holds where nothing is written, in words, where `usual` does not say it. */
  readonly otherwise?: string;
  /** What it does, with its unit. */
  readonly meaning: string;
};

/**
 * Everything that whoever runs the service may decide: the help of `start`, the table in docs/operation.md and the checks
 * at the start are made from this.
 */
export const settings = {
  host: {
    kind: 'text',
    form: 'host',
    flag: '--host',
    variable: 'BYGDEKALKYL_HOST',
    usual: '127.0.0.1',
    meaning: 'address to listen on; anything but this machine itself needs tokens',
  },
  port: {
    kind: 'whole',
    least: 0,
    most: 65_535,
    flag: '--port',
    variable: 'BYGDEKALKYL_PORT',
    usual: '4000',
    meaning: 'port to listen on; 0 takes any that is free',
  },
  data: {
    kind: 'text',
    form: 'folder',
    flag: '--data',
    variable: 'BYGDEKALKYL_DATA',
    otherwise: "a folder of the user's own",
    meaning: 'data folder of the embedded database',
  },
  databaseUrl: {
    kind: 'text',
    form: 'database',
    variable: 'DATABASE_URL',
    otherwise: 'the embedded database',
    meaning: 'address of a PostgreSQL server, used instead of the embedded database; needs tokens',
  },
  requireSignIn: {
    kind: 'switch',
    flag: '--require-sign-in',
    variable: 'BYGDEKALKYL_REQUIRE_SIGN_IN',
    otherwise: 'only where others can reach the service or its database',
    meaning: 'ask for a token on this machine too',
  },
  publicUrl: {
    kind: 'text',
    form: 'address',
    flag: '--public-url',
    variable: 'BYGDEKALKYL_PUBLIC_URL',
    otherwise: 'none',
    meaning: 'address at which users reach the service, where a proxy stands in front of it; needs tokens',
  },
  trustProxy: {
    kind: 'whole',
    least: 0,
    most: 5,
    flag: '--trust-proxy',
    variable: 'BYGDEKALKYL_TRUST_PROXY',
    usual: '0',
    meaning: 'proxies in front whose X-Forwarded-For is believed; needs tokens if above 0',
  },
  allowedOrigins: {
    kind: 'list',
    form: 'origin',
    flag: '--allowed-origins',
    variable: 'BYGDEKALKYL_ALLOWED_ORIGINS',
    otherwise: 'none but its own',
    meaning: 'origins of web pages that may call the API, with commas between',
  },
  allowedHosts: {
    kind: 'list',
    form: 'host name',
    flag: '--allowed-hosts',
    variable: 'BYGDEKALKYL_ALLOWED_HOSTS',
    otherwise:
      'the names of this machine itself and of the public address; any, where it listens to others and neither is stated',
    meaning: 'host names that requests may be addressed to, with commas between; needs tokens',
  },
  failedSignIns: {
    kind: 'whole',
    least: 1,
    most: 10_000,
    flag: '--failed-sign-ins',
    variable: 'BYGDEKALKYL_FAILED_SIGN_INS',
    usual: '20',
    meaning: 'wrong tokens from one address in a minute before it is told to wait',
  },
  logLevel: {
    kind: 'choice',
    among: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    flag: '--log-level',
    variable: 'BYGDEKALKYL_LOG_LEVEL',
    usual: 'info',
    meaning: 'what is logged, this and what is graver: trace, debug, info, warn, error or silent',
  },
  threads: {
    kind: 'whole',
    least: 1,
    most: 64,
    flag: '--threads',
    variable: 'BYGDEKALKYL_THREADS',
    otherwise: 'one for each core, at least 2 and at most 4',
    meaning: 'threads that read and compute scenarios; changes no result',
  },
  threadMegabytes: {
    kind: 'whole',
    least: 256,
    most: 65_536,
    flag: '--thread-megabytes',
    variable: 'BYGDEKALKYL_THREAD_MEGABYTES',
    usual: '2048',
    meaning: 'most memory of such a thread, MB; work that needs more is stopped',
  },
  queryDraws: {
    kind: 'whole',
    least: 1,
    most: 1_000_000,
    flag: '--query-draws',
    variable: 'BYGDEKALKYL_QUERY_DRAWS',
    usual: '20000',
    meaning: 'most futures that a query may ask for; more is a job',
  },
  queryWork: {
    kind: 'whole',
    least: 1,
    most: 1_000_000_000_000,
    flag: '--query-work',
    variable: 'BYGDEKALKYL_QUERY_WORK',
    usual: '20000000',
    meaning: 'most village-draw-years that a query may compute; more is a job',
  },
  jobDraws: {
    kind: 'whole',
    least: 1,
    most: 100_000_000,
    flag: '--job-draws',
    variable: 'BYGDEKALKYL_JOB_DRAWS',
    usual: '1000000',
    meaning: 'most futures that a job may ask for',
  },
  plannerWork: {
    kind: 'whole',
    least: 1,
    most: 1_000_000_000_000,
    flag: '--planner-work',
    variable: 'BYGDEKALKYL_PLANNER_WORK',
    usual: '500000000',
    meaning: 'most village-draw-years of a job started by a planner; the agency and admins may start any',
  },
  querySeconds: {
    kind: 'whole',
    least: 1,
    most: 3600,
    flag: '--query-seconds',
    variable: 'BYGDEKALKYL_QUERY_SECONDS',
    usual: '30',
    meaning: 'seconds after which a query is stopped',
  },
  jobMinutes: {
    kind: 'whole',
    least: 1,
    most: 1_380,
    flag: '--job-minutes',
    variable: 'BYGDEKALKYL_JOB_MINUTES',
    usual: '60',
    meaning: 'minutes after which a job is stopped',
  },
  perCaller: {
    kind: 'whole',
    least: 1,
    most: 1000,
    flag: '--per-caller',
    variable: 'BYGDEKALKYL_PER_CALLER',
    usual: '8',
    meaning: 'pieces of work that one caller may have running and waiting',
  },
  waiting: {
    kind: 'whole',
    least: 0,
    most: 100_000,
    flag: '--waiting',
    variable: 'BYGDEKALKYL_WAITING',
    usual: '256',
    meaning: 'pieces of work that may wait for a free thread before callers are told to come back',
  },
  bodyMegabytes: {
    kind: 'whole',
    least: 1,
    most: 64,
    flag: '--body-megabytes',
    variable: 'BYGDEKALKYL_BODY_MEGABYTES',
    usual: '4',
    meaning: 'largest request, in MB of a million bytes',
  },
  graceSeconds: {
    kind: 'whole',
    least: 0,
    most: 600,
    flag: '--grace-seconds',
    variable: 'BYGDEKALKYL_GRACE_SECONDS',
    usual: '20',
    meaning: 'seconds that running work is given to finish when the service is told to stop',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;

/** All of them, in the order that help shows them. */
export const settingList: readonly (readonly [SettingName, Setting])[] = Object.entries(settings) as [
  SettingName,
  Setting,
][];

/** What holds where nothing is written, as one tells it. */
export function usualText(setting: Setting): string {
  return setting.usual ?? setting.otherwise ?? 'none';
}

/** The word that stands for the value in help: `--port <number>`. */
export function placeholder(setting: Setting): string {
  if (setting.kind === 'whole') return 'number';
  if (setting.kind === 'choice') return 'level';
  if (setting.kind === 'list') return `${setting.form === 'origin' ? 'origins' : 'names'}`;
  if (setting.kind === 'switch') return '';
  return { host: 'address', folder: 'folder', database: 'url', address: 'url' }[setting.form];
}

/** What may stand there, as one tells it. */
export function allowedText(setting: Setting): string {
  if (setting.kind === 'whole') return `a whole number from ${setting.least} to ${setting.most}`;
  if (setting.kind === 'choice') return setting.among.join(', ');
  if (setting.kind === 'switch') return 'true or false';
  if (setting.kind === 'list')
    return setting.form === 'origin'
      ? 'origins such as https://plan.kommun.se, with commas between'
      : 'host names such as bygdekalkyl.kommun.se, with commas between';
  return {
    host: 'an IP address or host name: 127.0.0.1, ::1, 0.0.0.0, localhost',
    folder: 'the path of a folder',
    database: 'postgresql://USER:PASSWORD@HOST:5432/DATABASE',
    address: 'an address such as https://bygdekalkyl.kommun.se, without a path',
  }[setting.form];
}
