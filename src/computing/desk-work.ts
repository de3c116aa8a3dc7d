import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import { LRUCache } from 'lru-cache';
import {
  type ComparisonDocument,
  comparisonDocument,
  comparisonNumbers,
  earlierNumbers,
  type PlannedScenario,
  planScenario,
} from '../app/compare-scenario.ts';
import { explainCalculation, explainNumber } from '../app/explain-number.ts';
import { formulaFilesOf, modelOf } from '../app/model-of.ts';
import { openScenario } from '../app/open-scenario.ts';
import { parametersOf } from '../app/parameters.ts';
import { type Replay, replayFuture } from '../app/replay-future.ts';
import { reviseText } from '../app/revise-text.ts';
import { withSeed } from '../app/seed.ts';
import { syntheticInputs } from '../app/synthetic-inputs.ts';
import { filesSent, type ScenarioFiles } from '../app/text-files.ts';
import { type Verification, verifyFuture } from '../app/verify-future.ts';
import type { Scenario } from '../engine/scenario/index.ts';
import { futureDesign, modelHash } from '../engine/simulate/index.ts';
import type {
  Compared,
  CompareQuestion,
  Explained,
  ExplainQuestion,
  ReadScenario,
  ReplayQuestion,
  Task,
  Tasks,
} from './messages.ts';

/** How a task is done, beside what it asks; none of it changes what is found. */
export type Circumstances = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
  /** Threads to compute very many futures in; 0 computes all in the desk's own. */
  readonly threads: number;
};

/** Years of villages below which starting threads takes longer than they save: they compute some 400 000 a second each. */
const repaysThreads = 2_000_000;

type Kept = {
  readonly files: ScenarioFiles;
  readonly stated: Scenario;
  readonly planned: PlannedScenario;
  readonly textHash: string;
};

/** Does the tasks of one desk, and keeps the scenarios it has planned lately: a revision is asked about many times. */
export class DeskWork {
  /** By text and seed. Bounded by what they hold, in places and shops: a plan of a region is large. */
  private readonly kept = new LRUCache<string, Kept>({
    max: 8,
    maxSize: 2000,
    sizeCalculation: ({ planned: { plan } }) =>
      1 + ['place', 'shop', 'town'].reduce((sum, entity) => sum + (plan.instances.shared.get(entity)?.length ?? 0), 0),
  });

  async do(task: Task, circumstances: Circumstances): Promise<Tasks[keyof Tasks]['found']> {
    const { files } = task;
    switch (task.kind) {
      case 'read':
        return this.read(files);
      case 'compare':
        return await this.compare(files, task.asked, circumstances);
      case 'explain':
        return this.explain(files, task.asked);
      case 'replay':
        return this.replay(files, task.asked);
      case 'verify':
        return this.verify(files, task.asked.future, task.asked.seed);
      case 'parameters': {
        const { planned, stated } = this.open(files);
        return parametersOf(planned.model, stated);
      }
      case 'revise':
        return reviseText(files, task.asked);
    }
  }

  private open(files: ScenarioFiles, seed?: string): Kept {
    const textHash = textHashOf(files);
    const key = `${textHash} ${seed ?? ''}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const sent = filesSent(files);
    const model = modelOf(files.file, sent);
    const stated = withSeed(openScenario(model, files.file, sent), seed);
    const kept: Kept = { files, stated, planned: planScenario(model, stated), textHash };
    this.kept.set(key, kept);
    return kept;
  }

  private read(files: ScenarioFiles): ReadScenario {
    const { stated, planned, textHash } = this.open(files);
    const { data } = stated;
    const { plan, model } = planned;
    const count = (things: object | undefined): number => Object.keys(things ?? {}).length;
    return {
      data,
      label: plan.label,
      modelHash: modelHash(model),
      scenarioHash: planned.scenarioHash,
      textHash,
      seed: plan.seed,
      places: count(data.places),
      shops: count(data.shops),
      towns: count(data.towns),
      alternatives: plan.alternatives,
      start: plan.start,
      years: plan.years,
      formulaFiles: formulaFilesOf(files.file, filesSent(files)),
      villageYears: villageYears(planned),
    };
  }

  private async compare(
    files: ScenarioFiles,
    { seed, draws, inner, breakEvenFutures, numbers }: CompareQuestion,
    circumstances: Circumstances,
  ): Promise<Compared> {
    const began = performance.now();
    // What cannot be computed is said before the scenario is planned.
    const design = futureDesign(draws, inner);
    const { planned } = this.open(files, seed);
    const earlier =
      numbers === undefined
        ? undefined
        : earlierNumbers(planned, design, JSON.parse(gunzipSync(numbers).toString('utf8')) as ComparisonDocument);
    const planMs = performance.now();
    let summarised = planMs;
    const found = await comparisonNumbers(planned, design, {
      ...circumstances,
      threads: villageYears(planned) * draws < repaysThreads ? 0 : circumstances.threads,
      earlier,
      breakEven:
        breakEvenFutures === undefined || breakEvenFutures === null ? undefined : { futures: breakEvenFutures },
      onSummary: () => {
        summarised = performance.now();
      },
    });
    const document = comparisonDocument(planned, found);
    const json = Uint8Array.from(gzipSync(JSON.stringify(document)));
    return {
      json,
      certificate: document.certificate,
      villageDrawYears: villageYears(planned) * draws,
      reused: earlier !== undefined,
      engineMs: summarised - planMs,
      totalMs: performance.now() - began,
    };
  }

  private explain(files: ScenarioFiles, { what, alternative, future, seed, view }: ExplainQuestion): Explained {
    const { planned, stated } = this.open(files, seed);
    const synthetic = syntheticInputs(stated);
    if (Object.hasOwn(stated.data.calculations ?? {}, what))
      return { of: 'calculation', explanation: explainCalculation(planned.model, stated, what, view), synthetic };
    return { of: 'number', explanation: explainNumber(planned, { what, alternative, future }), synthetic };
  }

  private replay(files: ScenarioFiles, { alternative, future, seed }: ReplayQuestion): Replay {
    return replayFuture(this.open(files, seed).planned, alternative, future);
  }

  private verify(files: ScenarioFiles, future: string, seed: string | undefined): Verification {
    return verifyFuture(this.open(files, seed).planned.plan, future);
  }
}

/** A hash over the files as they are written: SHA-256 of their canonical JSON. */
function textHashOf({ file, files }: ScenarioFiles): string {
  return createHash('sha256')
    .update(canonicalize({ file, files: { ...files } }) ?? '')
    .digest('hex');
}

function villageYears({ plan, scenario }: PlannedScenario): number {
  return Object.keys(scenario.data.places).length * plan.years * plan.alternatives.length;
}
