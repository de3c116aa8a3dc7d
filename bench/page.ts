/** How much is sent for a view of the page, and how long until it can be used? In a real Chromium, nothing kept from before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../scripts/page-build.ts';
import { openDatabase } from '../src/store/database.ts';
import { runServer } from '../tests/api/running-server.ts';
import { launchChromium } from '../tests/web/chromium.ts';
import { type Figure, figure } from './measure.ts';

export type PageRow = {
  readonly view: string;
  /** Kilobytes that came over the line, compressed: the page's own files, and the API's answers. */
  readonly filesKb: number;
  readonly answersKb: number;
  /** Seconds until something is painted, and until the view's heading is there and the page answers. */
  readonly painted: Figure;
  readonly usable: Figure;
};

const views = [
  { view: 'the first view', path: '/' },
  { view: 'Fliseryd compared, its result stored', path: '/?vy=jamfor&scenario=fliseryd' },
] as const;

const runs = 5;

export async function benchPage(): Promise<PageRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bygdekalkyl-bench-'));
  const pageFolder = join(folder, 'page');
  await buildPage(pageFolder);
  const place = { folder: join(folder, 'data') };
  const server = await runServer({ ...(await openDatabase(place)), place }, { ship: ['fliseryd'], pageFolder });
  const browser = await launchChromium();
  const rows: PageRow[] = [];
  for (const { view, path } of views) {
    const painted: number[] = [];
    const usable: number[] = [];
    let bytes = { files: 0, answers: 0 };
    // The first visit computes what the others are given as it is stored.
    for (let run = -1; run < runs; run += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const line = await context.newCDPSession(page);
      await line.send('Network.enable');
      const kinds = new Map<string, 'files' | 'answers'>();
      const sent = { files: 0, answers: 0 };
      line.on('Network.responseReceived', ({ requestId, response }) =>
        kinds.set(requestId, response.url.endsWith('/graphql') ? 'answers' : 'files'),
      );
      line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        sent[kinds.get(requestId) ?? 'files'] += encodedDataLength;
      });
      const start = performance.now();
      await page.goto(`${server.address}${path}`);
      await page.waitForSelector('main h1', { timeout: 120_000 });
      // An answer from the page itself: its thread is free.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      const ready = (performance.now() - start) / 1000;
      const first = await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      );
      await page.waitForLoadState('networkidle', { timeout: 120_000 });
      if (run >= 0) {
        usable.push(ready);
        painted.push(first / 1000);
        bytes = sent;
      }
      await context.close();
    }
    rows.push({
      view,
      filesKb: Math.round(bytes.files / 1000),
      answersKb: Math.round(bytes.answers / 1000),
      painted: figure(painted),
      usable: figure(usable),
    });
  }
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}
