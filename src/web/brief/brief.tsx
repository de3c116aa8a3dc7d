import { useEffect, useMemo, useState } from 'react';
import { mainAlternative } from '../answer/answer.ts';
import { Failed } from '../shell/failed.tsx';
import { csvText } from '../take/csv.ts';
import { saveCsv } from '../take/save-file.ts';
import { saveWorkbook } from '../take/save-workbook.ts';
import { words as takeWords } from '../take/words.ts';
import { workbook } from '../take/workbook.ts';
import { WhyPanel } from '../why/why-panel.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { useWork } from '../work/work.tsx';
import { Alternatives, rowsOf } from './alternatives.tsx';
import { Annexes } from './annexes.tsx';
import styles from './brief.module.css';
import { Calculations } from './calculations.tsx';
import { Certainty } from './certainty.tsx';
import { Consequences } from './consequences.tsx';
import { type BriefWords, type Facts, numbersWithholding, type Version } from './facts.ts';
import { FirstPage } from './first-page.tsx';
import { FollowUp } from './follow-up.tsx';
import { usePageFooter } from './footer.ts';
import { None } from './none.tsx';
import { PresentStateSection } from './present-state.tsx';
import { Proposal } from './proposal.tsx';
import { usePresentState, useResidents } from './use-asked.ts';
import { useFiles, usePublic } from './use-public.ts';
import { WhoPays } from './who-pays.tsx';
import { words } from './words.ts';

/**
 * The decision brief: a paper for the board, on the screen as it will be printed. It is written from the figures of the
 * comparison; what is proposed, and who may read it, is chosen in the tool bar above it.
 */
export function Brief() {
  const work = useWork();
  const said = useWords(words) as BriefWords;
  const { result, error } = work;
  const [version, setVersion] = useState<Version>('internal');
  const [chosen, setChosen] = useState<string>();
  const files = useFiles(work.revision);
  const isPublic = version === 'public';
  const published = usePublic(work, files, isPublic);
  const facts = useFacts(version, chosen, files, published);
  if (result === undefined && error !== undefined) return <Failed error={error} />;
  return (
    <main id="content" className={styles.desk} aria-busy={work.isComputing}>
      {result === undefined || facts === undefined ? (
        <>
          <h1 className="unseen">{said.brief}</h1>
          <p role="status" className="soft">
            {isPublic && result !== undefined ? said.publicWaiting : said.waiting}
          </p>
        </>
      ) : (
        <>
          <Tools facts={facts} onVersion={setVersion} onProposed={setChosen} isComputing={work.isComputing} />
          <div className={styles.sheets}>
            <Paper facts={facts} isBecoming={work.isComputing} />
            <div className={`${styles.why} unprinted`}>{facts.isWithholding ? null : <WhyPanel />}</div>
          </div>
        </>
      )}
    </main>
  );
}

/** What the brief is written from: everything, or what everybody may read. */
function useFacts(
  version: Version,
  chosen: string | undefined,
  files: readonly unknown[] | undefined,
  published: ReturnType<typeof usePublic>,
): Facts | undefined {
  const work = useWork();
  const said = useWords(words) as BriefWords;
  const language = useLanguage();
  const numbers = useNumbers();
  const residents = useResidents(work);
  const present = usePresentState(work);
  return useMemo(() => {
    const given = version === 'internal' ? work : published?.open;
    const { result, revision, changes, breakEven } = given ?? {};
    if (result === undefined || revision === undefined || changes === undefined) return undefined;
    const [baseline] = result.alternatives;
    const key = chosen ?? mainAlternative(result);
    const proposed = result.alternatives.find((each) => each.key === key) ?? baseline;
    if (baseline === undefined || proposed === undefined) return undefined;
    const isWithholding = version === 'public' && published?.open.isWithholding === true;
    const paths = isWithholding ? (published?.paths ?? []) : [];
    const names = new Map([...townNames(files ?? [], language), ...namesIn(revision, language)]);
    return {
      result,
      revision,
      changes,
      breakEven,
      residents: isWithholding ? undefined : residents,
      present,
      version,
      isWithholding,
      isSecretInput: (input, instance) =>
        paths.some((path) => {
          const parts = path.split('.');
          return parts.at(-1) === input && instance.split(/[.>/]/).some((part) => parts.includes(part));
        }),
      standing: published?.open.standing ?? new Map(),
      proposed,
      baseline,
      kinds: new Map(revision.measures.map((measure) => [measure.key, measure.kind])),
      language,
      numbers: numbersWithholding(numbers, said.withheld),
      said,
      spoken: (label) => label[language],
      named: (id) => names.get(id) ?? id,
    };
  }, [version, work, published, chosen, residents, present, files, language, numbers, said]);
}

type Language = Facts['language'];

