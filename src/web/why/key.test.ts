import { expect, test } from 'vitest';
import { askedAs, readKey, writeKey } from './key.ts';

test.each([
  ['cash@ica-fliseryd@2021', { variable: 'cash', instance: 'ica-fliseryd', year: 2021 }],
  ['interest@@static', { variable: 'interest', instance: '', year: 'static' }],
  ['kernel@by>ica@static', { variable: 'kernel', instance: 'by>ica', year: 'static' }],
  ['cash@ica@opening', { variable: 'cash', instance: 'ica', year: 'opening' }],
  ['turnover@ica', { variable: 'turnover', instance: 'ica', year: undefined }],
  ['people@2021', { variable: 'people', instance: '2021', year: undefined }],
] as const)('%s is read, and written again', (text, key) => {
  expect(readKey(text)).toEqual(key);
  expect(writeKey(key)).toBe(text);
});

test('a calculation is no number', () => {
  expect(readKey('efterkalkyl')).toBeUndefined();
});

test('a value before the first year is asked about by way of the first', () => {
  expect(askedAs('cash@ica@opening')).toBe('cash@ica');
  expect(askedAs('cash@ica@2021')).toBe('cash@ica@2021');
});
