/** Measures everything in one run, keeps the figures in bench/results.json and writes docs/performance.md from them. */
import { writeFileSync } from 'node:fs';
import { benchBackEnds } from './back-ends.ts';
import { benchFutures } from './futures.ts';
import { machine } from './measure.ts';
import { performancePage } from './performance-page.ts';
import { benchStart } from './plan-and-start.ts';
import { benchRegion } from './region.ts';

const results = {
  machine: machine(),
  backEnds: await benchBackEnds(),
  futures: benchFutures(),
  start: await benchStart(),
  region: benchRegion(),
};
writeFileSync('bench/results.json', `${JSON.stringify(results, null, 1)}\n`);
writeFileSync('docs/performance.md', performancePage(results));
console.log(performancePage(results));
