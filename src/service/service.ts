import type { LRUCache } from 'lru-cache';
import type { Computing } from '../computing/index.ts';
import type { Model } from '../engine/compile/index.ts';
import type { Database } from '../store/database.ts';
import type { Access } from './access/index.ts';
import type { ComputingResults } from './computing-results.ts';
import type { Configuration } from './configuration.ts';
import type { DocumentStore } from './documents.ts';
import type { Jobs } from './jobs/index.ts';

/** What the use cases work with: opened once, at the entry. */
export type Service = Workshop & {
  /** Long work. */
  readonly jobs: Jobs;
};

/** What jobs themselves work with. */
export type Workshop = {
  readonly database: Database;
  readonly computing: Computing;
  readonly configuration: Configuration;
  /** Who asks, and what tokens there are. */
  readonly access: Access;
  /** The shipped model. */
  readonly model: Model;
  readonly shippedModelHash: string;
  /** Results as they were stored. */
  readonly documents: DocumentStore;
  /** Results that are being computed. */
  readonly computingResults: ComputingResults;
  /** Ids of stored comparisons by what was asked: what a question means under one model never changes. */
  readonly knownComparisons: LRUCache<string, string>;
};
