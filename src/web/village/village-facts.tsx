import type { Label } from '../api/label.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { useWork } from '../work/work.tsx';
import { nameOf } from './questions.ts';
import { valueAt } from './scenario-tree.ts';
import { likelyNumber, readStated } from './stated-value.ts';
import styles from './village.module.css';
import { useVillage } from './village-context.ts';
import { words } from './words.ts';

/** Most towns and shops named; the rest is counted. */
const most = 4;

/** What the village is: people, distances, shops, as they stand with what is tried. */
export function VillageFacts() {
  const said = useWords(words);
  const language = useLanguage();
  const numbers = useNumbers();
  const { revision } = useWork();
  const { tried, place, knowledge } = useVillage();
  const path = `places.${place}`;
  const people = likelyNumber(readStated(valueAt(tried, `${path}.inhabitants`)).shape);
  const around = likelyNumber(readStated(valueAt(tried, `${path}.hinterland.inhabitants`)).shape);
  const municipality = valueAt(tried, `${path}.municipality`);
  const shops = revision.shops.filter((shop) => shop.place === place);
  const far = distancesFrom(tried, knowledge.parameters, place);
  return (
    <>
      {typeof municipality === 'string' ? (
        <p className={`soft ${styles.municipality}`}>
          <bdi>{said.municipality(municipality)}</bdi>
        </p>
      ) : null}
      <dl className={styles.facts}>
        {people === undefined ? null : (
          <>
            <dt>{said.people}</dt>
            <dd>
              {around === undefined
                ? numbers.number(people)
                : said.peopleBoth(numbers.number(people), numbers.number(around))}
            </dd>
          </>
        )}
        {far.length === 0 ? null : (
          <>
            <dt>{said.distances}</dt>
            <dd>
              {far.slice(0, most).map(({ label, km }) => (
                <span key={label[language]} className={styles.fact}>
                  <bdi>{label[language]}</bdi> {numbers.withUnit(km, 'km')}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{said.shops(shops.length)}</dt>
        <dd>
          {shops.length === 0 ? said.noShop : null}
          {shops.slice(0, most).map(({ key, label }) => (
            <span key={key} className={styles.fact}>
              <bdi>{label[language]}</bdi>
            </span>
          ))}
          {shops.length > most ? said.moreShops(shops.length - most) : null}
        </dd>
      </dl>
    </>
  );
}

/** Distances from a place, the nearest first: stated ones as they stand with what is tried, others as the model reckons them. */
function distancesFrom(
  tree: Parameters<typeof nameOf>[0],
  parameters: readonly { readonly entity: string; readonly instance: string; readonly stated: unknown }[],
  place: string,
): readonly { readonly label: Label; readonly km: number }[] {
  const found = new Map<string, number>();
  for (const { entity, instance, stated } of parameters) {
    const [from, to] = instance.split('>');
    if (entity === 'townPair' && from === place && to !== undefined && typeof stated === 'number')
      found.set(to, Math.round(stated));
  }
  const listed = valueAt(tree, 'distances');
  for (const entry of Array.isArray(listed) ? (listed as unknown[]) : []) {
    const between = valueAt(entry, 'between');
    const km = valueAt(entry, 'km');
    if (!Array.isArray(between) || typeof km !== 'number' || !between.includes(place)) continue;
    const other: unknown = between[0] === place ? between[1] : between[0];
    if (typeof other === 'string') found.set(other, km);
  }
  return [...found].map(([key, km]) => ({ label: nameOf(tree, key), km })).sort((a, b) => a.km - b.km);
}
