/**
 * Takes a picture of the page as it is now, for looking at while it is written: builds it apart, serves it as the service does,
 * and asks a service that runs already.
 *
 * Usage: node scripts/look.ts '/?vy=jamfor&scenario=fliseryd' OUT.png [--api http://localhost:4000] [--width 1280]
 *   [--height 900] [--dark] [--full] [--print] [--lang en] [--click SELECTOR]… [--wait SELECTOR] [--built]
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageRoutes } from '../src/api/page.ts';
import { launchChromium } from '../tests/web/chromium.ts';
import { buildPage } from './page-build.ts';
import { root } from './source-files.ts';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    api: { type: 'string', default: 'http://localhost:4000' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '900' },
    dark: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'sv' },
    click: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string' },
  },
});
const [path = '/', out = 'look.png'] = positionals;
const folder = asked.built ? join(root, 'dist', 'page') : join(root, '.cache', `page-${process.pid}`);
if (!asked.built) await buildPage(folder);
const routes = pageRoutes(folder);
const server = createServer(async (request, response) => {
  const [name = '/'] = (request.url ?? '/').split('?');
  if (name === '/graphql') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(`${asked.api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: String(request.headers.accept ?? '*/*') },
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  const route = routes.find((each) => (each.path === '/assets/' ? name.startsWith(each.path) : name === each.path));
  await route?.handle(request, response, undefined as never);
  if (route === undefined) response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as { port: number };
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width: Number(asked.width), height: Number(asked.height) },
  colorScheme: asked.dark ? 'dark' : 'light',
  locale: asked.lang,
});
page.on('console', (message) => {
  if (['error', 'warning'].includes(message.type())) console.log(`${message.type()}: ${message.text()}`);
});
page.on('pageerror', (error) => console.log(`error: ${error.message}`));
const language = asked.lang === 'en' ? `${path.includes('?') ? '&' : '?'}sprak=en` : '';
await page.goto(`http://localhost:${port}${path}${language}`);
await page.waitForLoadState('networkidle', { timeout: 120_000 });
if (asked.wait !== undefined) await page.waitForSelector(asked.wait, { timeout: 120_000 });
for (const selector of asked.click) {
  await page.click(selector);
  await page.waitForLoadState('networkidle', { timeout: 120_000 });
}
if (asked.print) await page.emulateMedia({ media: 'print' });
await page.waitForTimeout(700);
if (out.endsWith('.pdf')) await page.pdf({ path: out, format: 'A4', printBackground: true });
else await page.screenshot({ path: out, fullPage: asked.full });
await browser.close();
server.closeAllConnections();
server.close();
