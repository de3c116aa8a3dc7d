import { expect, test } from 'vitest';
import { completed, lockfileProblems, platformOf } from '../../scripts/check-lockfile.ts';

const tool = {
  version: '1.2.3',
  dev: true,
  optionalDependencies: { 'tool-darwin-arm64': '1.2.3', 'tool-linux-x64': '1.2.3' },
};
const lock = { packages: { 'node_modules/tool': tool, 'node_modules/tool-linux-x64': { version: '1.2.3' } } };

test('misses the binaries of other platforms, and writes them in', () => {
  expect(lockfileProblems(lock)).toEqual([
    'tool-darwin-arm64, an optional part of node_modules/tool, is not in the lockfile',
  ]);
  const whole = completed(lock);
  expect(lockfileProblems(whole)).toEqual([]);
  const added = { version: '1.2.3', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] };
  expect(whole.packages['node_modules/tool-darwin-arm64']).toEqual(added);
});

test('refuses addresses, and takes them out', () => {
  const tied = { packages: { 'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a.tgz' } } };
  expect(lockfileProblems(tied)).toEqual(['node_modules/a names the registry it came from (resolved)']);
  expect(completed(tied).packages).toEqual({ 'node_modules/a': { version: '1.0.0' } });
});

test('puts a binary inside its parent where another version of it stands outside', () => {
  const other = { ...lock.packages, 'node_modules/tool-darwin-arm64': { version: '9.0.0' } };
  const { packages } = completed({ packages: other });
  expect(packages['node_modules/tool-darwin-arm64']).toEqual({ version: '9.0.0' });
  expect(packages['node_modules/tool/node_modules/tool-darwin-arm64']?.version).toBe('1.2.3');
  expect(lockfileProblems({ packages })).toEqual([]);
});

test('replaces the mark npm leaves for a package it could not fetch', () => {
  const marked = {
    ...lock.packages,
    'node_modules/tool/node_modules/tool-darwin-arm64': { dev: true, optional: true },
  };
  expect(lockfileProblems({ packages: marked })).toHaveLength(1);
  const { packages } = completed({ packages: marked });
  expect(Object.keys(packages)).toEqual([
    'node_modules/tool',
    'node_modules/tool-darwin-arm64',
    'node_modules/tool-linux-x64',
  ]);
});

test('reads a platform from a name', () => {
  expect(platformOf('@a/cli-linux-arm64-musl')).toEqual({ cpu: ['arm64'], libc: ['musl'], os: ['linux'] });
  expect(platformOf('binding-linux-arm-gnueabihf')).toEqual({ cpu: ['arm'], libc: ['glibc'], os: ['linux'] });
  expect(platformOf('binding-win32-x64-msvc')).toEqual({ cpu: ['x64'], os: ['win32'] });
});
