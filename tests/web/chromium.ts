import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** Starts a real Chromium, which comes in a package; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return await driver.launch({
    executablePath: await chromium.executablePath(),
    // In one process, closing a page's context would end the whole browser.
    args: [...chromium.args.filter((flag) => flag !== '--single-process'), '--disable-dev-shm-usage'],
    headless: true,
  });
}
