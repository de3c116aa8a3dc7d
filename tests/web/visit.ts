import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openDatabase } from '../../src/store/database.ts';
import { type RunningServer, runServer } from '../api/running-server.ts';
import { newPlace } from '../store/databases.ts';
import { builtPage } from './built-page.ts';
import { launchChromium } from './chromium.ts';

/** The real service with the page, and a real browser, for the tests of a group. */
export type Visited = {
  /** The one that answers now: another after each coming back. */
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Ends the service; its database is kept. */
  goAway(): Promise<void>;
  /** Starts the service again, where it was and on the same database. */
  comeBack(): Promise<void>;
  /** Opens a page at an address; whatever the browser finds wrong in it is noted. */
  open(
    path: string,
    how?: HowToOpen,
  ): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly wrong: string[] }>;
  close(): Promise<void>;
};

export type HowToOpen = {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly locale?: string;
};

/** Starts both; `close` ends them. */
export async function visit(ship: readonly string[]): Promise<Visited> {
  const { place, remove } = await newPlace('embedded');
  const start = async (flags: Readonly<Record<string, string>> = {}): Promise<RunningServer> => {
    const database = { ...(await openDatabase(place)), place };
    return await runServer(database, { ship, flags, pageFolder: await builtPage() });
  };
  let server = await start();
  let isAway = false;
  const { address } = server;
  const browser = await launchChromium();
  return {
    get server() {
      return server;
    },
    browser,
    goAway: async () => {
      await server.stop();
      isAway = true;
    },
    comeBack: async () => {
      server = await start({ port: new URL(address).port });
      isAway = false;
    },
    open: async (path, { width = 1280, height = 900, dark = false, locale = 'sv-SE' } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale,
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const wrong: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== address) wrong.push(`asked ${url.origin}`);
      });
      await page.goto(`${address}${path}`);
      return { page, context, wrong };
    },
    close: async () => {
      await browser.close();
      if (!isAway) await server.stop();
      await remove();
    },
  };
}
