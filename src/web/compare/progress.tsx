import { useEffect, useState } from 'react';
import { Problems } from '../shell/problems.tsx';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { words } from './words.ts';

/** Noticed only after so long. */
const patience = 300;

/** A quiet line that says what is computed and for how long, and what stands in the way. Its place is kept when it is empty. */
export function Progress() {
  const { changes, result, isComputing, isComputingBreakEven, error, trouble, tryAgain, undo } = useWork();
  const said = useWords(words);
  const numbers = useNumbers();
  const elapsed = useElapsed(isComputing);
  const hasWaited = elapsed >= patience;
  const [wasComputing, setWasComputing] = useState(false);
  useEffect(() => {
    if (hasWaited) setWasComputing(true);
  }, [hasWaited]);
  const seconds = numbers.number(Math.floor(elapsed / 1000));
  const shown = hasWaited
    ? result === undefined
      ? said.computingFirst(seconds)
      : said.computing(numbers.number(result.certificate.futures), seconds)
    : isComputingBreakEven && !isComputing
      ? said.computingEven
      : '';
  return (
    <>
      <p className={`${styles.status} small soft unprinted`}>
        {changes.length === 0 ? '' : said.toDetails(changes.length)} <span aria-hidden="true">{shown}</span>
      </p>
      {/* Said once when it begins and once when it is done, not every second. */}
      <p className="unseen" role="status">
        {hasWaited
          ? said.computingFirst('').replace(/\s+s$/, '')
          : wasComputing && !isComputing && error === undefined
            ? said.ready
            : ''}
      </p>
      {trouble === undefined ? null : (
        <div className={styles.trouble} role="alert">
          <p>{trouble.code === 'UNREACHABLE' ? said.away : said.busy}</p>
        </div>
      )}
      {error === undefined || isComputing ? null : (
        <div className={styles.trouble}>
          <h2>{said.failed}</h2>
          <Problems error={error} />
          {result === undefined ? null : <p>{said.oldNumbers}</p>}
          <p>
            <button type="button" className="button first" onClick={tryAgain}>
              {said.tryAgain}
            </button>{' '}
            {undo === undefined ? null : (
              <button type="button" className="button" onClick={undo}>
                {said.undo}
              </button>
            )}
          </p>
        </div>
      )}
    </>
  );
}

/** Milliseconds since something began; 0 while it does not go on. */
function useElapsed(isOn: boolean): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!isOn) {
      setElapsed(0);
      return undefined;
    }
    const start = performance.now();
    const first = setTimeout(() => setElapsed(performance.now() - start), patience);
    const timer = setInterval(() => setElapsed(performance.now() - start), 1000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isOn]);
  return isOn ? elapsed : 0;
}
