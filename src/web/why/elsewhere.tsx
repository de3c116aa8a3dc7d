import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { useWork } from '../work/work.tsx';
import { Door, type Figure } from './door.tsx';
import { readKey, writeKey } from './key.ts';
import { spreadsOf } from './other-futures.ts';
import type { Explained } from './telling.ts';
import { useTeller } from './telling-context.tsx';
import styles from './why.module.css';
import { words } from './words.ts';

/** The same number the year before and the year after. */
export function OtherYears({ figure, number }: { readonly figure: Figure; readonly number: Explained }) {
  const said = useWords(words);
  const { revision } = useWork();
  const key = readKey(number.key);
  if (key === undefined || typeof key.year !== 'number') return null;
  const { start, years } = revision;
  const before = key.year - 1;
  const after = key.year + 1;
  const at = (year: number): Figure => ({ ...figure, what: writeKey({ ...key, year }) });
  return (
    <nav className={`${styles.years} unprinted`} aria-label={said.years}>
      {before < start ? (
        <span className="soft small">{said.noYearBefore}</span>
      ) : (
        <Door figure={at(before)} label={said.yearBeforeSpoken(before)}>
          {said.yearBefore(before)}
        </Door>
      )}
      {after >= start + years ? (
        <span className="soft small">{said.noYearAfter}</span>
      ) : (
        <Door figure={at(after)} label={said.yearAfterSpoken(after)}>
          {said.yearAfter(after)}
        </Door>
      )}
    </nav>
  );
}

/** Kinds of things that every alternative has alike. */
const inAll: ReadonlySet<string> = new Set(['future', 'place', 'shop', 'town', 'shopPair', 'townPair']);

/** The same number in the other alternatives, where the result does not hold it. */
function OtherAlternatives({ figure }: { readonly figure: Figure }) {
  const said = useWords(words);
  const label = useLabel();
  const { result } = useWork();
  const others = (result?.alternatives ?? []).filter(({ key, isBaseline }) =>
    figure.alternative === undefined ? !isBaseline : key !== figure.alternative,
  );
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{said.alternatives}</h3>
      <ul className={styles.plain}>
        {others.map(({ key, label: name }) => (
          <li key={key}>
            <Door figure={{ ...figure, alternative: key }}>
              <bdi>{label(name)}</bdi>
            </Door>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same number in other futures, bad and good, and in the other alternatives; nothing where the result has none. */
export function OtherFutures({ figure, number }: { readonly figure: Figure; readonly number: Explained }) {
  const said = useWords(words);
  const label = useLabel();
  const { result, isComputing } = useWork();
  const { telling } = useTeller();
  const spreads = result === undefined ? undefined : spreadsOf(result, figure.what);
  if (result === undefined) return null;
  if (spreads === undefined) return inAll.has(number.entity) ? <OtherAlternatives figure={figure} /> : null;
  const { isGood, rows, unit } = spreads;
  const here = figure.alternative ?? result.alternatives.find(({ isBaseline }) => isBaseline)?.key;
  const nameOf = (key: string): string => {
    const alternative = result.alternatives.find((each) => each.key === key);
    return alternative === undefined ? key : label(alternative.label);
  };
  const figureOf = (value: number | null) => (value === null ? said.noNumber : telling.written({ value, unit }).number);
  return (
    <section className={isComputing ? 'becoming' : undefined}>
      <h3>{said.futures}</h3>
      <p className="soft small">{isGood ? said.futuresAboutGood : said.futuresAbout}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the panel is scrolled by keyboard too */}
      <section className={styles.wide} tabIndex={0} aria-label={said.futures}>
        <table className={styles.futures}>
          <thead>
            <tr>
              <th scope="col">{telling.written({ value: 2, unit }).unit}</th>
              <th scope="col" className="figure">
                {isGood ? said.badFuture : said.lowFuture}
              </th>
              <th scope="col" className="figure">
                {said.middleFuture}
              </th>
              <th scope="col" className="figure">
                {isGood ? said.goodFuture : said.highFuture}
              </th>
              <th scope="col" className="figure">
                {said.likelyFuture}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ alternative, likely, low, middle, high }) => (
              <tr key={alternative} className={alternative === here ? styles.here : undefined}>
                <th scope="row">
                  <bdi>{nameOf(alternative)}</bdi>
                </th>
                <td className="figure">{figureOf(low)}</td>
                <td className="figure">{figureOf(middle)}</td>
                <td className="figure">{figureOf(high)}</td>
                <td className="figure">
                  <Door figure={{ ...figure, alternative }}>{figureOf(likely)}</Door>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The same calculation seen by the project, the municipality, society …. */
export function OtherViews({ figure }: { readonly figure: Figure }) {
  const said = useWords(words);
  const label = useLabel();
  const numbers = useNumbers();
  const { result } = useWork();
  const calculation = result?.calculations.find(({ key }) => key === figure.what);
  if (calculation === undefined) return null;
  return (
    <section>
      <h3>{said.views}</h3>
      <table className={styles.futures}>
        <thead>
          <tr>
            <th scope="col">{said.view}</th>
            <th scope="col" className="figure">
              {said.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {calculation.views.map(({ view, label: name, firstYear }) => (
            <tr key={view} className={view === (figure.view ?? 'project') ? styles.here : undefined}>
              <th scope="row">{label(name)}</th>
              <td className="figure">
                <Door figure={{ ...figure, view }}>{numbers.number(firstYear.totalSekPerYear)}</Door>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
