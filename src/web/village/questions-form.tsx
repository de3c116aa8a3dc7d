import { useMemo } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { useWork } from '../work/work.tsx';
import { costFields, labelOf, type PlannedMeasure, statedFields } from './measures.ts';
import { type QuestionName, questionsFor } from './questions.ts';
import { valueAt } from './scenario-tree.ts';
import { ValueField } from './value-field.tsx';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';

/** The eight questions: what somebody who knows the village can answer, and what decides most. */
export function QuestionsForm() {
  const said = useWords(words);
  const { revision } = useWork();
  const { tried, knowledge, isReady, place, shop, measures } = useVillage();
  const questions = useMemo(
    () => questionsFor(tried, knowledge, place, shop, revision.start),
    [tried, knowledge, place, shop, revision.start],
  );
  const titles: Readonly<Record<QuestionName, string>> = {
    people: said.people1,
    elsewhere: said.elsewhere,
    turnover: said.turnover,
    margin: said.margin,
    staff: said.staff,
    premises: said.premises,
    owner: said.owner,
  };
  return (
    <section aria-labelledby="eight-questions">
      <h3 id="eight-questions">{said.questions}</h3>
      <p className="small soft">{said.questionsHelp}</p>
      {questions.map(({ name, fields }) => (
        <fieldset key={name} className={styles.question}>
          <legend>{titles[name]}</legend>
          {name === 'elsewhere' && fields.length === 0 ? <p className="small soft">{said.noTowns}</p> : null}
          {fields.length === 0 && name !== 'elsewhere' && !isReady ? (
            <p className={`small soft ${styles.coming}`}>{said.coming}</p>
          ) : null}
          {fields.map((field) => (
            <ValueField key={field.id} field={field} />
          ))}
        </fieldset>
      ))}
      {shop === undefined ? <p className="small soft">{said.noShopHere}</p> : null}
      <fieldset className={styles.question}>
        <legend>{said.planned}</legend>
        {measures.length === 0 ? <p className="small soft">{said.noMeasures}</p> : null}
        {measures.map((measure, index) => (
          <Planned key={measure.paths[0] ?? measure.key} measure={measure} isOpen={index === mainOf(measures)} />
        ))}
      </fieldset>
    </section>
  );
}

/** The measure that stands open: the first service point, since that is what most ask about. */
function mainOf(measures: readonly PlannedMeasure[]): number {
  return Math.max(
    0,
    measures.findIndex(({ kind }) => kind === 'servicePoint'),
  );
}

function Planned({ measure, isOpen }: { readonly measure: PlannedMeasure; readonly isOpen: boolean }) {
  const said = useWords(words);
  const language = useLanguage();
  const { tried, saved, knowledge } = useVillage();
  const fields = useMemo(
    () => plannedFields(measure, tried, saved, knowledge.kinds),
    [measure, tried, saved, knowledge.kinds],
  );
  const names = measure.alternatives
    .map((key) => labelOf(valueAt(tried, `alternatives.${key}.label`), key)[language])
    .join(', ');
  return (
    <details className={styles.planned} open={isOpen}>
      <summary>
        <bdi>{measure.label[language]}</bdi>
      </summary>
      {names.length === 0 ? null : (
        <p className="small soft">
          <bdi>{said.inAlternatives(names)}</bdi>
        </p>
      )}
      {fields.length === 0 ? <p className="small soft">{said.nothingListed}</p> : null}
      {fields.map((field) => (
        <ValueField key={field.id} field={field} />
      ))}
    </details>
  );
}

/** What every kind of measure can be told, and few need to. */
const ofEveryMeasure = ['agreementYears', 'renewAgreement', 'moveCost', 'clawBackYears'];

/**
 * What is asked of a planned measure: its costs, and what somebody has stated of it; where that is nothing, what its kind can
 * be told. A value that is taken away stays asked.
 */
export function plannedFields(
  measure: PlannedMeasure,
  tried: Parameters<typeof costFields>[1],
  saved: Parameters<typeof costFields>[1],
  kinds: Parameters<typeof statedFields>[2],
) {
  const { stated, others } = statedFields(measure, saved, kinds);
  const fields = [...costFields(measure, tried), ...stated];
  return fields.length === 0 ? others.filter(({ name }) => !ofEveryMeasure.includes(name)) : fields;
}
