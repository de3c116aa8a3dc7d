import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { AskError } from '../api/ask.ts';
import { useWords } from '../words/language.tsx';
import { goTo } from '../work/address.ts';
import { useWork } from '../work/work.tsx';
import { slugForm, slugOf } from './slug.ts';
import styles from './village.module.css';
import { words } from './words.ts';

const longestNote = 500;

/** Under what the revision that was saved last in this tab is remembered, to say so where it is opened. */
export const justSaved = ['just-saved'] as const;

/** Saves what is tried: as the next version of one's own scenario, or as a new scenario of one's own. */
export function SaveForm({ isOpen, onOpen }: { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }) {
  const said = useWords(words);
  const id = useId();
  const queries = useQueryClient();
  const { revision, changes, error: refused, save } = useWork();
  const { own, slug: shared } = revision.scenario;
  const [note, setNote] = useState('');
  const [slug, setSlug] = useState('');
  const [wrong, setWrong] = useState<{ readonly slug?: string; readonly note?: string; readonly form?: string }>({});
  const [isConflict, setConflict] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const cannot = changes.length === 0;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = own ? {} : slugProblem(slug, said);
    const long = note.trim().length > longestNote ? { note: said.noteTooLong(note.trim().length) } : {};
    const problems = { ...found, ...long };
    setWrong(problems);
    setConflict(false);
    if (Object.keys(problems).length > 0) {
      document.getElementById('slug' in problems ? `${id}-slug` : `${id}-note`)?.focus();
      return;
    }
    setSaving(true);
    try {
      const { id: made } = await save(own ? { note: note.trim() } : { note: note.trim(), slug });
      queries.setQueryData(justSaved, made);
      await queries.invalidateQueries({ queryKey: ['revisions'] });
    } catch (error) {
      tell(error instanceof AskError ? error : new AskError('UNKNOWN', String(error)));
    } finally {
      setSaving(false);
    }
  };
  const tell = (error: AskError): void => {
    const [first] = error.problems;
    if (first?.code === 'conflict') setConflict(true);
    else if (first?.code === 'taken') setWrong({ slug: said.taken(slug) });
    else if (first?.path === 'slug') setWrong({ slug: said.slugWrong(slug) });
    else if (first?.path === 'note') setWrong({ note: first.message });
    else if (error.code === 'UNREACHABLE') setWrong({ form: said.unreachable });
    else if (error.passes || ['Busy', 'Stopped', 'TOO_SLOW'].includes(error.code)) setWrong({ form: said.busy });
    else if (error.code === 'NotAllowed') setWrong({ form: said.notAllowed });
    else setWrong({ form: [error.message, ...error.problems.map(({ message }) => message)].join(' ') });
  };

  return (
    <details
      className={`unprinted ${styles.fold}`}
      open={isOpen}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
    >
      <summary>
        <h3 id="save" tabIndex={-1}>
          {said.save}
        </h3>
      </summary>
      <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
        <p className="small soft">{cannot ? said.nothingToSave : own ? said.saveOwnHelp : said.saveNewHelp}</p>
        {own ? null : (
          <div>
            <label htmlFor={`${id}-slug`}>{said.slug}</label>
            <input
              id={`${id}-slug`}
              className={`field ${styles.wide}`}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder={`${slugOf(shared).slice(0, 55)}-2`}
              value={slug}
              aria-invalid={wrong.slug !== undefined}
              aria-describedby={`${id}-slug-help ${id}-slug-wrong`}
              onChange={({ target }) => setSlug(target.value)}
            />
            <p id={`${id}-slug-wrong`} className={`wrong small ${styles.wrong}`} aria-live="polite">
              {wrong.slug}
            </p>
            <p id={`${id}-slug-help`} className="small soft">
              {said.slugHelp}
            </p>
          </div>
        )}
        <div>
          <label htmlFor={`${id}-note`}>{said.note}</label>
          <textarea
            id={`${id}-note`}
            className={`field ${styles.wide}`}
            rows={2}
            value={note}
            aria-invalid={wrong.note !== undefined}
            aria-describedby={`${id}-note-wrong`}
            onChange={({ target }) => setNote(target.value.replace(/[\r\n]+/g, ' '))}
          />
          <p id={`${id}-note-wrong`} className={`wrong small ${styles.wrong}`} aria-live="polite">
            {wrong.note}
          </p>
        </div>
        <p role="alert" className={`wrong small ${styles.wrong}`}>
          {isConflict ? said.conflict : wrong.form}
          {refused !== undefined && refused.problems.length > 0 && !cannot ? ` ${said.wrongField}` : null}
        </p>
        {isConflict ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              // The address may be the same as before: what is open is fetched anew all the same.
              void queries.resetQueries({ queryKey: ['revision'] });
              goTo({ scenario: shared, revision: undefined });
            }}
          >
            {said.openNewest}
          </button>
        ) : null}
        <button type="submit" className="button first" disabled={cannot || isSaving}>
          {isSaving ? said.saving : own ? said.saveOwn : said.saveNew}
        </button>
      </form>
    </details>
  );
}

function slugProblem(slug: string, said: (typeof words)['sv'] | (typeof words)['en']): { readonly slug?: string } {
  if (slug === '') return { slug: said.slugMissing };
  if (slugForm.test(slug)) return {};
  const better = slugOf(slug);
  return { slug: [said.slugWrong(slug.slice(0, 80)), better === '' ? '' : said.slugSuggested(better)].join(' ') };
}
