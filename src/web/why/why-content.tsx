import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { AskError, ask } from '../api/ask.ts';
import { ModelWordsDocument } from '../generated/graphql.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { goTo } from '../work/address.ts';
import { useWork } from '../work/work.tsx';
import { AboutNumber } from './about-number.tsx';
import { decimalsOf } from './account.ts';
import { AccountView } from './account-view.tsx';
import type { Figure } from './door.tsx';
import { OtherFutures, OtherViews, OtherYears } from './elsewhere.tsx';
import { HowNumber } from './equation-view.tsx';
import { InputsList } from './inputs-list.tsx';
import { readKey } from './key.ts';
import type { Explained, Names } from './telling.ts';
import { TellerProvider, useTeller } from './telling-context.tsx';
import { type Explanation, useExplanation } from './use-explanation.ts';
import styles from './why.module.css';
import { words } from './words.ts';

/** A figure's explanation: what it is, how it is worked out, what it rests on, and where else it is. */
export function WhyContent({
  figure,
  way,
  onEdit,
}: {
  readonly figure: Figure;
  /** The figures somebody came by, the first first. */
  readonly way: readonly Figure[];
  readonly onEdit: (then: () => boolean) => boolean;
}) {
  const said = useWords(words);
  const { result } = useWork();
  const { data, error, isPlaceholderData, isFetching, refetch } = useExplanation(figure);
  const { data: model } = useQuery({
    queryKey: ['model-words'],
    queryFn: async ({ signal }) => (await ask(ModelWordsDocument, {}, signal)).model,
  });
  const names = useMemo<Names>(
    () => ({
      numbers: data?.numbers ?? new Map(),
      entities: new Map((model?.entities ?? []).map(({ name, label }) => [name, label])),
      tables: new Map((model?.tables ?? []).map((table) => [table.name, table])),
      parties: new Map(
        (result?.alternatives ?? []).flatMap(({ overview }) =>
          overview.costs.map(({ party, label }) => [party, label]),
        ),
      ),
      home: data?.root,
    }),
    [data, model, result],
  );
  if (data === undefined || (error !== null && !isFetching)) {
    return error === null ? (
      <>
        <h2 id="why-heading" tabIndex={-1} className={styles.heading}>
          {said.why}
        </h2>
        <p role="status" className="soft">
          {said.loading}
        </p>
      </>
    ) : (
      <NotExplained error={error} tryAgain={() => void refetch()} />
    );
  }
  return (
    <TellerProvider names={names} alternative={figure.alternative}>
      <Way figures={way} known={data} />
      <div className={isPlaceholderData ? 'becoming' : undefined} aria-busy={isPlaceholderData} key={data.figure.what}>
        {data.root === undefined ? (
          <ExplainedCalculation explanation={data} />
        ) : (
          <ExplainedNumber explanation={data} number={data.root} />
        )}
        {data.madeUp > 0 && <p className={styles.warning}>{said.synthetic(data.madeUp)}</p>}
        {!data.isComplete && <p className={styles.warning}>{said.incomplete}</p>}
        <section className={styles.section}>
          <h3>{said.inputs}</h3>
          <InputsList explanation={data} onEdit={onEdit} />
        </section>
        {data.root !== undefined && (
          <section className={styles.section}>
            <OtherFutures figure={data.figure} number={data.root} />
            <h3>{said.below}</h3>
            <AboutNumber number={data.root} />
          </section>
        )}
      </div>
    </TellerProvider>
  );
}

function ExplainedNumber({ explanation, number }: { readonly explanation: Explanation; readonly number: Explained }) {
  const said = useWords(words);
  const label = useLabel();
  const { telling } = useTeller();
  const { value, holds, unit, year, isOpening } = number;
  const when = isOpening ? said.opening : year === null ? said.everyYear : said.year(year);
  const whose = label(number.instanceLabel);
  return (
    <>
      <Head title={telling.label(number)} about={label(number.description)}>
        <Value text={telling.written({ value: holds ?? value, unit })} />
        <Where figure={explanation.figure} what={[whose === '' ? said.whole : whose, when, said.likely]} />
        <OtherYears figure={explanation.figure} number={number} />
      </Head>
      <section className={styles.section}>
        <h3>{said.calculation}</h3>
        <HowNumber key={number.key} number={number} />
        <p className="soft small">{said.rounded}</p>
      </section>
    </>
  );
}

