import { resolve } from 'node:path';
import { z } from 'zod';
import { show, suggestion } from '../engine/text/index.ts';
import { PlannerError, type Problem } from '../errors.ts';
import type { DatabasePlace } from '../store/database.ts';
import {
  allowedText,
  placeholder,
  type Setting,
  type SettingName,
  settingList,
  settings,
  usualText,
} from './settings.ts';

type Settings = typeof settings;
type Kind<S extends Setting> = S extends { readonly kind: 'whole' }
  ? number
  : S extends { readonly among: readonly (infer One)[] }
    ? One
    : string;
type ValueOf<S extends Setting> = S extends { readonly kind: 'switch' }
  ? boolean
  : S extends { readonly kind: 'list' }
    ? readonly string[]
    : S extends { readonly usual: string }
      ? Kind<S>
      : Kind<S> | undefined;

/** What whoever runs the service has decided: read once at the entry, checked, and never changed. */
export type Configuration = {
  readonly [Name in Exclude<SettingName, 'databaseUrl' | 'data'>]: ValueOf<Settings[Name]>;
} & {
  /** Where things are kept. The address of a server holds a password: never log it; `shownConfiguration` masks it. */
  readonly place: DatabasePlace;
  /** Whether a request needs a token. */
  readonly signIn: 'required' | 'none';
  /** Why others than the users of this machine can reach the service; none if they cannot. */
  readonly reachable: string | undefined;
  /** Host names that a request may be addressed to, without port, IPv6 in brackets. */
  readonly acceptedHosts: readonly string[] | 'any';
};

/** What was written, before it is checked: flags by the name of their setting, and the environment. */
export type Written = {
  readonly flags: Readonly<Partial<Record<SettingName, string | boolean | undefined>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Data folder where none is written. */
  readonly usualFolder: string;
};

/**
 * The configuration, with warnings to print: a variable beginning with BYGDEKALKYL_ that is none of ours is probably a slip.
 *
 * Flags go before the environment; an empty variable counts as none. Whatever is wrong is told at once.
 *
 * @throws {PlannerError} naming the flag or variable, what was found and what is allowed
 */
export function readConfiguration(written: Written): {
  readonly configuration: Configuration;
  readonly warnings: readonly string[];
} {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of settingList) values[name] = settingValue(name, setting, written, problems);
  const read = values as Omit<Configuration, 'place' | 'signIn' | 'reachable' | 'acceptedHosts'> & {
    readonly data: string | undefined;
    readonly databaseUrl: string | undefined;
  };
  if (read.data !== undefined && read.databaseUrl !== undefined) problems.push(bothPlaces(written));
  if (problems.length > 0) throw new PlannerError(problems);

  const { data, databaseUrl, ...rest } = read;
  const place = databaseUrl === undefined ? { folder: data ?? written.usualFolder } : { url: databaseUrl };
  const reachable = reachableBecause(rest);
  const configuration: Configuration = {
    ...rest,
    place: Object.freeze(place),
    signIn: reachable !== undefined || 'url' in place || rest.requireSignIn ? 'required' : 'none',
    reachable,
    acceptedHosts: acceptedHosts(rest),
  };
  return { configuration: Object.freeze(configuration), warnings: unknownVariables(written.environment) };
}

/**
 * Where a command finds what is kept, as `start` would.
 *
 * @throws {PlannerError} as `readConfiguration`
 */
export function readPlace(written: Written): DatabasePlace {
  const problems: Problem[] = [];
  const [data, url] = (['data', 'databaseUrl'] as const).map((name) =>
    settingValue(name, settings[name], written, problems),
  );
  if (data !== undefined && url !== undefined) problems.push(bothPlaces(written));
  if (problems.length > 0) throw new PlannerError(problems);
  return url === undefined ? { folder: (data as string | undefined) ?? written.usualFolder } : { url: url as string };
}

/** The configuration as it may be logged and shown: without the password of the database. */
export function shownConfiguration(configuration: Configuration): Record<string, unknown> {
  const { place, ...rest } = configuration;
  return { ...rest, ...('url' in place ? { database: maskedUrl(place.url) } : { data: place.folder }) };
}

/**
 * The address of a database without what must stay secret: user, host and name are shown, never the password nor what follows `?`.
 *
 * @example
 * maskedUrl('postgresql://planner:s3cret@db.kommun.se:5432/bygd?sslmode=require&password=x')
 * // => 'postgresql://planner:***@db.kommun.se:5432/bygd?***'
 */
export function maskedUrl(text: string): string {
  if (!URL.canParse(text)) return '(not shown: it may hold a password)';
  const { protocol, username, password, host, pathname, search } = new URL(text);
  const user = `${username}${password === '' ? '' : ':***'}${username + password === '' ? '' : '@'}`;
  return `${protocol}//${user}${host}${pathname}${search === '' ? '' : '?***'}`;
}

