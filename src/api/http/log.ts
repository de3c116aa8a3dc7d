import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Structured log, a JSON object a line, that can hold no secret: what might be one is cut out by name wherever it is logged,
 * and of an error only its kind, code, message and stack are written, not what a database driver hangs on it (values, statements).
 */
export function createLog(options: { readonly level?: string; readonly destination?: DestinationStream } = {}): Logger {
  const names = [
    'authorization',
    'cookie',
    'password',
    'token',
    'secret',
    'variables',
    'body',
    'headers',
    'DATABASE_URL',
  ];
  return pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  return {
    type: name,
    message: withoutPasswords(message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: stack === undefined ? undefined : withoutPasswords(stack),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** Connection errors like to quote the address with its password; clients' tokens are quoted by nobody, but cost little to look for. */
function withoutPasswords(text: string): string {
  return text.replace(/(:\/\/[^\s:/@]*:)[^\s@]+@/g, '$1[removed]@').replace(/\bBearer\s+\S+/gi, 'Bearer [removed]');
}
