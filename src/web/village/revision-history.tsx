import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { RevisionsOfScenarioDocument } from '../generated/graphql.ts';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { goTo, linkTo } from '../work/address.ts';
import { useWork } from '../work/work.tsx';
import styles from './village.module.css';
import { words } from './words.ts';

/** The revisions of the scenario, the newest first, each a link. */
export function RevisionHistory() {
  const said = useWords(words);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={`unprinted ${styles.fold}`} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{said.history}</h3>
      </summary>
      {isOpen ? <Revisions /> : null}
    </details>
  );
}

function Revisions() {
  const said = useWords(words);
  const numbers = useNumbers();
  const { revision } = useWork();
  const { id: scenario, slug } = revision.scenario;
  const listed = useInfiniteQuery({
    queryKey: ['revisions', scenario],
    queryFn: async ({ signal, pageParam }) => {
      const { node } = await ask(RevisionsOfScenarioDocument, { scenario, after: pageParam }, signal);
      return node?.__typename === 'Scenario' ? node.revisions : undefined;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : undefined),
    // Others save too.
    staleTime: 0,
  });
  if (listed.error !== null) return <p role="alert">{said.historyFailed}</p>;
  return (
    <>
      <ol className={styles.revisions}>
        {listed.data?.pages
          .flatMap((page) => page?.nodes ?? [])
          .map(({ id, number, note, createdAt, author }) => (
            <li key={id}>
              {id === revision.id ? (
                <strong>{said.version(number)}</strong>
              ) : (
                <a
                  href={linkTo({ scenario: slug, revision: id, why: undefined })}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
                    goTo({ scenario: slug, revision: id, why: undefined });
                  }}
                >
                  {said.version(number)}
                </a>
              )}
              {id === revision.id ? ` (${said.thisVersion})` : null}
              <div className="small">
                <bdi>{note === '' ? said.noNote : note}</bdi>
              </div>
              <div className="small soft">
                {numbers.moment(createdAt)} · <bdi>{author}</bdi>
              </div>
            </li>
          ))}
      </ol>
      {listed.hasNextPage ? (
        <button type="button" className="button" onClick={() => void listed.fetchNextPage()}>
          {said.older}
        </button>
      ) : null}
    </>
  );
}
