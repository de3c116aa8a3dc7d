import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ destination: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

test('what may be secret is cut out by its name, three levels deep', () => {
  const secret = 'hemligt';
  const text = logged((log) => {
    log.info(
      { authorization: secret, variables: { a: secret }, body: secret, token: secret, headers: { cookie: secret } },
      'x',
    );
    log.info({ request: { authorization: secret, password: secret, inner: { token: secret, secret } } }, 'x');
  });
  expect(text).not.toContain(secret);
  expect(text).toContain('[removed]');
});

test('of an error its kind, code, message, stack and cause are told, not what a driver hangs on it', () => {
  const cause = Object.assign(new Error('no connection to postgresql://planner:hemligt@db.example:5432/x'), {
    code: 'ECONNREFUSED',
  });
  const error = Object.assign(new Error('sent Bearer hemligt', { cause }), {
    query: 'hemligt',
    parameters: ['hemligt'],
    detail: 'hemligt',
  });
  const text = logged((log) => log.error({ err: error }, 'unexpected error'));
  expect(text).not.toContain('hemligt');
  expect(JSON.parse(text).err).toMatchObject({
    type: 'Error',
    message: 'sent Bearer [removed]',
    cause: { code: 'ECONNREFUSED', message: 'no connection to postgresql://planner:[removed]@db.example:5432/x' },
  });
});

test('a line is a JSON object with the time in UTC and the level in words', () => {
  expect(JSON.parse(logged((log) => log.warn('careful')))).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
    msg: 'careful',
  });
});
