import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AskError, ask, type Problem } from '../api/ask.ts';
import { DefaultsOfFormDocument } from '../generated/graphql.ts';
import { Problems } from '../shell/problems.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { goTo } from '../work/address.ts';
import { AnswerField } from './answer-field.tsx';
import { defaultInWords } from './default-words.ts';
import type { FieldProblem } from './field-problem.ts';
import { numberFields } from './fields.ts';
import type { VillageForm } from './form.ts';
import type { FormParts } from './form-parts.ts';
import { Measures } from './measures.tsx';
import styles from './new-village.module.css';
import { readForm } from './read-form.ts';
import { saveVillage } from './save-village.ts';
import { problemsByField } from './service-problems.ts';
import { ShopQuestions } from './shop-questions.tsx';
import { TextField } from './text-field.tsx';
import { Towns } from './towns.tsx';
import { useFieldLabels } from './use-field-labels.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useProblemWords } from './use-problem-words.ts';
import { words } from './words.ts';

/** The questions about a village, and saving what was answered. */
export function VillageFormView({
  place,
  fill,
}: {
  readonly place: string | undefined;
  readonly fill: (blank: VillageForm) => VillageForm;
}) {
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const queries = useQueryClient();
  const inWords = useProblemWords();
  const { form, setForm, forget, startAgain } = useKeptForm(place, fill);
  const labelOf = useFieldLabels(form);
  const [leftFields, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ form: VillageForm; fields: ReadonlyMap<string, FieldProblem> }>();
  const [unplaced, setUnplaced] = useState<readonly Problem[]>([]);
  const [error, setError] = useState<AskError>();
  const [isSaving, setSaving] = useState(false);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const change = (by: (form: VillageForm) => VillageForm): void => {
    current.current?.abort();
    setForm(by);
  };
  const known = useQuery({
    queryKey: ['defaults-of-form'],
    queryFn: async ({ signal }) => (await ask(DefaultsOfFormDocument, {}, signal)).model,
  });

  const [base, slope] = [known.data?.successionBase?.default, known.data?.successionSlope?.default];
  const read = readForm(form, language);
  // What the service refused holds until something is changed.
  const all = new Map([...(refused?.form === form ? refused.fields : []), ...read.problems]);
  const shown = new Map([...all].filter(([id]) => isTried || leftFields.has(id)));
  const parts: FormParts = {
    form,
    setForm: change,
    problems: shown,
    left: (id) => setLeft((now) => (now.has(id) ? now : new Set([...now, id]))),
    wrong: (id) => {
      const problem = shown.get(id);
      return problem === undefined ? undefined : inWords(problem);
    },
    defaults: (name) => defaultInWords(known.data?.[name], numbers, language) ?? '…',
    successionAtFullPay:
      typeof base === 'number' && typeof slope === 'number' ? numbers.percent(Math.min(1, base + slope)) : '…',
  };
  const set = (part: Partial<VillageForm>): void => change((now) => ({ ...now, ...part }));
  const text = (id: 'name' | 'municipality' | 'lat' | 'lon' | 'start' | 'toldBy' | 'aroundKm') => ({
    id,
    value: form[id],
    onChange: (value: string) => set({ [id]: value }),
    onBlur: () => parts.left(id),
    wrong: parts.wrong(id),
  });

  const save = async (): Promise<void> => {
    setTried(true);
    setError(undefined);
    setUnplaced([]);
    if (read.village === undefined) {
      focusOn([...read.problems.keys()][0]);
      return;
    }
    setSaving(true);
    const saving = new AbortController();
    current.current = saving;
    try {
      const saved = await saveVillage(read.village, said.note, { onWaiting: setError, signal: saving.signal });
      if ('revision' in saved) {
        const { slug } = saved.revision.scenario;
        queries.setQueryData(['revision', '', slug], saved.revision);
        forget();
        goTo({ view: 'compare', scenario: slug, revision: undefined, place: undefined });
        window.scrollTo(0, 0);
        return;
      }
      const { fields, left } = problemsByField(saved.error.problems, saved.of);
      setRefused({ form, fields });
      setUnplaced(left);
      if (saved.error.problems.length === 0) setError(saved.error);
      focusOn([...fields.keys()][0]);
    } catch (caught) {
      // What was being saved is not what stands there any more.
      if (saving.signal.aborted) return;
      setError(caught instanceof AskError ? caught : new AskError('UNKNOWN', String(caught)));
    } finally {
      setSaving(false);
    }
  };
  const toFix = isTried ? [...shown] : [];

  return (
    <main id="content" className={styles['new']}>
      <h1>{form.name.trim() === '' ? said.title : <bdi>{said.titleOf(form.name.trim().slice(0, 100))}</bdi>}</h1>
      <p>{said.lead}</p>
      <p className="small soft">{said.kept}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void save();
        }}
      >
        <section className={styles['part']}>
          <h2>{said.village}</h2>
          <TextField label={said.name} {...text('name')} />
          <TextField label={said.municipality} help={said.optional} {...text('municipality')} />
          <fieldset className={styles['question']} aria-describedby="position-help">
            <legend>{said.position}</legend>
            <span className={styles['pair']}>
              <TextField label={said.lat} isNumber isShort {...text('lat')} />
              <TextField label={said.lon} isNumber isShort {...text('lon')} />
            </span>
            <span id="position-help" className="small soft">
              {said.positionHelp}
            </span>
          </fieldset>
          <fieldset className={styles['question']}>
            <legend>{said.island}</legend>
            {(['no', 'link', 'ferry'] as const).map((island) => (
              <label key={island} className={styles['choice']}>
                <input type="radio" name="island" checked={form.island === island} onChange={() => set({ island })} />
                {{ no: said.islandNo, link: said.islandLink, ferry: said.islandFerry }[island]}
              </label>
            ))}
            <span className="small soft">{said.islandHelp}</span>
          </fieldset>
          <TextField label={said.start} help={said.startHelp} isNumber isShort {...text('start')} />
          <TextField label={said.toldBy} help={said.toldByHelp} {...text('toldBy')} />
        </section>
        <section className={styles['part']}>
          <h2>1. {said.q1}</h2>
          <AnswerField
            id="people"
            label={said.people}
            field={numberFields.people}
            answer={form.people}
            onChange={(people) => set({ people })}
            onBlur={parts.left}
            problems={shown}
          />
          <AnswerField
            id="around"
            label={said.around}
            help={said.aroundHelp}
            field={numberFields.around}
            answer={form.around}
            onChange={(around) => set({ around })}
            onBlur={parts.left}
            problems={shown}
            unknown={said.aroundUnknown}
          />
          {form.around.known === 'no' ? null : (
            <TextField label={said.aroundKm} unit="km" isNumber isShort {...text('aroundKm')} />
          )}
        </section>
        <Towns {...parts} />
        <ShopQuestions {...parts} />
        <Measures {...parts} />
        <div className={styles['end']}>
          <div role="alert">
            {toFix.length === 0 ? null : (
              <>
                <p className="wrong">{said.toFix(toFix.length)}</p>
                <ul>
                  {toFix.map(([id, problem]) => (
                    <li key={id}>
                      <a
                        href={`#${id}`}
                        onClick={(event) => {
                          event.preventDefault();
                          focusOn(id);
                        }}
                      >
                        {labelOf(id)}
                      </a>
                      {`: ${id === 'measures' ? said.missingMeasure : inWords(problem)}`}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {error === undefined ? null : error.passes ? (
              <p className="wrong">{error.code === 'UNREACHABLE' ? said.unreachable : said.busy}</p>
            ) : (
              <Problems error={error} />
            )}
            {unplaced.length === 0 ? null : <Problems error={new AskError('InvalidInput', '', unplaced)} />}
          </div>
          <p className={styles['buttons']}>
            <button type="submit" className="button first" aria-disabled={isSaving}>
              {isSaving ? said.saving : said.save}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                if (!window.confirm(said.clearSure)) return;
                startAgain();
                setLeft(new Set());
                setTried(false);
                setError(undefined);
                window.scrollTo(0, 0);
              }}
            >
              {said.clear}
            </button>
          </p>
        </div>
      </form>
    </main>
  );
}

/** Puts the cursor where something must be changed. */
function focusOn(id: string | undefined): void {
  // The field may be drawn with the change that is under way.
  setTimeout(() => document.getElementById(id ?? '')?.focus(), 0);
}
