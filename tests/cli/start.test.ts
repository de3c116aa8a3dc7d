import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPlace } from '../store/databases.ts';
import { cli } from './run-cli.ts';

let place: Awaited<ReturnType<typeof newPlace>>;
const other = createServer();
beforeAll(async () => {
  place = await newPlace('embedded');
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  other.close();
  await place.remove();
});

it('a port that is taken is told, with what to do, and nothing is left running', () => {
  const { port } = other.address() as { port: number };
  const folder = 'folder' in place.place ? place.place.folder : '';
  const { code, err } = cli('start', '--data', folder, '--port', String(port), '--log-level', 'silent');
  expect(code).toBe(3);
  expect(err).toContain(`The address 127.0.0.1 port ${port} is taken`);
  expect(err).toContain('--port');
});

it.each([
  [['--port', '99999'], '--port'],
  [['--port', 'x'], '--port'],
  [['--log-level', 'loud'], '--log-level'],
  [['--data', ''], '--data'],
])('%j is refused before anything is opened', (words, flag) => {
  const { code, err } = cli('start', ...words);
  expect(code).toBe(3);
  expect(err).toContain(flag);
});
