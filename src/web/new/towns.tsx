import { useQueryClient } from '@tanstack/react-query';
import { PlaceSearch } from '../map/place-search.tsx';
import { keepPlace } from '../map/use-place.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { AnswerField } from './answer-field.tsx';
import { numberFields } from './fields.ts';
import { townOf } from './filled-form.ts';
import { blankTown, mostTowns, type TownForm } from './form.ts';
import type { FormParts } from './form-parts.ts';
import styles from './new-village.module.css';
import { words } from './words.ts';

/** Where people shop otherwise, and how far it is. */
export function Towns({ form, setForm, problems, left, wrong }: FormParts) {
  const said = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const change = (index: number, town: (before: TownForm) => TownForm): void =>
    setForm((now) => ({ ...now, towns: now.towns.map((each, at) => (at === index ? town(each) : each)) }));
  return (
    <section className={styles['part']}>
      <h2>2. {said.q2}</h2>
      <p className="small soft">{said.q2Help}</p>
      {form.towns.map((town, index) => {
        const id = `towns.${index}`;
        const mustKnow =
          form.island !== 'no' || town.position === null || form.lat.trim() === '' || form.lon.trim() === '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list, as its fields' names say
          <fieldset key={index} className={styles['thing']}>
            <legend>{said.town(String(index + 1))}</legend>
            <PlaceSearch
              id={`${id}.name`}
              label={said.townName}
              help={said.search}
              text={town.name}
              onText={(name) =>
                change(index, (before) => (before.name === name ? before : { ...before, name, position: null }))
              }
              onChoose={(place) => {
                keepPlace(queries, place);
                change(index, (before) => ({ ...townOf(place, language), km: before.km }));
              }}
              onBlur={() => left(`${id}.name`)}
              headings={{ places: said.places, others: '' }}
              nothingFound={said.nothingFound}
              looking={said.looking}
              wrong={wrong(`${id}.name`)}
            />
            <div className={styles['two']}>
              <AnswerField
                id={`${id}.people`}
                label={said.townPeople}
                field={numberFields.townPeople}
                answer={town.people.known === 'no' ? { ...town.people, known: 'one' } : town.people}
                onChange={(people) => change(index, (before) => ({ ...before, people }))}
                onBlur={left}
                problems={problems}
                hasRange={false}
              />
              <AnswerField
                id={`${id}.km`}
                label={said.km}
                help={form.island === 'ferry' ? said.kmHelp : undefined}
                field={numberFields.km}
                answer={mustKnow && town.km.known === 'no' ? { ...town.km, known: 'one' } : town.km}
                onChange={(km) => change(index, (before) => ({ ...before, km }))}
                onBlur={left}
                problems={problems}
                unknown={mustKnow ? undefined : said.kmUnknown}
                hasRange={false}
              />
            </div>
            {form.towns.length < 2 ? null : (
              <button
                type="button"
                className="button"
                onClick={() => setForm((now) => ({ ...now, towns: now.towns.filter((_, at) => at !== index) }))}
              >
                {said.removeTown(town.name.trim().slice(0, 60) || said.thisTown)}
              </button>
            )}
          </fieldset>
        );
      })}
      {form.towns.length >= mostTowns ? null : (
        <button
          type="button"
          className="button"
          onClick={() => setForm((now) => ({ ...now, towns: [...now.towns, blankTown] }))}
        >
          {said.addTown}
        </button>
      )}
    </section>
  );
}
