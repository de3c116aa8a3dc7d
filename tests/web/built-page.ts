import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from '../../scripts/page-build.ts';
import { root } from '../../scripts/source-files.ts';

let made: Promise<string> | undefined;

/** Folder with the page built from the files as they are now; kept for later runs by all it is made from. */
export function builtPage(): Promise<string> {
  made ??= (async () => {
    const hash = createHash('sha256');
    const sources = globSync(['src/web/**/*.*', 'scripts/page-build.ts', 'package-lock.json'], { cwd: root }).sort();
    for (const file of sources) hash.update(file).update(readFileSync(join(root, file)));
    const cache = join(root, '.cache');
    const kept = join(cache, `page-${hash.digest('hex').slice(0, 16)}`);
    if (existsSync(kept)) return kept;
    for (const old of await readdir(cache).catch(() => []))
      if (/^page-\w+$/.test(old)) await rm(join(cache, old), { recursive: true, force: true });
    const folder = `${kept}.${process.pid}`;
    await buildPage(folder);
    // Another process may have been quicker.
    await rename(folder, kept).catch(() => rm(folder, { recursive: true, force: true }));
    return kept;
  })();
  return made;
}