function ExplainedCalculation({ explanation }: { readonly explanation: Explanation }) {
  const said = useWords(words);
  const label = useLabel();
  const numbers = useNumbers();
  const { result, revision } = useWork();
  const { figure, total } = explanation;
  const calculation = result?.calculations.find(({ key }) => key === figure.what);
  if (total === null) return null;
  return (
    <>
      <Head
        title={calculation === undefined ? said.calculation : label(calculation.label)}
        about={calculation?.about === null || calculation === undefined ? '' : label(calculation.about)}
      >
        <Value
          text={{
            number: numbers.number(total.amountSekPerYear, decimalsOf(total)),
            unit: said.sekAYear,
            spoken: `${numbers.number(total.amountSekPerYear, decimalsOf(total))} ${said.sekAYear}`,
          }}
        />
        <Facts what={[said.seenBy(label(total.label)), said.firstYear(calculation?.years[0] ?? revision.start)]} />
      </Head>
      <section className={styles.section}>
        <h3>{said.calculation}</h3>
        <AccountView total={total} />
      </section>
      <section className={styles.section}>
        <OtherViews figure={figure} />
      </section>
    </>
  );
}

function Head({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was read before was taken away with its focus.
    if (document.activeElement === null || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={styles.head}>
      <h2 ref={heading} id="why-heading" tabIndex={-1} className={styles.heading}>
        <bdi>{title}</bdi>
      </h2>
      {about !== '' && about !== title && <p className={styles.about}>{about}</p>}
      {children}
    </div>
  );
}

function Value({
  text,
}: {
  readonly text: { readonly number: string; readonly unit: string; readonly spoken: string };
}) {
  return (
    <p className={styles.value}>
      <span className="unseen">{text.spoken}</span>
      <span aria-hidden="true">
        {text.number}
        {text.unit === '' ? '' : '\u00a0'}
        <span className={styles.valueUnit}>{text.unit}</span>
      </span>
    </p>
  );
}

/** Which alternative, whose, when, in which future. */
function Where({ figure, what }: { readonly figure: Figure; readonly what: readonly string[] }) {
  const label = useLabel();
  const { result } = useWork();
  const isHere = ({ key, isBaseline }: { readonly key: string; readonly isBaseline: boolean }): boolean =>
    figure.alternative === undefined ? isBaseline : key === figure.alternative;
  const index = result?.alternatives.findIndex(isHere) ?? -1;
  const alternative = result?.alternatives[index];
  const name = alternative === undefined ? figure.alternative : label(alternative.label);
  return <Facts what={[...(name === undefined ? [] : [name]), ...what]} />;
}

function Facts({ what }: { readonly what: readonly string[] }) {
  return (
    <p className={styles.where}>
      {what.map((part, at) => (
        <span key={part}>
          <bdi>{part}</bdi>
          {at < what.length - 1 && ' · '}
        </span>
      ))}
    </p>
  );
}

/** The figures somebody came by, each a step back. */
function Way({ figures, known }: { readonly figures: readonly Figure[]; readonly known: Explanation }) {
  const said = useWords(words);
  const { result } = useWork();
  const label = useLabel();
  const { telling } = useTeller();
  const queries = useQueryClient();
  if (figures.length === 0) return null;
  const visited = queries
    .getQueriesData<Explanation>({ queryKey: ['explanation'] })
    .map(([, explanation]) => explanation);
  const nameOf = ({ what }: Figure): string => {
    const number = known.numbers.get(what) ?? visited.find((each) => each?.figure.what === what)?.root;
    if (number !== undefined) return [telling.label(number), ...telling.apart(number)].join(', ');
    const calculation = result?.calculations.find(({ key }) => key === what);
    return calculation === undefined ? (readKey(what)?.variable ?? what) : label(calculation.label);
  };
  return (
    <nav aria-label={said.trail} className={styles.trail}>
      <ol>
        {figures.map((figure) => (
          <li key={`${figure.what} ${figure.alternative} ${figure.view}`}>
            <button
              type="button"
              className="door"
              onClick={() => goTo({ why: figure.what, whyOf: figure.alternative, whyView: figure.view })}
            >
              <bdi>{nameOf(figure)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function NotExplained({ error, tryAgain }: { readonly error: Error; readonly tryAgain: () => void }) {
  const said = useWords(words);
  const isUnknown = error instanceof AskError && ['INVALID_INPUT', 'NOT_FOUND'].includes(error.code);
  return (
    <div role="status">
      <h2 id="why-heading" tabIndex={-1} className={styles.heading}>
        {isUnknown ? said.failedHead : said.why}
      </h2>
      <p>{isUnknown ? said.failed : said.failedOther}</p>
      {!isUnknown && (
        <button type="button" className="button" onClick={tryAgain}>
          {said.tryAgain}
        </button>
      )}
      <details>
        <summary>{said.serverSays}</summary>
        <p className={`${styles.path} small`} lang="en">
          <bdi>{error.message}</bdi>
        </p>
      </details>
    </div>
  );
}
