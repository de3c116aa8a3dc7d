import type { BackEndRow } from './back-ends.ts';
import type { FuturesRow } from './futures.ts';
import type { Figure, machine } from './measure.ts';
import type { PageRow } from './page.ts';
import type { RegionRow } from './region.ts';

export type Results = {
  readonly machine: ReturnType<typeof machine>;
  readonly backEnds: { readonly rows: readonly BackEndRow[]; readonly ratios: Readonly<Record<string, number>> };
  readonly futures: readonly FuturesRow[];
  readonly start: Readonly<Record<string, Figure>>;
  readonly region: readonly RegionRow[];
  readonly page: readonly PageRow[];
};

/** The page about performance, from results alone. */
export function performancePage(results: Results): string {
  const { machine, backEnds, futures, start, region, page } = results;
  const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(0);
  const first = futures[0] as FuturesRow;
  return [
    '<!-- Written by `npm run bench` from what it measured; kept in bench/results.json. -->',
    '# Performance, measured',
    '',
    `One run of \`npm run bench\` on ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}. Quote the ratios; single`,
    'times change with the machine and with what else it does.',
    '',
    '## Back ends and threads',
    '',
    'Fliseryd, two alternatives and the one that is added by itself, 15 years, the whole model with ledger, outcomes and statistics. A village-future-year is one year of',
    'one alternative in one future.',
    '',
    '| Way | Futures | Village-futures-years a second | Seconds: median (least–most) |',
    '|---|---:|---:|---:|',
    ...backEnds.rows.map(
      (row) =>
        `| ${row.way} | ${row.futures} | ${Math.round(row.perSecond)} | ${row.seconds.median.toFixed(3)} (${row.seconds.least.toFixed(3)}–${row.seconds.most.toFixed(3)}) |`,
    ),
    '',
    ...Object.entries(backEnds.ratios).map(([name, ratio]) => `- ${name}: **${ratio.toFixed(ratio < 10 ? 2 : 0)} ×**`),
    '',
    'The runs with threads include starting them and compiling the code in each: about a second of work for each thread, so that a',
    'short run gains little from a second one.',
    '',
    '## Futures',
    '',
    'Each size in a process of its own, two threads. Up to 100 000 futures the outcomes of each are kept; beyond, histograms stand in.',
    '',
    '| Futures | Seconds | Times the first | Peak memory, MiB |',
    '|---:|---:|---:|---:|',
    ...futures.map(
      (row) =>
        `| ${row.futures} | ${row.seconds.toFixed(2)} | ${(row.seconds / first.seconds).toFixed(1)} | ${row.peakMiB} |`,
    ),
    '',
    '## Start',
    '',
    '| Step | Milliseconds: median (least–most) |',
    '|---|---:|',
    ...Object.entries(start).map(
      ([name, figure]) =>
        `| ${name} | ${milliseconds(figure.median)} (${milliseconds(figure.least)}–${milliseconds(figure.most)}) |`,
    ),
    '',
    ...regionSection(region),
    ...pageSection(page),
  ].join('\n');
}

function pageSection(rows: readonly PageRow[]): string[] {
  const range = ({ median, least, most }: Figure): string =>
    `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
  return [
    '## The page',
    '',
    'In a real Chromium beside the service on the same machine, nothing kept from before. Kilobytes as they are sent, compressed. Usable: the',
    "view's heading is there and the page's thread is free.",
    '',
    '| View | The page’s files, kB | Answers of the API, kB | Painted, s: median (least–most) | Usable, s: median (least–most) |',
    '|---|---:|---:|---:|---:|',
    ...rows.map(
      (row) => `| ${row.view} | ${row.filesKb} | ${row.answersKb} | ${range(row.painted)} | ${range(row.usable)} |`,
    ),
    '',
  ];
}

function regionSection(rows: readonly RegionRow[]): string[] {
  const set = (seconds: number): string => seconds.toFixed(1);
  return [
    '## A national region',
    '',
    'All Sweden by the rule of [region.md](region.md), every second county and every fourth; one alternative, 15 years, two threads, each',
    'size in a process of its own. Made-up shops; the JavaScript back end.',
    '',
    '| Part | Places | Shops | Futures | Read, s | Plan, s | Likely run, s | Futures, s | Summaries and hash, s | Processor, s | Peak memory, MiB | Closures a year |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...rows.map(
      (row) =>
        `| ${row.part} | ${row.places} | ${row.shops} | ${row.futures} | ${set(row.readSeconds)} | ${set(row.planSeconds)} | ${set(row.likelySeconds)} | ${set(row.futuresSeconds)} | ${set(row.tellSeconds)} | ${set(row.processorSeconds)} | ${row.peakMiB} | ${((row.yearlyClosures ?? Number.NaN) * 100).toFixed(1)} % |`,
    ),
    '',
  ];
}