function namesIn({ places, shops, measures }: Facts['revision'], language: Language): [string, string][] {
  return [...places, ...shops, ...measures].map(({ key, label }) => [key, label[language]]);
}

/** What the files call towns, which the API tells by id alone. */
function townNames(files: readonly unknown[], language: Language): [string, string][] {
  return files.flatMap((file) =>
    Object.entries(fieldsOf(fieldsOf(file)['towns'])).flatMap(([key, town]): [string, string][] => {
      const { label } = fieldsOf(town) as { label?: unknown };
      const name = typeof label === 'string' ? label : fieldsOf(label)[language];
      return typeof name === 'string' ? [[key, name]] : [];
    }),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The paper itself. */
function Paper({ facts, isBecoming }: { readonly facts: Facts; readonly isBecoming: boolean }) {
  const { said, result } = facts;
  const { engine, resultHash } = result.certificate;
  usePageFooter({ left: said.footer(engine, resultHash.slice(0, 16)), page: said.page, of: said.of });
  useCleanAddressInPrint(facts);
  return (
    <article className={`${styles.paper} ${isBecoming ? 'becoming' : ''}`}>
      <FirstPage facts={facts} />
      <Proposal facts={facts} />
      <None facts={facts} />
      <PresentStateSection facts={facts} />
      <Alternatives facts={facts} />
      <Calculations facts={facts} />
      <WhoPays facts={facts} />
      <Consequences facts={facts} />
      <Certainty facts={facts} />
      <FollowUp facts={facts} />
      <Annexes facts={facts} />
    </article>
  );
}

/** A browser may print the page's address, which holds the values that were tried: not on what everybody may read. */
function useCleanAddressInPrint({ version }: Facts): void {
  useEffect(() => {
    if (version === 'internal') return undefined;
    let fragment = '';
    const show = (to: string): void =>
      window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}${to}`);
    const clean = (): void => {
      fragment = window.location.hash;
      if (fragment !== '') show('');
    };
    const restore = (): void => {
      if (fragment !== '') show(fragment);
    };
    window.addEventListener('beforeprint', clean);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', clean);
      window.removeEventListener('afterprint', restore);
    };
  }, [version]);
}

function Tools({
  facts,
  onVersion,
  onProposed,
  isComputing,
}: {
  readonly facts: Facts;
  readonly onVersion: (version: Version) => void;
  readonly onProposed: (key: string) => void;
  readonly isComputing: boolean;
}) {
  const { said, result, revision, changes, version, isWithholding, proposed, spoken, language } = facts;
  const taking = useWords(takeWords);
  const [isWriting, setWriting] = useState(false);
  const name = `bygdekalkyl-${revision.scenario.slug}-${version === 'public' ? said.public.toLowerCase() : said.internal.toLowerCase()}`;
  const takeWorkbook = async (): Promise<void> => {
    setWriting(true);
    try {
      const sheets = workbook({ result, revision, isChanged: changes.length > 0, version, isWithholding, language });
      await saveWorkbook(sheets, name);
    } finally {
      setWriting(false);
    }
  };
  const takeTable = (): void => {
    const rows = isWithholding
      ? workbook({ result, revision, isChanged: changes.length > 0, version, isWithholding, language })
          .find((sheet) => sheet.name === taking.alternatives)
          ?.rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : cell?.value)))
      : [
          [said.what, ...result.alternatives.map(({ label }) => spoken(label))],
          ...rowsOf(facts, facts.breakEven, revision, language).map(({ label, cells }) => [
            label,
            ...cells.map(({ value, text }) => value ?? text),
          ]),
        ];
    saveCsv(`${name}.csv`, csvText(rows ?? [], language));
  };
  return (
    <div className={`${styles.tools} unprinted`} role="toolbar" aria-label={said.tools}>
      <button type="button" className="button first" onClick={() => window.print()}>
        {said.print}
      </button>
      <button type="button" className="button" disabled={isWriting} onClick={() => void takeWorkbook()}>
        {isWriting ? taking.writing : taking.download}
      </button>
      <button type="button" className="button" onClick={takeTable}>
        {said.csv}
      </button>
      <label className={styles.tool}>
        {said.proposedIs}
        <br />
        <select className="field" value={proposed.key} onChange={({ target }) => onProposed(target.value)}>
          {result.alternatives.map(({ key, label }) => (
            <option key={key} value={key}>
              {spoken(label)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{said.version}</legend>
        {(['internal', 'public'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="version"
              value={each}
              checked={version === each}
              onChange={() => onVersion(each)}
            />
            {said[each]}
          </label>
        ))}
      </fieldset>
      <p className={`${styles.note} soft small`} role="status">
        {isComputing
          ? said.old
          : version === 'internal'
            ? said.internalHelp
            : isWithholding
              ? said.publicHelp
              : said.publicNone}
      </p>
    </div>
  );
}
