import { Presets, SingleBar } from 'cli-progress';
import type { RunOptions } from '../engine/workers/index.ts';
import type { Language } from './numbers.ts';

/** Shows progress on a terminal, and lets Ctrl-C stop the work; both end with `done`. */
export function watchedRun(
  language: Language,
): Pick<RunOptions, 'signal' | 'onProgress'> & { onTrial(done: number, all: number): void; done(): void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const swedish = language === 'sv';
  const futures = new Progress(
    swedish ? 'Framtider {bar} {value} av {total}, {eta} s kvar' : 'Futures {bar} {value} of {total}, {eta} s left',
  );
  const trials = new Progress(
    swedish ? 'Jämnläge {bar} {value} av minst {total} försök' : 'Break-even {bar} {value} of at least {total} trials',
  );
  return {
    signal: controller.signal,
    onProgress: (done, all) => futures.show(done, all),
    onTrial(done, all) {
      futures.end();
      trials.show(done, all);
    },
    done() {
      futures.end();
      trials.end();
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** A bar for one kind of work; short work shows none at all. */
class Progress {
  private readonly format: string;
  private readonly begun = performance.now();
  private bar: SingleBar | undefined;

  constructor(format: string) {
    this.format = format;
  }

  show(done: number, all: number): void {
    if (!process.stderr.isTTY || (this.bar === undefined && performance.now() - this.begun < 300)) return;
    if (this.bar === undefined) {
      this.bar = new SingleBar(
        { format: this.format, stream: process.stderr, clearOnComplete: true },
        Presets.shades_classic,
      );
      this.bar.start(all, done);
    }
    this.bar.setTotal(all);
    this.bar.update(done);
  }

  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}
