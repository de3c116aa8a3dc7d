import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { PlaceSearch } from '../map/place-search.tsx';
import { type MapPlace, SwedenMap } from '../map/sweden-map.tsx';
import { keepPlace, usePlace } from '../map/use-place.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { goTo, useAddress } from '../work/address.ts';
import { groupedExamples } from './examples.ts';
import { Examples } from './examples.tsx';
import { GoLink } from './go-link.tsx';
import { PlaceList } from './place-list.tsx';
import { kilometresBetween, placesOnlyInScenarios, scenariosOf } from './scenario-places.ts';
import styles from './start.module.css';
import { useAllPlaces } from './use-all-places.ts';
import { type ScenarioToChoose, useScenarios } from './use-scenarios.ts';
import { words } from './words.ts';

/** How far the model looks for shops unless a scenario says otherwise: by road, and as the crow flies with roads 1.3 times as long. */
const reach = { road: 60, crow: 60 / 1.3 } as const;

/** The first view: find a place, or begin with a case. */
export function Start() {
  const said = useWords(words);
  const label = useLabel();
  const queries = useQueryClient();
  const { number } = useNumbers();
  const { place: chosenId } = useAddress();
  const { places: table, total } = useAllPlaces();
  const { scenarios, isComing } = useScenarios();
  const [text, setText] = useState('');
  const [pointed, setPointed] = useState<string>();
  const [isNear, setNear] = useState(true);

  const places = useMemo(
    () =>
      total === undefined || table.length < total ? table : [...table, ...placesOnlyInScenarios(table, scenarios)],
    [table, total, scenarios],
  );
  const marked = useMemo(
    () => new Set(places.filter((place) => scenariosOf(place, scenarios).length > 0).map(({ id }) => id)),
    [places, scenarios],
  );
  // The chosen one may be far down the pages that are still to come.
  const ahead = usePlace(chosenId?.startsWith('scenario ') === true ? undefined : chosenId);
  const chosen = places.find(({ id }) => id === chosenId) ?? ahead.place;
  const lines = useMemo(
    () => linesOf(places, chosen, (km) => `${number(km)}\u00a0km`, number),
    [places, chosen, number],
  );
  const choose = useCallback((id: string) => {
    setNear(true);
    goTo({ place: id });
  }, []);
  const open = (slug: string): void => goTo({ view: 'compare', scenario: slug, revision: undefined, place: undefined });
  const others = scenarios.map(({ slug, own, latest }) => ({
    id: slug,
    name: label(latest.label),
    about: own ? said.own : said.alternativesCount(latest.alternativesCount),
  }));

  return (
    <main id="content" className={styles['start']}>
      <div className={styles['intro']}>
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        <PlaceSearch
          label={said.search}
          help={said.searchHelp}
          text={text}
          onText={setText}
          onChoose={(place) => {
            keepPlace(queries, place);
            choose(place.id);
          }}
          others={others}
          onChooseOther={open}
          headings={{ places: said.places, others: said.calculations }}
          nothingFound={said.nothingFound}
          looking={said.looking}
        />
        <p className={styles['add']}>
          <GoLink className="button" to={{ view: 'new', place: undefined }}>
            {said.addOwn}
          </GoLink>{' '}
          <span className="small soft">{said.addOwnHelp}</span>
        </p>
      </div>
      <section className={styles['map']} aria-label={said.places}>
        <fieldset className={styles['zoom']} disabled={chosen === undefined}>
          <legend className="unseen">{said.zoom}</legend>
          {[false, true].map((near) => (
            <label key={String(near)}>
              <input
                type="radio"
                name="zoom"
                checked={chosen === undefined ? !near : isNear === near}
                onChange={() => setNear(near)}
              />
              {near ? said.nearMap : said.wholeMap}
            </label>
          ))}
        </fieldset>
        <SwedenMap
          places={places}
          marked={marked}
          chosen={chosen}
          reachKm={reach.crow}
          isNear={isNear}
          pointed={pointed}
          onPoint={setPointed}
          onChoose={choose}
        />
        <p className="small soft">{said.marked}</p>
      </section>
      <section className={styles['places']}>
        <div aria-live="polite">
          {chosen === undefined ? null : (
            <Chosen
              place={chosen}
              table={table.find(({ id }) => id === chosen.id) ?? ahead.place}
              scenarios={groupedExamples(scenariosOf(chosen, scenarios)).flatMap(({ scenarios }) => scenarios)}
              isComing={isComing}
            />
          )}
        </div>
        <h2>
          {chosen !== undefined ? said.near(chosen.name) : total === undefined ? said.places : said.all(number(total))}
        </h2>
        <p className="small soft">
          {total !== undefined && table.length < total
            ? said.coming(number(table.length), number(total))
            : said.listHelp}
        </p>
        <PlaceList label={said.places} lines={lines} chosen={chosenId} onChoose={choose} onPoint={setPointed} />
      </section>
      <Examples scenarios={scenarios} isComing={isComing} />
    </main>
  );
}

