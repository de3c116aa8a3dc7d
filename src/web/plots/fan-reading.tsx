import { useWords } from '../words/language.tsx';
import { words } from './words.ts';

/** How small fan plots are read, said once for all of them; a large one says it itself. */
export function FanReading() {
  const said = useWords(words);
  return (
    <p className="soft small">
      {said.fanReading} {said.fanFalls}
    </p>
  );
}
