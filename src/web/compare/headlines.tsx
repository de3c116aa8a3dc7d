import { useMemo } from 'react';
import { answerTo } from '../answer/answer.ts';
import type { MeasureKinds } from '../answer/names.ts';
import { SentenceParts } from '../answer/sentence-parts.tsx';
import { useLabel, useLanguage, useWords } from '../words/language.tsx';
import { type Result, useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { words } from './words.ts';

/** The answer in sentences, and which alternative it is about. */
export function Headlines({
  result,
  main,
  kinds,
  shopNames,
  onMain,
}: {
  readonly result: Result;
  readonly main: string | undefined;
  readonly kinds: MeasureKinds;
  readonly shopNames: ReadonlyMap<string, string>;
  readonly onMain: (key: string) => void;
}) {
  const { breakEven, isComputingBreakEven } = useWork();
  const said = useWords(words);
  const language = useLanguage();
  const labelOf = useLabel();
  const sentences = useMemo(
    () => answerTo({ result, breakEven, kinds, shopNames, language, alternative: main }),
    [result, breakEven, kinds, shopNames, language, main],
  );
  const others = result.alternatives.filter(({ isBaseline }) => !isBaseline);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="unseen">
        {said.answer}
      </h2>
      {others.length < 2 ? null : (
        <p className="unprinted">
          <label>
            <span className="small soft">{said.answerOf}</span>{' '}
            <select className="field" value={main} onChange={(event) => onMain(event.target.value)}>
              {others.map(({ key, label }) => (
                <option key={key} value={key}>
                  {labelOf(label)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <ul className={styles.headlines}>
        {/* What would have to be comes first once it is known: its place is kept, so that nothing moves. */}
        {breakEven === undefined && isComputingBreakEven && others.length > 0 ? (
          <li className={`${styles.awaited} soft`}>{said.computingEven}</li>
        ) : null}
        {sentences.map(({ key, parts, note }) => (
          <li key={key} className={key === 'break-even' && isComputingBreakEven ? 'becoming' : undefined}>
            <SentenceParts parts={parts} />
            {note === undefined ? null : (
              <span className={styles.note}>
                <SentenceParts parts={note} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
