import { useMemo } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useWork } from '../work/work.tsx';
import { differencesOf, type NamedField } from './changes-in-words.ts';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';

/** What differs from the saved revision, value by value, and the ways back. */
export function ChangeList({ fields }: { readonly fields: ReadonlyMap<string, NamedField> }) {
  const said = useWords(words);
  const language = useLanguage();
  const { changes, revert, revertAll } = useWork();
  const { saved } = useVillage();
  const told = useMemo(() => {
    const differenceWords = {
      unknown: said.nothing,
      removed: said.removed,
      secret: said.secretWord,
      open: said.openWord,
      sourceOf: said.sourceOf,
    };
    return changes.map((change) => ({
      path: change.path,
      differences: differencesOf(saved, change, fields, language, differenceWords),
    }));
  }, [saved, changes, fields, language, said]);
  return (
    <section aria-labelledby="changes">
      <h3 id="changes" tabIndex={-1}>
        {said.changes}
      </h3>
      {changes.length === 0 ? <p className="small soft">{said.noChanges}</p> : null}
      <ul className={styles.changes}>
        {told.map(({ path, differences }) => (
          <li key={path}>
            <div>
              {differences.map(({ path: at, label, before, after }) => (
                <div key={at}>
                  <bdi>{label}</bdi>: <del>{before}</del> <span className="unseen">{said.becomes}</span>
                  <span aria-hidden="true">→</span> <ins>{after}</ins>
                </div>
              ))}
            </div>
            <button
              type="button"
              className={styles.plain}
              aria-label={said.takeBackOf(differences.map(({ label }) => label).join(', '))}
              onClick={() => revert(path)}
            >
              {said.takeBack}
            </button>
          </li>
        ))}
      </ul>
      {changes.length > 1 ? (
        <button type="button" className={`button ${styles.all}`} onClick={revertAll}>
          {said.undoAll}
        </button>
      ) : null}
    </section>
  );
}
