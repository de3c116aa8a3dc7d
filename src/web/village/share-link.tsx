import { useId, useRef, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { linkTo, useAddress } from '../work/address.ts';
import { asFragment } from '../work/changes.ts';
import { useWork } from '../work/work.tsx';
import { isObject } from './stated-value.ts';
import styles from './village.module.css';
import { words } from './words.ts';

/** A link to what is seen now, and what the one who gets it will see. */
export function ShareLink() {
  const said = useWords(words);
  const id = useId();
  const { revision, changes } = useWork();
  const { view } = useAddress();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  // With the revision named, so that the receiver sees this one even when a newer is saved.
  const to = linkTo({
    view,
    scenario: revision.scenario.slug,
    revision: revision.id,
    why: undefined,
    whyOf: undefined,
    whyView: undefined,
  });
  const link = `${window.location.origin}${to}${asFragment(changes)}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      input.current?.select();
      setOutcome('failed');
    }
  };
  return (
    <details className={`unprinted ${styles.fold}`}>
      <summary>
        <h3>{said.share}</h3>
      </summary>
      <p className="small soft">
        {changes.length === 0 ? said.shareHelp(revision.number) : said.shareChanges(revision.number, changes.length)}{' '}
        {revision.scenario.own ? said.shareOwn : null}
      </p>
      {changes.some(({ value }) => holdsSecret(value)) ? <p className="small wrong">{said.shareSecret}</p> : null}
      <label htmlFor={id} className="small">
        {said.link}
      </label>
      <input
        ref={input}
        id={id}
        className={`field ${styles.wide}`}
        type="text"
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <button type="button" className="button" onClick={() => void copy()}>
          {said.copy}
        </button>
      </p>
      <p className="small" role="status">
        {outcome === undefined ? null : outcome === 'copied' ? said.copied : said.notCopied}
      </p>
    </details>
  );
}

/** Whether something somebody has tried is marked secret. */
function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  return isObject(value) && (value['secret'] === true || Object.values(value).some(holdsSecret));
}
