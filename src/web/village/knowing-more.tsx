import { useMemo } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { useWork } from '../work/work.tsx';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';
import { worthKnowing } from './worth-knowing.ts';

/** Which missing answer would make the result surer, and what the scenario itself has left open; each a way to its field. */
export function KnowingMore() {
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const { result, isComputing } = useWork();
  const { tried, measures, shop, goToField } = useVillage();
  const worth = useMemo(
    () => (result?.drivers == null ? undefined : worthKnowing(result.drivers, tried, measures, shop)),
    [result, tried, measures, shop],
  );
  const open = result?.openQuestions ?? [];
  const link = (path: string | undefined, name: string) =>
    path === undefined ? (
      <bdi>{name}</bdi>
    ) : (
      <button type="button" className={styles.plain} onClick={() => goToField(path)}>
        <bdi>{name}</bdi>
      </button>
    );
  return (
    <section aria-labelledby="know-more" className={`${styles.knowing} ${isComputing ? 'becoming' : ''}`}>
      <h3 id="know-more">{said.knowMore}</h3>
      {worth === undefined ? null : worth.length === 0 ? <p className="small">{said.nothingNarrows}</p> : null}
      {worth === undefined || worth.length === 0 ? null : (
        <>
          <p className="small">{said.worthKnowing}</p>
          <ul className={`small ${styles.worth}`}>
            {worth.map(({ label, path, share, answer }) => (
              <li key={label.sv}>
                {link(path, label[language])}
                <br />
                {said.narrows(numbers.percent(share), answer[language])}
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length === 0 ? null : (
        <>
          <p className="small">{said.openQuestions(open.length)}</p>
          <ul className="small">
            {open.map(({ key, about, question, at }) => (
              <li key={key}>
                {link(at ?? undefined, about[language])}: <bdi>{question[language]}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
