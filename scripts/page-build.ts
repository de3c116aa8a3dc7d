import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { root } from './source-files.ts';

/** How the page is put together, for building it and for serving it while it is written. */
export const pageConfig: InlineConfig = {
  configFile: false,
  root: join(root, 'src', 'web'),
  plugins: [react()],
  logLevel: 'warn',
};

/** What was built. */
export type BuiltPage = {
  readonly files: number;
  readonly bytes: number;
  /** Bytes as they are sent: compressed where that is smaller. */
  readonly compressed: number;
};

const isText = /\.(?:html|js|css|svg|json)$/;

/** Builds the page into a folder, each text beside itself in what browsers take compressed. */
export async function buildPage(folder: string): Promise<BuiltPage> {
  await build({
    ...pageConfig,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      // Fonts and pictures stay files: what is written into a style may not be loaded.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 600,
    },
  });
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  let bytes = 0;
  let compressed = 0;
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    const whole = readFileSync(path);
    bytes += whole.length;
    if (!isText.test(name)) {
      compressed += whole.length;
      continue;
    }
    const brotli = brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzipSync(whole, { level: 9 }));
    compressed += brotli.length;
  }
  return { files: names.length, bytes, compressed };
}
