import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../words/language.tsx';
import styles from './why.module.css';
import { words } from './words.ts';

/** A line with something behind it: a button that shows it, one step in, below the line. */
export function useUnfolding(
  name: string,
  startsOpen = false,
): { readonly isOpen: boolean; readonly button: ReactNode; readonly below: (content: () => ReactNode) => ReactNode } {
  const said = useWords(words);
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  return {
    isOpen,
    button: (
      <button
        type="button"
        className={`${styles.unfold} unprinted`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? said.hide : said.show}
        <span className="unseen"> {said.showOf(name)}</span>
      </button>
    ),
    below: (content) => (
      <div id={id} className={styles.below} hidden={!isOpen}>
        {isOpen ? content() : null}
      </div>
    ),
  };
}
