import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { fileNameOf } from './file-name.ts';
import styles from './plot-frame.module.css';
import { saveAsPng, saveAsSvg } from './save-plot.ts';
import { useDrawnWidth } from './use-drawn-width.ts';
import { words } from './words.ts';

/** A place in a drawing that can be asked about. */
export type PlotDoor = {
  readonly key: string;
  /** What opens, for who cannot see where it stands. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly onOpen: () => void;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly onLeave?: (() => void) | undefined;
};

/** A drawing, px. */
export type Drawing = {
  readonly height: number;
  readonly marks: ReactNode;
  readonly doors?: readonly PlotDoor[] | undefined;
};

/**
 * What every plot has around it: its title, the drawing at the width there is, how to read it, its numbers as a table, and
 * the picture as a file.
 */
export function PlotFrame({
  title,
  label,
  note = '',
  size = 'large',
  fileName,
  table,
  draw,
}: {
  readonly title: string;
  /** The drawing in a sentence. */
  readonly label: string;
  /** How it is read. */
  readonly note?: string;
  readonly size?: 'small' | 'large' | undefined;
  readonly fileName?: string | undefined;
  readonly table: ReactNode;
  readonly draw: (width: number) => Drawing;
}) {
  const said = useWords(words);
  const { place, width } = useDrawnWidth(size === 'small' ? 340 : 700);
  const drawing = useRef<SVGSVGElement>(null);
  const { height, marks, doors = [] } = draw(width);
  return (
    <figure className={styles.plot} data-size={size}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div ref={place} className={styles.picture}>
        <svg ref={drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.drawing}>
          {marks}
        </svg>
        {doors.map(({ key, label: opens, x, y, width: wide, height: high, onOpen, onKeyDown, onLeave }) => {
          const box: CSSProperties = {
            left: `${(100 * x) / width}%`,
            top: `${(100 * y) / height}%`,
            width: `${(100 * wide) / width}%`,
            height: `${(100 * high) / height}%`,
          };
          return (
            <button
              key={key}
              type="button"
              className={`${styles.door} unprinted`}
              style={box}
              aria-label={opens}
              aria-haspopup="dialog"
              title={opens}
              onClick={onOpen}
              onKeyDown={onKeyDown}
              onBlur={onLeave}
            />
          );
        })}
      </div>
      {note === '' ? null : <p className={`${styles.note} soft small`}>{note}</p>}
      <div className={styles.below}>
        <details className={styles.numbers}>
          <summary className="unprinted small">{said.asTable}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className={styles.table} aria-label={title} tabIndex={0}>
            {table}
          </section>
        </details>
        <SaveButtons drawing={drawing} title={title} note={note} name={fileName ?? fileNameOf(title)} />
      </div>
    </figure>
  );
}

function SaveButtons({
  drawing,
  title,
  note,
  name,
}: {
  readonly drawing: React.RefObject<SVGSVGElement | null>;
  readonly title: string;
  readonly note: string;
  readonly name: string;
}) {
  const said = useWords(words);
  const [failed, setFailed] = useState('');
  const save = async (as: typeof saveAsPng | typeof saveAsSvg): Promise<void> => {
    if (drawing.current === null) return;
    try {
      await as(drawing.current, { title, note }, name);
      setFailed('');
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className={`${styles.save} unprinted small`}>
      <span role="status" className="wrong">
        {failed}
      </span>
      <button type="button" aria-label={said.saveAs('SVG', title)} onClick={() => void save(saveAsSvg)}>
        SVG
      </button>
      <button type="button" aria-label={said.saveAs('PNG', title)} onClick={() => void save(saveAsPng)}>
        PNG
      </button>
    </div>
  );
}
