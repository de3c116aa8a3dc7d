import { expect, test } from 'vitest';
import { impurities } from '../../scripts/check-purity.ts';

const engine = (text: string): string[] => impurities({ path: 'src/engine/simulate/x.ts', text });

test.each([
  'Math.exp(1)',
  'Math.log(2)',
  'Math.pow(2, 3)',
  'Math.sin(1)',
  'Math.cos(1)',
  'Math.tan(1)',
  'Math.atan2(1, 2)',
  'Math.expm1(1)',
  'Math.log1p(1)',
  'Math.cbrt(8)',
  'Math.hypot(3, 4)',
  'Math.random()',
  'Math["exp"](1)',
  'const { exp } = Math',
  'const m = Math',
  '2 ** 3',
  'let x = 2; x **= 3',
  'new Date()',
  'Date.now()',
  'performance.now()',
  'process.env',
  'fetch("x")',
  'crypto.randomUUID()',
  'globalThis["Date"]',
  'setTimeout(() => 1, 1)',
  'new Intl.NumberFormat()',
  '(1.5).toLocaleString()',
  '["a", "b"].sort((a, b) => a.localeCompare(b))',
  '"a"["localeCompare"]("b")',
  'const { localeCompare } = "a"',
  'const o = { Date }',
  '(Date as unknown)',
  'const code = "x = Math.exp(y)"',
  'const code = `x = Math.$' + '{name}(Math.log(y))`',
])('refuses %s', (text) => {
  expect(engine(text)).toHaveLength(1);
});

test.each([
  'Math.sqrt(2) + Math.min(1, 2) + Math.abs(-1) + Math.floor(2.5) + Math.PI',
  'const o = { Date: 1, process: 2 }; o.Date + o.process',
  'interface X { Date: number; fetch(): void }',
  'type D = Date',
  '// Math.exp and ** in a comment\nconst x = 2 * 3',
  'const code = "Math.sqrt(x)"',
  'const label = "**bold**"',
  'model.exp(1)',
  '10n ** x', // whole numbers of any size: exact
  'x ** BigInt(drop)',
])('accepts %s', (text) => {
  expect(engine(text)).toEqual([]);
});

test('says where and what to do instead', () => {
  expect(engine('const a = 1;\nexport const b = Math.exp(a);')).toEqual([
    'src/engine/simulate/x.ts:2: Math.exp: its last bits differ between versions: use src/engine/arithmetic',
  ]);
});

test('lets the workers meet the machine, but compute no differently', () => {
  const worker = (text: string): string[] => impurities({ path: 'src/engine/workers/pool.ts', text });
  expect(worker('process.exit(1); setTimeout(() => 1, 1)')).toEqual([]);
  expect(worker('Math.exp(1)')).toHaveLength(1);
  expect(worker('"a".localeCompare("b")')).toHaveLength(1);
});
