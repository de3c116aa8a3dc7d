import { useEffect, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { words } from './words.ts';

/** Says that something is fetched, once it takes long enough to be noticed. */
export function Waiting() {
  const said = useWords(words);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="content" style={{ padding: '2rem 1.5rem', minHeight: '60vh' }} aria-busy="true">
      <p role="status" className="soft">
        {isLong ? said.waiting : ''}
      </p>
    </main>
  );
}
