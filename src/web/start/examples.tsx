import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { groupedExamples } from './examples.ts';
import { GoLink } from './go-link.tsx';
import styles from './start.module.css';
import type { ScenarioToChoose } from './use-scenarios.ts';
import { words } from './words.ts';

/** As many of one's own are seen at once, the newest. */
const seen = 6;

/** One's own calculations and the mission's real cases, as links. */
export function Examples({
  scenarios,
  isComing,
}: {
  readonly scenarios: readonly ScenarioToChoose[];
  readonly isComing: boolean;
}) {
  const said = useWords(words);
  const groups = groupedExamples(scenarios);
  const own = (groups.find(({ group }) => group === 'own')?.scenarios ?? []).toSorted((one, other) =>
    other.latest.createdAt.localeCompare(one.latest.createdAt),
  );
  return (
    <div className={styles['examples']} aria-busy={isComing}>
      {own.length === 0 ? null : (
        <section className={styles['own']}>
          <h2>{said.own}</h2>
          <Links scenarios={own.slice(0, seen)} />
          {own.length <= seen ? null : (
            <details>
              <summary>{said.older(own.length - seen)}</summary>
              <Links scenarios={own.slice(seen)} />
            </details>
          )}
        </section>
      )}
      <section>
        <h2>{said.examples}</h2>
        <div className={styles['groups']}>
          {groups.map(({ group, scenarios }) =>
            group === 'own' ? null : (
              <section key={group} className={scenarios.length > seen ? styles['long'] : undefined}>
                <h3>{said[group]}</h3>
                <Links scenarios={scenarios} />
              </section>
            ),
          )}
        </div>
      </section>
    </div>
  );
}

function Links({ scenarios }: { readonly scenarios: readonly ScenarioToChoose[] }) {
  const said = useWords(words);
  const label = useLabel();
  const { moment } = useNumbers();
  return (
    <ul className={styles['links']}>
      {scenarios.map(({ slug, own, latest }) => (
        <li key={slug}>
          <GoLink to={{ view: 'compare', scenario: slug, revision: undefined, place: undefined }}>
            <bdi>{label(latest.label)}</bdi>
          </GoLink>
          <span className="small soft">
            {own
              ? said.saved(moment(latest.createdAt))
              : said.contents(said.placesCount(latest.placesCount), said.alternativesCount(latest.alternativesCount))}
          </span>
        </li>
      ))}
    </ul>
  );
}
