import type { TestProject } from 'vitest/node';
import { startRealPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the real PostgreSQL server of this run, or why there is none. */
    postgres: { readonly url: string } | { readonly why: string };
  }
}

/** Starts one real PostgreSQL for the run. Without it only the tests that need it fail, each saying why. */
export default async function realPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const server = await startRealPostgres();
    project.provide('postgres', { url: server.url });
    return () => server.stop();
  } catch (error) {
    project.provide('postgres', { why: (error as Error).message });
    return undefined;
  }
}
