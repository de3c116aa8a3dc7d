import { readFileSync } from 'node:fs';

/** The version of this engine, which stands in every certificate. */
export const engineVersion: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
