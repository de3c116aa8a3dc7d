import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/language.tsx';
import styles from './column.module.css';
import { words } from './words.ts';

/** A place of its own for what is wider than the page; it takes the keyboard only where there is something to scroll. */
export function Scrolling({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const said = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className={styles.scroll}
      {...(isWider ? { role: 'region', 'aria-label': said.scrolls(label), tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}
