import { Presets, SingleBar } from 'cli-progress';
import type { RunOptions } from '../engine/workers/index.ts';
import type { Language } from './numbers.ts';

/** Shows progress on a terminal, and lets Ctrl-C stop the work; both end with `done`. */
export function watchedRun(language: Language): Pick<RunOptions, 'signal' | 'onProgress'> & { done(): void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let bar: SingleBar | undefined;
  const begun = performance.now();
  return {
    signal: controller.signal,
    onProgress(done, all) {
      // Short work shows no bar at all.
      if (!process.stderr.isTTY || (bar === undefined && performance.now() - begun < 300)) return;
      if (bar === undefined) {
        const words =
          language === 'sv'
            ? 'Framtider {bar} {value} av {total}, {eta} s kvar'
            : 'Futures {bar} {value} of {total}, {eta} s left';
        bar = new SingleBar({ format: words, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
        bar.start(all, done);
      }
      bar.update(done);
    },
    done() {
      bar?.stop();
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
