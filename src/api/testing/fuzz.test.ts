import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { type BadAnswer, fuzz } from './fuzz.ts';
import { randomOf } from './random.ts';
import { randomDocument } from './random-documents.ts';
import { smallSchema, startSmallService } from './small-service.ts';

test('documents made with nothing wrong are valid by their schema', () => {
  const schema = smallSchema(true);
  for (let i = 0; i < 300; i++) {
    const { query } = randomDocument(schema, randomOf(`valid/${i}`), { wrong: 0 });
    // How a scalar of our own is written is not in its schema.
    const errors = validate(schema, parse(query)).filter((error) => !error.message.includes('"Year"'));
    expect(errors.map((error) => `${error.message} in ${query}`)).toEqual([]);
  }
});

test('the same seed makes the same document', () => {
  const schema = smallSchema(true);
  const make = () => randomDocument(schema, randomOf('seed'));
  expect(make()).toEqual(make());
});

test('a sound schema answers 400 random documents, broken bodies and hostile ones properly', async () => {
  const { url, service } = await startSmallService({ sound: true });
  const bad: BadAnswer[] = [];
  const report = await fuzz({ url, seed: 'small', count: 400, onBad: (one) => bad.push(one) });
  await service.stop();
  expect(bad).toEqual([]);
  expect(Object.keys(report.byKind).length).toBe(8);
  expect(report.executed).toBeGreaterThan(100);
});

test('a schema with defects is found out', async () => {
  const { url, service } = await startSmallService();
  const bad: BadAnswer[] = [];
  await fuzz({ url, seed: 'defects', count: 400, onBad: (one) => bad.push(one), hangMs: 500 });
  await service.stop();
  expect(bad.map((one) => one.why)).toContain('status 500');
  expect(bad.map((one) => one.why)).toContain('the answer shows a defect');
  expect(bad.map((one) => one.why)).toContain('no answer in 500 ms');
});
