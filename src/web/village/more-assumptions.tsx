import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { assumptionGroups, foundGroups, type Group } from './assumption-groups.ts';
import { type Field, statedIn } from './field.ts';
import { isSame } from './scenario-tree.ts';
import { ValueField } from './value-field.tsx';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';

/** Most fields shown at once of what is looked for. */
const mostFound = 40;

/** All else that the model reckons with, folded by what it belongs to, with a search. */
export function MoreAssumptions({
  asked,
  error,
  tryAgain,
}: {
  readonly asked: ReadonlySet<string>;
  readonly error: Error | null;
  readonly tryAgain: () => void;
}) {
  const said = useWords(words);
  const { isReady, target } = useVillage();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (target !== undefined && !asked.has(target.path)) setOpen(true);
  }, [target, asked]);
  return (
    <details
      className={styles.moreAssumptions}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h3>{said.moreAssumptions}</h3>
      </summary>
      {!isOpen ? null : isReady ? (
        <Assumptions asked={asked} />
      ) : error === null ? (
        <p className="small soft">{said.loading}</p>
      ) : (
        <p role="alert">
          {said.loadFailed}{' '}
          <button type="button" className={styles.plain} onClick={tryAgain}>
            {said.tryAgain}
          </button>
        </p>
      )}
    </details>
  );
}

function Assumptions({ asked }: { readonly asked: ReadonlySet<string> }) {
  const said = useWords(words);
  const language = useLanguage();
  const id = useId();
  const { saved, knowledge, measures, place, target } = useVillage();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const looked = useDeferredValue(search);
  // By what is saved, so that no group comes or goes while somebody writes in it.
  const groups = useMemo(
    () => assumptionGroups(saved, knowledge, measures, asked, place),
    [saved, knowledge, measures, asked, place],
  );
  const found = useMemo(() => foundGroups(groups, looked, language), [groups, looked, language]);
  useEffect(() => {
    const group = groups.find(({ fields }) => fields.some(({ paths }) => paths.includes(target?.path ?? '')));
    if (group === undefined) return;
    setSearch('');
    setOpen((before) => new Set([...before, group.key]));
  }, [target, groups]);
  const isSearching = looked.trim() !== '';
  const count = found.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <>
      <p className="small soft">{said.moreAssumptionsHelp}</p>
      <label htmlFor={id} className="small">
        {said.search}
      </label>
      <input
        id={id}
        type="search"
        className={`field ${styles.wide}`}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <p className="small soft" role="status">
        {isSearching ? (count === 0 ? said.nothingFound : said.searchCount(count)) : said.searchCount(count)}
        {isSearching && count > mostFound ? ` · ${said.tooMany(mostFound)}` : null}
      </p>
      {limited(found, isSearching ? mostFound : Number.POSITIVE_INFINITY).map((group) => (
        <details
          key={group.key}
          className={styles.group}
          open={isSearching || open.has(group.key)}
          onToggle={({ currentTarget }) => {
            if (isSearching) return;
            const isNow = currentTarget.open;
            setOpen((before) => {
              const after = new Set(before);
              if (isNow) after.add(group.key);
              else after.delete(group.key);
              return after;
            });
          }}
        >
          <summary>
            <GroupName group={group} /> <ChangedCount fields={group.fields} />
          </summary>
          {isSearching || open.has(group.key)
            ? group.fields.map((field) => <ValueField key={field.id} field={field} />)
            : null}
        </details>
      ))}
    </>
  );
}

function ChangedCount({ fields }: { readonly fields: readonly Field[] }) {
  const said = useWords(words);
  const { saved, tried } = useVillage();
  const changed = fields.filter((field) => !isSame(statedIn(saved, field), statedIn(tried, field))).length;
  return changed === 0 ? null : <span className="small soft">({said.changedOf(changed)})</span>;
}

function limited(groups: readonly Group[], most: number): Group[] {
  let left = most;
  return groups.flatMap((group) => {
    const fields = group.fields.slice(0, Math.max(0, left));
    left -= fields.length;
    return fields.length === 0 ? [] : [{ ...group, fields }];
  });
}

/** What a group is called, with what kind of thing it is about. */
function GroupName({ group: { about, label } }: { readonly group: Group }) {
  const said = useWords(words);
  const language = useLanguage();
  const name = {
    place: said.aboutPlace,
    hinterland: said.aboutHinterland,
    shop: said.aboutShop,
    town: said.aboutTown,
    measure: said.aboutMeasure,
    whole: said.aboutWhole,
    rules: said.aboutRules,
  }[about](label[language]);
  return <bdi>{name}</bdi>;
}
