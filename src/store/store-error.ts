/**
 * What can be wrong with the place where things are kept:
 *
 * - `locked`: another process owns the data folder
 * - `newer-schema`: a newer version of the program wrote the data
 * - `other-major`: another PostgreSQL or PGlite wrote the data folder
 * - `old-server`: the PostgreSQL server is too old
 * - `not-ours`: the database or folder holds something else
 * - `migration-failed`: the tables could not be brought up to date
 * - `disk-full`: no room for what was to be written
 * - `unreachable`: the server does not answer, or the connection was lost
 * - `refused`: the server answers, but does not let this user in, or has no such database
 * - `no-folder`: the data folder cannot be used
 * - `failed`: the embedded database stopped and must be opened again
 * - `bad-backup`: a backup file is cut off, damaged, or of another kind
 * - `not-empty`: a backup is restored into an empty database only
 */
export type StoreErrorCode = (typeof storeErrorCodes)[number];

const storeErrorCodes = [
  ...(['locked', 'newer-schema', 'other-major', 'old-server', 'not-ours', 'migration-failed', 'disk-full'] as const),
  ...(['unreachable', 'refused', 'no-folder', 'failed', 'bad-backup', 'not-empty'] as const),
] as const;

/** Something about the place where things are kept; the message is in plain words and tells the way out. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

const plain: Partial<Record<StoreErrorCode, string>> = {
  'disk-full':
    'The disk that holds the data is full. What was being saved is not saved; all that was saved before is kept. Make room on the disk, then try again.',
  unreachable:
    'The PostgreSQL server does not answer, or the connection to it was lost. What was being saved may not be saved. Check that the server runs and that DATABASE_URL is right; the program connects again by itself.',
  refused:
    'The PostgreSQL server does not let the program in. Check user, password and database name in DATABASE_URL, and that the server has connections left.',
  failed:
    'The embedded database stopped after an error. All that was saved is kept. Start the program again; if it says the same, check that the disk has room and that the data folder can be written.',
};

/**
 * The store error behind a raw error of pg, PGlite, Prisma or the file system, looking through causes.
 *
 * @returns undefined for an error that is about something else
 */
export function asStoreError(error: unknown): StoreError | undefined {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && seen.size < 50) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof StoreError) return next;
    const told = toldThroughPrisma(next as Raw);
    if (told !== undefined) return told;
    const code = codeOf(next as Raw);
    if (code !== undefined) return new StoreError(code, plain[code] as string, error);
    const { cause, meta, errors, error: inner } = next as Raw;
    waiting.push(
      cause,
      inner,
      meta,
      (meta as Raw | undefined)?.driverAdapterError,
      ...(Array.isArray(errors) ? errors : []),
    );
  }
  return undefined;
}

/** Prisma makes an error of its own of one that the embedded database throws, with the code, and the message at the end. */
function toldThroughPrisma({ code, message }: Raw): StoreError | undefined {
  if (typeof message !== 'string' || !storeErrorCodes.includes(code as StoreErrorCode)) return undefined;
  return new StoreError(
    code as StoreErrorCode,
    message
      .split(/invocation[^\n]*:\n+/)
      .at(-1)
      ?.trim() ?? message,
  );
}

type Raw = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: unknown;
  readonly error?: unknown;
  readonly errors?: unknown;
  readonly driverAdapterError?: unknown;
};

/** SQLSTATEs, errno names, Prisma codes and kinds of driver adapters. */
const codes: Readonly<Record<string, StoreErrorCode>> = {
  '53100': 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
  '25P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  P1001: 'unreachable',
  P1002: 'unreachable',
  P1008: 'unreachable',
  P1017: 'unreachable',
  DatabaseNotReachable: 'unreachable',
  ConnectionClosed: 'unreachable',
  SocketTimeout: 'unreachable',
  '28P01': 'refused',
  '28000': 'refused',
  '3D000': 'refused',
  '42501': 'refused',
  '53300': 'refused',
  P1000: 'refused',
  P1003: 'refused',
  P1010: 'refused',
};

function codeOf(error: Raw): StoreErrorCode | undefined {
  for (const key of [error.code, error.originalCode, error.kind]) {
    if (typeof key !== 'string') continue;
    const found = codes[key] ?? (key.startsWith('08') && key.length === 5 ? 'unreachable' : undefined);
    if (found !== undefined) return found;
  }
  if (typeof error.message !== 'string') return undefined;
  if (/No space left on device/i.test(error.message)) return 'disk-full';
  if (
    /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect|^Query read timeout/.test(
      error.message,
    )
  )
    return 'unreachable';
  return undefined;
}
