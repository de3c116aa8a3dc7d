import { useLanguage, useWords } from '../words/language.tsx';
import { numberFields } from './fields.ts';
import type { FormParts } from './form-parts.ts';
import styles from './new-village.module.css';
import { measuresFor } from './read-form.ts';
import { TextField } from './text-field.tsx';
import { unitShown } from './use-problem-words.ts';
import { words } from './words.ts';

/** Question 8: what is planned, each of it an alternative. */
export function Measures({ form, setForm, left, wrong }: FormParts) {
  const said = useWords(words);
  const language = useLanguage();
  const problem = wrong('measures');
  return (
    <section className={styles['part']}>
      <h2>8. {said.q8}</h2>
      <fieldset className={styles['question']} id="measures" tabIndex={-1} aria-describedby="measures-about">
        <legend className="unseen">{said.q8}</legend>
        <span id="measures-about">
          {problem === undefined ? null : <span className="small wrong">{said.missingMeasure} </span>}
          <span className="small soft">
            {said.q8Help} {form.shops === 'none' ? null : said.q8Money}
          </span>
        </span>
        {measuresFor(form).map((measure) => (
          <label key={measure} className={styles['choice']}>
            <input
              type="checkbox"
              checked={form.measures.includes(measure)}
              aria-describedby={`${measure}-help`}
              onChange={({ target }) =>
                setForm((now) => ({
                  ...now,
                  measures: target.checked
                    ? [...now.measures, measure]
                    : now.measures.filter((each) => each !== measure),
                }))
              }
            />
            <span>
              {said[measure]}
              <span id={`${measure}-help`} className={`small soft ${styles['about']}`}>
                {said[`${measure}Help`]}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {form.measures.includes('servicepunkt') ? (
        <fieldset className={styles['thing']}>
          <legend>
            {said.servicepunkt} <span className="badge">{said.assumption}</span>
          </legend>
          <p className="small soft">{said.pointHelp}</p>
          {(['investment', 'running', 'posts'] as const).map((id) => (
            <TextField
              key={id}
              id={id}
              label={said[id]}
              value={form[id]}
              unit={numberFields[id].unit === '' ? undefined : unitShown(numberFields[id].unit, language)}
              isNumber
              isShort
              onChange={(value) => setForm((now) => ({ ...now, [id]: value }))}
              onBlur={() => left(id)}
              wrong={wrong(id)}
            />
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}
