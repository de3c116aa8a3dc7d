/**
 * Measures everything in one run, keeps the figures in bench/results.json and writes docs/performance.md from them.
 * `npm run bench -- page` measures only what is named, and leaves the other figures as they were.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { benchBackEnds } from './back-ends.ts';
import { benchFutures } from './futures.ts';
import { machine } from './measure.ts';
import { benchPage } from './page.ts';
import { performancePage, type Results } from './performance-page.ts';
import { benchStart } from './plan-and-start.ts';
import { benchRegion } from './region.ts';

const benches = {
  backEnds: benchBackEnds,
  futures: benchFutures,
  start: benchStart,
  region: benchRegion,
  page: benchPage,
} as const satisfies Record<string, () => unknown>;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0)
  throw new RangeError(`there is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
const kept = asked.length === 0 ? {} : (JSON.parse(readFileSync('bench/results.json', 'utf8')) as object);
const results: Record<string, unknown> = { ...kept, machine: machine() };
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) results[name] = await bench();
writeFileSync('bench/results.json', `${JSON.stringify(results, null, 1)}\n`);
writeFileSync('docs/performance.md', performancePage(results as Results));
console.log(performancePage(results as Results));
