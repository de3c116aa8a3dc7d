import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import { ModelVariableDocument, type ModelVariableQuery } from '../generated/graphql.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { type Revision, useWork } from '../work/work.tsx';
import { Door } from './door.tsx';
import { FormulaText } from './formula-text.tsx';
import { readKey, writeKey } from './key.ts';
import type { Explained } from './telling.ts';
import { useTeller } from './telling-context.tsx';
import styles from './why.module.css';
import { words } from './words.ts';

type Variable = NonNullable<ModelVariableQuery['model']['variable']>;

/** What uses a number, and where its formula stands. */
export function AboutNumber({ number }: { readonly number: Explained }) {
  const said = useWords(words);
  const label = useLabel();
  const { revision } = useWork();
  const { alternative, telling } = useTeller();
  const { data } = useQuery({
    queryKey: ['model-variable', number.variable],
    queryFn: async ({ signal }) => (await ask(ModelVariableDocument, { name: number.variable }, signal)).model,
  });
  const { usedBy = [] } = data?.variable ?? {};
  return (
    <>
      <section>
        <h4 className={styles.group}>{said.usedBy}</h4>
        {data !== undefined && usedBy.length === 0 && <p className="soft">{said.usedByNone}</p>}
        <ul className={styles.plain}>
          {usedBy.map((user) => {
            const what = keyOfUser(user, number, revision);
            return (
              <li key={user.name}>
                {what === undefined ? (
                  <>
                    <bdi>{label(user.label)}</bdi> <span className="soft">({telling.entity(user.entity)})</span>
                  </>
                ) : (
                  <Door figure={{ what, alternative }}>
                    <bdi>{label(user.label)}</bdi>
                  </Door>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h4 className={styles.group}>{said.from}</h4>
        <dl className={styles.facts}>
          <dt>{said.unitOf}</dt>
          <dd>
            {number.unit === 'boolean'
              ? said.truth
              : telling.written({ value: 2, unit: number.unit }).unit || said.unitless}
          </dd>
          {number.source !== '' && (
            <>
              <dt>{said.method}</dt>
              <dd>{number.source}</dd>
            </>
          )}
          <dt>{said.file}</dt>
          <dd className={styles.path}>{said.fileLine(number.file, number.line)}</dd>
          {data !== undefined && (
            <>
              <dt>{said.version}</dt>
              <dd>{said.modelVersion(data.hash, data.engine)}</dd>
            </>
          )}
        </dl>
        {number.formula !== null && (
          <details>
            <summary>{said.formula}</summary>
            <p className={styles.formulaLine}>
              <code>{number.variable} = </code>
              <FormulaText text={number.formula} />
            </p>
            {number.isOpening && <p className="soft small">{said.formulaOpening}</p>}
          </details>
        )}
      </section>
    </>
  );
}

/** The number of a variable that uses another, where one can tell whose it is: the same thing's, or the only one there is. */
function keyOfUser(user: Variable['usedBy'][number], number: Explained, revision: Revision): string | undefined {
  const of = (): string | undefined => {
    if (user.entity === number.entity) return number.instance;
    if (user.entity === 'future') return '';
    const all = { place: revision.places, shop: revision.shops }[user.entity];
    const [first] = all ?? [];
    return all?.length === 1 ? first?.key : undefined;
  };
  const instance = of();
  const year = number.year ?? undefined;
  return instance === undefined || readKey(number.key) === undefined
    ? undefined
    : writeKey({ variable: user.name, instance, year });
}
