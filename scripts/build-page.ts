/** Builds the page, `dist/page`, from `src/web`: what `npm start` serves. */
import { join } from 'node:path';
import { buildPage } from './page-build.ts';
import { root } from './source-files.ts';

const { files, bytes, compressed } = await buildPage(join(root, 'dist', 'page'));
console.log(
  `page: ${files} files, ${Math.round(bytes / 1000)} kB, ${Math.round(compressed / 1000)} kB as they are sent`,
);
