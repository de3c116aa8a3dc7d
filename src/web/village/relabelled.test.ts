import { expect, it } from 'vitest';
import { relabelled } from './relabelled.ts';
import { valueAt } from './scenario-tree.ts';

const line = (label: unknown) => ({ m: { running: [{ label, posts: 0.2 }] } });
const path = 'm.running.0.posts';
const named = (label: unknown, posts: unknown) => valueAt(relabelled(line(label), path, posts), 'm.running.0.label');

it('a name that holds the number of posts follows it, in both languages', () => {
  expect(named({ sv: 'Personal, 0,2 tjänst', en: 'Staff, 0.2 of a post' }, 0.5)).toEqual({
    sv: 'Personal, 0,5 tjänst',
    en: 'Staff, 0.5 of a post',
  });
});

it('other names stay, as do numbers that only look alike', () => {
  expect(named('Personal', 0.5)).toBe('Personal');
  expect(named('Personal, 10,2 tjänster', 0.5)).toBe('Personal, 10,2 tjänster');
  expect(named('Personal, 0,25 tjänst', 0.5)).toBe('Personal, 0,25 tjänst');
});

it('only posts carry names along', () => {
  expect(relabelled(line('0,2'), 'm.running.0.amount', 5)).toEqual(line('0,2'));
});
