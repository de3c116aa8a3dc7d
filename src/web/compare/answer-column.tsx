import { useMemo } from 'react';
import { mainAlternative } from '../answer/answer.ts';
import { useLabel, useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type Result, useWork } from '../work/work.tsx';
import { AlternativesSection } from './alternatives-section.tsx';
import { BreakEvenSection } from './break-even-section.tsx';
import { CalculationSection } from './calculation-section.tsx';
import styles from './column.module.css';
import { DriversSection } from './drivers-section.tsx';
import { FlowsSection } from './flows-section.tsx';
import { Headlines } from './headlines.tsx';
import { Progress } from './progress.tsx';
import { SeriesSection } from './series-section.tsx';
import { shownAtFirst } from './shown-at-first.ts';
import { SourcesSection } from './sources-section.tsx';
import { SurvivalSection } from './survival-section.tsx';
import { isText, isTexts, useRemembered } from './use-remembered.ts';
import { words } from './words.ts';

/** The middle of the comparison, top to bottom: the answer, how sure, and why. */
export function AnswerColumn() {
  const { revision, result, isComputing } = useWork();
  const labelOf = useLabel();
  return (
    <div aria-busy={isComputing}>
      <h1 className={styles.title}>
        <bdi>{labelOf(result?.label ?? revision.label)}</bdi>
      </h1>
      <Progress />
      {result === undefined ? (
        <div style={{ minHeight: '60vh' }} />
      ) : (
        <div className={isComputing ? 'becoming' : undefined}>
          <Answered result={result} />
        </div>
      )}
    </div>
  );
}

function Answered({ result }: { readonly result: Result }) {
  const { revision } = useWork();
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const kinds = useMemo(() => new Map(revision.measures.map(({ key, kind }) => [key, kind])), [revision]);
  const shopNames = useMemo(
    () => new Map(revision.shops.map(({ key, label }) => [key, label[language]])),
    [revision, language],
  );
  const [chosen, choose] = useRemembered(`alternatives of ${result.scenario}`, isTexts);
  const [about, chooseAbout] = useRemembered(`answer of ${result.scenario}`, isText);
  const keys = useMemo(() => result.alternatives.map(({ key }) => key), [result]);
  const shown = useMemo(() => {
    const kept = keys.filter((key) => chosen?.includes(key));
    return kept.length === 0 ? shownAtFirst(result.alternatives, kinds) : kept;
  }, [chosen, keys, result, kinds]);
  const main = about !== undefined && keys.slice(1).includes(about) ? about : mainAlternative(result);
  const { synthetic } = result;
  const given = { result, shown, main, shopNames };
  return (
    <>
      {synthetic === null ? null : (
        <p className={styles.synthetic} role="note">
          {said.synthetic(
            numbers.number(synthetic.values),
            numbers.number(synthetic.places),
            numbers.number(synthetic.shops),
          )}
        </p>
      )}
      <Headlines result={result} main={main} kinds={kinds} shopNames={shopNames} onMain={chooseAbout} />
      <AlternativesSection {...given} onShown={choose} />
      <SurvivalSection {...given} />
      <SeriesSection {...given} />
      <CalculationSection {...given} />
      <FlowsSection {...given} />
      <DriversSection {...given} />
      <BreakEvenSection {...given} />
      <SourcesSection result={result} />
    </>
  );
}
