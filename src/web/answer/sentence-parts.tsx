import { Fragment } from 'react';
import { Door } from '../why/door.tsx';
import type { Part } from './say.ts';
import styles from './sentence.module.css';

/** A sentence of the answer: figures are doors, names keep their own direction of writing, assumptions are badged. */
export function SentenceParts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, index) => {
    // The parts of a sentence never change places.
    const key = `${index} ${part.kind}`;
    if (part.kind === 'badge')
      return (
        <span key={key} className="badge">
          {part.text}
        </span>
      );
    if (part.kind === 'name') return <bdi key={key}>{part.text}</bdi>;
    if (part.kind === 'figure') {
      const written = part.figure === undefined ? part.text : <Door figure={part.figure}>{part.text}</Door>;
      return (
        <span key={key} className={styles.together}>
          <strong>{written}</strong>
          {splitOff(parts[index + 1]).mark}
        </span>
      );
    }
    const { mark, rest } = splitOff(part);
    const isAfterFigure = parts[index - 1]?.kind === 'figure';
    return <Fragment key={key}>{isAfterFigure ? rest : `${mark}${rest}`}</Fragment>;
  });
}

/** A full stop or a comma stays with the figure in front of it: it never begins a line. */
function splitOff(part: Part | undefined): { readonly mark: string; readonly rest: string } {
  if (part?.kind !== 'text') return { mark: '', rest: '' };
  const [mark = ''] = /^[.,;:]*/.exec(part.text) ?? [];
  return { mark, rest: part.text.slice(mark.length) };
}
