import { inKronor } from '../answer/about-amount.ts';
import { answerTo } from '../answer/answer.ts';
import { namesOf } from '../answer/names.ts';
import { plainText, type Sentence } from '../answer/say.ts';
import { SentenceParts } from '../answer/sentence-parts.tsx';
import styles from './brief.module.css';
import type { Facts } from './facts.ts';
import { municipalCostOf } from './proposal-points.ts';
import { inSentence, mainDrivers, mostWorthKnowing } from './worth-knowing.ts';

/** The first page, which alone answers: the question, the answer, how sure it is, and what can turn it. */
export function FirstPage({ facts }: { readonly facts: Facts }) {
  const { result, revision, proposed, baseline, said, spoken, version, changes, isWithholding } = facts;
  const sentences = isWithholding ? [] : sentencesOf(facts);
  const of = (...keys: readonly Sentence['key'][]): Sentence[] =>
    keys.flatMap((key) => sentences.filter((each) => each.key === key));
  const places = revision.places.map(({ label }) => spoken(label));
  const names = namesOf(result.alternatives, facts.kinds, facts.language);
  const place = places.length === 1 ? (places[0] as string) : spoken(result.label).split(':')[0];
  const others = result.alternatives.filter((each) => each !== proposed && each !== baseline).length;
  const asked = [place ?? '', plainText(names.some(proposed)), plainText(names.some(baseline)), others] as const;
  return (
    <section className={styles.first} aria-label={said.brief}>
      <p className={styles.kind}>
        {said.brief} · {version === 'public' ? said.public : said.internal}
      </p>
      <h1>
        <bdi>{spoken(result.label)}</bdi>
      </h1>
      <p className={styles.about}>
        {said.date(new Date().toLocaleDateString(facts.language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' }))},{' '}
        {said.scenarioOf(revision.scenario.slug, revision.number)}
        {changes.length === 0 ? '' : `, ${said.notSaved}`}
      </p>
      {isWithholding ? <p>{said.secretOnes(secretNames(facts).join(', '))}</p> : null}
      {result.synthetic === null ? null : <p className="wrong">{said.synthetic}</p>}
      <h2>{said.question}</h2>
      <p>{others === 0 ? said.asked(asked[0], asked[1], asked[2]) : said.askedMany(...asked)}</p>
      <h2>{said.answer}</h2>
      {isWithholding ? (
        <OpenAnswer facts={facts} />
      ) : (
        <Sentences
          of={of('cost', 'survival', 'society', 'same-money', 'abstaining', 'one-only', 'many-shops', 'failed')}
        />
      )}
      <h2>{said.howSure}</h2>
      <HowSure facts={facts} />
      <h2>{said.turns}</h2>
      {isWithholding ? <p>{said.hidden}</p> : <Turns facts={facts} sentences={of('break-even')} />}
    </section>
  );
}

/** What is secret, by name. */
function secretNames({ present, isSecretInput, spoken, named, said }: Facts): string[] {
  const stated = present === undefined ? [] : [present.ofPlaces, present.ofTowns, present.ofDistances, present.ofShops];
  const names = stated
    .flatMap(({ nodes }) => nodes)
    .filter(({ name, instance }) => isSecretInput(name, instance))
    .map(({ label, instance }) => `${inSentence(spoken(label))} (${named(instance)})`);
  return names.length === 0 ? [said.withheld] : names;
}

function sentencesOf(facts: Facts): Sentence[] {
  const { result, breakEven, kinds, language, proposed, revision, spoken } = facts;
  return answerTo({
    result,
    breakEven,
    kinds,
    language,
    alternative: proposed.key,
    shopNames: new Map(revision.shops.map(({ key, label }) => [key, spoken(label)])),
  });
}

function Sentences({ of }: { readonly of: readonly Sentence[] }) {
  return (
    <ul className={styles.answer}>
      {of.map(({ key, parts, note }) => (
        <li key={key}>
          <SentenceParts parts={parts} />
          {note === undefined ? null : (
            <span className={styles.aside}>
              <SentenceParts parts={note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The answer as everybody may read it, where something is secret. */
function OpenAnswer({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken, standing, named, language } = facts;
  return (
    <ul className={styles.answer}>
      {result.alternatives.map((alternative) => {
        const cost = municipalCostOf(result, alternative);
        const shops = [...(standing.get(alternative.key) ?? [])];
        return (
          <li key={alternative.key}>
            <strong>
              <bdi>{spoken(alternative.label)}</bdi>
            </strong>
            {': '}
            {shops
              .map(
                ([shop, quarter]) =>
                  `${shops.length === 1 ? '' : `${named(shop)}: `}${said.standsAtEnd(result.years.at(-1) ?? 0).toLowerCase()} ${said.quarter(quarter)}`,
              )
              .join('; ')}
            {cost === undefined ? '' : `. ${said.municipalCost}: ${inKronor(cost, language)}`}.
          </li>
        );
      })}
    </ul>
  );
}

function HowSure({ facts }: { readonly facts: Facts }) {
  const { result, said, numbers, isWithholding } = facts;
  const drivers = mainDrivers(facts);
  return (
    <ul>
      {isWithholding ? null : <li>{said.ofFutures(numbers.number(result.certificate.futures))}</li>}
      <li>{said.assumed(numbers.number(result.assumptions.totalCount))}</li>
      {drivers === undefined || drivers.luckShare === null || drivers.variable !== 'yearsOpen' ? null : (
        <li>{said.luck(numbers.percent(drivers.luckShare))}</li>
      )}
    </ul>
  );
}

function Turns({ facts, sentences }: { readonly facts: Facts; readonly sentences: readonly Sentence[] }) {
  const { said, breakEven } = facts;
  const first = mostWorthKnowing(facts).slice(0, 3);
  return (
    <>
      {breakEven === undefined ? (
        <p>{said.turnsWaiting}</p>
      ) : sentences.length === 0 ? (
        <p>{said.noTurn}</p>
      ) : (
        <Sentences of={sentences} />
      )}
      {first.length === 0 ? null : <p>{said.askFirst(first.join(', '))}</p>}
    </>
  );
}