type TablePlace = MapPlace & { readonly municipality?: string; readonly county?: string; readonly source?: string };

/** What is known of the chosen place, and the ways on. */
function Chosen({
  place,
  table,
  scenarios,
  isComing,
}: {
  readonly place: MapPlace;
  /** Its row of the table; undefined where only a scenario tells of it. */
  readonly table: TablePlace | undefined;
  readonly scenarios: readonly ScenarioToChoose[];
  readonly isComing: boolean;
}) {
  const said = useWords(words);
  const label = useLabel();
  const { number } = useNumbers();
  return (
    <div className={styles['chosen']}>
      <h2>
        <bdi>{place.name}</bdi>
      </h2>
      <p>
        {table === undefined ? null : (
          <>
            {said.about(table.municipality ?? '', table.county ?? '')}
            <br />
          </>
        )}
        {place.population > 0 ? said.people(number(place.population)) : null}
        {table === undefined ? null : (
          <>
            <br />
            <span className="small soft">{said.source(table.source ?? '')}</span>
          </>
        )}
      </p>
      {scenarios.length === 0 ? (
        isComing ? null : (
          <p className="small soft">{said.noneYet}</p>
        )
      ) : (
        <>
          <h3>{said.alreadyThere}</h3>
          <ul className={styles['links']}>
            {scenarios.map(({ slug, latest }) => (
              <li key={slug}>
                <GoLink to={{ view: 'compare', scenario: slug, revision: undefined, place: undefined }}>
                  <bdi>{label(latest.label)}</bdi>
                </GoLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {table === undefined ? null : (
        <p>
          <GoLink
            className={scenarios.length === 0 ? 'button first' : 'button'}
            to={{ view: 'new', place: place.id, scenario: undefined, revision: undefined }}
          >
            {scenarios.length === 0 ? said.countOnIt(place.name) : said.countAnew(place.name)}
          </GoLink>
        </p>
      )}
      <p className="small soft">{said.ring(`${number(reach.road)}\u00a0km`, `${number(reach.crow)}\u00a0km`)}</p>
    </div>
  );
}

/** All places by name, or those within reach of the chosen one, the nearest first. */
function linesOf(
  places: readonly TablePlace[],
  chosen: MapPlace | undefined,
  writeKm: (km: number) => string,
  writePeople: (people: number) => string,
) {
  const line = (place: TablePlace, figure: string) => ({
    id: place.id,
    name: place.name,
    about: place.municipality ?? '',
    figure,
  });
  if (chosen === undefined)
    return places
      .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
      .map((place) => line(place, place.population > 0 ? writePeople(place.population) : ''));
  return places
    .map((place) => ({ place, km: kilometresBetween(chosen, place) }))
    .filter(({ km }) => km <= reach.crow)
    .toSorted((one, other) => one.km - other.km)
    .map(({ place, km }) => line(place, writeKm(km)));
}
