import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import { ModelValueDocument } from '../generated/graphql.ts';
import { Door } from '../why/door.tsx';
import { useWords } from '../words/language.tsx';
import type { Language } from '../words/spoken.ts';
import { asValues, useWork } from '../work/work.tsx';
import type { Field } from './field.ts';
import { unitWords } from './unit-words.ts';
import { numberInWords } from './value-in-words.ts';
import { words } from './words.ts';

/** What the model works out where nothing is stated, as a door to how it does. */
export function WorkedOut({
  what,
  field,
  language,
}: {
  readonly what: string;
  readonly field: Pick<Field, 'unit' | 'isPercent' | 'label'>;
  readonly language: Language;
}) {
  const said = useWords(words);
  const { revision, changes, isComputing, error } = useWork();
  const asked = useQuery({
    queryKey: ['worked-out', revision.id, changes, what],
    queryFn: async ({ signal }) =>
      (await ask(ModelValueDocument, { revision: revision.id, changes: asValues(changes), what }, signal)).draft
        .explanation.root?.value ?? null,
    placeholderData: keepPreviousData,
    // The result first: it is what somebody waits for. And nothing of what cannot be reckoned with.
    enabled: !isComputing && error === undefined,
  });
  const { data } = asked;
  if (data === undefined || data === null || asked.isError) return said.reckonsItself;
  const unit = unitWords(field.unit, language, field.isPercent);
  // Rounded to what is known: nobody needs the öre of an estimate.
  const rounded = Number(data.toPrecision(3));
  const [start, end] = said.reckonsWith('\u0000').split('\u0000');
  return (
    <>
      {start}
      <Door figure={{ what }} label={field.label[language]}>
        {`${numberInWords(rounded, field, language)}\u00a0${unit}`.trim()}
      </Door>
      {end}
    </>
  );
}