/** Settings as a table in Markdown, for docs/operation.md. */
export function configurationHelp(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = settingList.map(([, setting]) => {
    const flag =
      setting.flag === undefined
        ? 'none, for it holds a password'
        : `\`${[setting.flag, placeholder(setting).toUpperCase()].join(' ').trim()}\``;
    return `| ${cell(flag)} | \`${setting.variable}\` | ${cell(usualText(setting))} | ${cell(setting.meaning)} |`;
  });
  return ['| Flag | Variable | If not stated | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/** Whether an address or host name is that of this machine itself, which nobody else can reach. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(name);
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

function reachableBecause(read: {
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly trustProxy: number;
  readonly allowedHosts: readonly string[];
}): string | undefined {
  if (!isLoopback(read.host)) return `it listens on ${read.host}`;
  // A proxy on this machine reaches a loopback address on behalf of the whole world.
  if (read.publicUrl !== undefined && !isLoopback(new URL(read.publicUrl).hostname))
    return `users reach it at ${read.publicUrl}`;
  if (read.trustProxy > 0) return 'a proxy stands in front of it';
  const foreign = read.allowedHosts.find((host) => !isLoopback(host));
  return foreign === undefined ? undefined : `it answers to the name ${foreign}`;
}

function acceptedHosts(read: {
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly allowedHosts: readonly string[];
}): readonly string[] | 'any' {
  const stated = [...read.allowedHosts, ...(read.publicUrl === undefined ? [] : [new URL(read.publicUrl).hostname])];
  // Where a token is needed, a page that makes its own name point here has none to send.
  if (stated.length === 0 && !isLoopback(read.host)) return 'any';
  return Object.freeze([...new Set([...loopbackNames, ...[read.host, ...stated].map(inBrackets)])]);
}

function inBrackets(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** The value of a setting; what is wrong with it is added to the problems. */
function settingValue(name: SettingName, setting: Setting, written: Written, problems: Problem[]): unknown {
  const flag = written.flags[name];
  const variable = written.environment[setting.variable];
  const stated = flag ?? (variable === '' ? undefined : variable);
  const text = stated ?? setting.usual;
  if (text === undefined)
    return setting.kind === 'list' ? Object.freeze([]) : setting.kind === 'switch' ? false : undefined;
  const parsed = schemaOf(setting).safeParse(String(text));
  if (parsed.success) return parsed.data;
  const path = flag === undefined ? setting.variable : (setting.flag ?? setting.variable);
  problems.push({
    code: 'setting',
    path,
    message: `This cannot be used as ${path}: ${setting.meaning}`,
    found: name === 'databaseUrl' ? 'something else (not shown: it may hold a password)' : show(String(text)),
    allowed: allowedText(setting),
  });
  return undefined;
}

function schemaOf(setting: Setting): z.ZodType<unknown, string> {
  switch (setting.kind) {
    case 'whole':
      return z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .pipe(z.number().int().min(setting.least).max(setting.most));
    case 'switch':
      return z.stringbool({ truthy: ['true', '1', 'yes', 'on'], falsy: ['false', '0', 'no', 'off'] });
    case 'choice':
      return z.enum(setting.among as [string, ...string[]]);
    case 'list':
      return z
        .string()
        .transform((text) => text.split(',').map((each) => each.trim()))
        .pipe(z.array(setting.form === 'origin' ? origin : hostName).min(1))
        .transform((list) => Object.freeze(list));
    case 'text':
      return { host: listeningAddress, folder, database: databaseAddress, address: origin }[setting.form];
  }
}

const hostForm = /^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

const hostName = z
  .string()
  .toLowerCase()
  .max(253)
  .refine((name) => hostForm.test(name) || z.ipv6().safeParse(name.replace(/^\[|\]$/g, '')).success)
  .transform((name) => name.replace(/^\[|\]$/g, ''));

const listeningAddress = z
  .string()
  .trim()
  .toLowerCase()
  .transform((name) => name.replace(/^\[|\]$/g, ''))
  // Four numbers are an address or a slip (127.0.0.256), never a name.
  .refine((name) => (/^[\d.]+$/.test(name) ? z.ipv4().safeParse(name).success : hostName.safeParse(name).success));

const folder = z
  .string()
  .refine((path) => path.trim() !== '' && !path.includes('\0'))
  .transform((path) => resolve(path));

const databaseAddress = z
  .string()
  .regex(/^postgres(?:ql)?:\/\//)
  .refine((text) => URL.canParse(text));

/** Scheme, host and port alone; a browser sends no more than that. */
const origin = z
  .string()
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text) && isBare(new URL(text)))
  .transform((text) => new URL(text).origin);

function isBare({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

function bothPlaces({ flags }: Written): Problem {
  return {
    code: 'setting',
    path: flags.data === undefined ? settings.data.variable : settings.data.flag,
    message: 'Both a data folder and DATABASE_URL are stated, and things are kept in one place only',
    hint: 'Leave out one of them',
  };
}

function unknownVariables(environment: Written['environment']): string[] {
  const known = settingList.map(([, { variable }]) => variable);
  return Object.keys(environment)
    .filter((name) => name.startsWith('BYGDEKALKYL_') && !known.includes(name))
    .map(
      (name) => `The variable ${name} is none that Bygdekalkyl knows, and changes nothing. ${suggestion(name, known)}`,
    );
}
