/** Runs the long series, all or those named, and writes evidence/NAME.json: `npm run evidence`, `npm run evidence -- load fuzz`. */
import { allSeries } from './all-series.ts';
import { evidenceFile, runSeries } from './series.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => allSeries.every((series) => series.name !== name));
if (unknown.length > 0) {
  console.error(`There is no series ${unknown.join(', ')}; there are ${allSeries.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const series of allSeries) {
    if (asked.length > 0 && !asked.includes(series.name)) continue;
    const start = performance.now();
    const wrong = await runSeries(series, (text) => console.log(`${series.name}: ${text}`));
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `${series.name}: wrote ${evidenceFile(series.name)} after ${seconds} s${wrong.length === 0 ? '; all holds' : ''}`,
    );
    for (const text of wrong) console.error(`${series.name}: NOT AS IT MUST BE: ${text}`);
    if (wrong.length > 0) process.exitCode = 1;
  }
}
