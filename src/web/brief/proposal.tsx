import { useState } from 'react';
import styles from './brief.module.css';
import type { Facts } from './facts.ts';
import { proposalPoints } from './proposal-points.ts';

/** What the board is proposed to decide: a draft from the figures, which can be changed, and stays while the tab is open. */
export function Proposal({ facts }: { readonly facts: Facts }) {
  const { said, revision, proposed, version, isWithholding, language } = facts;
  // What was written for those who may see everything is never shown to those who may not.
  const place = `proposal ${revision.id} ${proposed.key} ${isWithholding ? version : 'internal'} ${language}`;
  return (
    <section>
      <h2>{said.proposal}</h2>
      <p>{said.proposalLead}</p>
      <Points key={place} place={place} draft={proposalPoints(facts)} said={said} />
    </section>
  );
}

function Points({
  place,
  draft,
  said,
}: {
  readonly place: string;
  readonly draft: readonly string[];
  readonly said: Facts['said'];
}) {
  const [written, setWritten] = useState<readonly string[] | undefined>(() => readPoints(place));
  const points = written ?? draft;
  const write = (next: readonly string[] | undefined): void => {
    setWritten(next);
    if (next === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(next));
  };
  return (
    <>
      <ol className={styles.points}>
        {points.map((point, index) => (
          // Points have no name but their place; they never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <textarea
              className="unprinted"
              aria-label={said.point(index + 1)}
              value={point}
              rows={2}
              onChange={({ target }) => write(points.map((each, at) => (at === index ? target.value : each)))}
            />
            <span className={styles.onPaper}>{point}</span>
            <button
              type="button"
              className="button unprinted"
              aria-label={`${said.removePoint}: ${said.point(index + 1)}`}
              onClick={() => write(points.filter((_, at) => at !== index))}
            >
              {said.removePoint}
            </button>
          </li>
        ))}
      </ol>
      <p className="unprinted">
        <button type="button" className="button" onClick={() => write([...points, ''])}>
          {said.addPoint}
        </button>{' '}
        <button type="button" className="button" disabled={written === undefined} onClick={() => write(undefined)}>
          {said.restore}
        </button>
      </p>
      <p className="soft small unprinted">{said.editHelp}</p>
    </>
  );
}

function readPoints(place: string): readonly string[] | undefined {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : undefined;
  } catch {
    return undefined;
  }
}
