import { useState } from 'react';
import { VillagePanel } from '../village/village-panel.tsx';
import { WhyPanel } from '../why/why-panel.tsx';
import { useWords } from '../words/language.tsx';
import { useAddress } from '../work/address.ts';
import { AnswerColumn } from './answer-column.tsx';
import styles from './compare.module.css';
import { useMedia } from './use-media.ts';
import { words } from './words.ts';

/** The comparison: the village to the left, the answer in the middle, and «Varför?» to the right once a figure is opened. */
export function Compare() {
  const { why } = useAddress();
  const said = useWords(words);
  const isNarrow = useMedia('(max-width: 60rem)');
  const [isChanging, setChanging] = useState(false);
  return (
    <div className={why === undefined ? styles.view : styles.viewWithWhy}>
      <div className={styles.village} {...(isNarrow ? { role: 'region', 'aria-label': said.village } : {})}>
        {isNarrow ? (
          <details
            className={styles.folded}
            open={isChanging}
            onToggle={(event) => setChanging(event.currentTarget.open)}
          >
            <summary>
              {said.change} <span className="small soft">{said.changeHelp}</span>
            </summary>
            {isChanging ? <VillagePanel /> : null}
          </details>
        ) : (
          <VillagePanel />
        )}
      </div>
      <main id="content" className={styles.middle}>
        <AnswerColumn />
      </main>
      {why === undefined ? null : (
        <div className={styles.why}>
          <WhyPanel />
        </div>
      )}
    </div>
  );
}
