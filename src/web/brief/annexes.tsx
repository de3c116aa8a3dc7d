import { spreadOf } from '../take/workbook.ts';
import styles from './brief.module.css';
import type { Facts } from './facts.ts';
import { glossary } from './glossary.ts';
import { statedInWords } from './stated-in-words.ts';
import { Table } from './table.tsx';
import { whereOf } from './where-of.ts';
import { mainDrivers } from './worth-knowing.ts';

/** Annexes: sources, assumptions and open questions, rules, the certificate, what is secret, and the glossary. */
export function Annexes({ facts }: { readonly facts: Facts }) {
  const { said, isWithholding, language } = facts;
  return (
    <section>
      <h2>{said.annexes}</h2>
      <Sources facts={facts} />
      <Assumptions facts={facts} />
      <Questions facts={facts} />
      <Rules facts={facts} />
      <Certificate facts={facts} />
      {isWithholding ? (
        <>
          <h3>{said.secrets}</h3>
          <p>{said.secretsRule}</p>
        </>
      ) : null}
      <h3>{said.glossary}</h3>
      <dl className={styles.glossary}>
        {glossary.map((entry) => (
          <div key={entry.word}>
            <dt lang="sv">{entry.word}</dt>
            <dd>{entry[language]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources({ facts }: { readonly facts: Facts }) {
  const { present, revision, said, spoken } = facts;
  const found = new Map<string, Set<string>>();
  const note = (source: string | null | undefined, of: string): void => {
    if (source) found.set(source, (found.get(source) ?? new Set()).add(of));
  };
  for (const list of present === undefined
    ? []
    : [present.ofPlaces, present.ofTowns, present.ofDistances, present.ofShops])
    for (const { name, instance, label, source, givenBy } of list.nodes)
      if (givenBy === 'scenario' && !facts.isSecretInput(name, instance)) note(source, spoken(label));
  for (const { label, stated } of revision.measures)
    for (const source of sourcesIn(stated)) note(source, spoken(label));
  return (
    <>
      <h3>{said.sources}</h3>
      <p>{said.sourcesLead}</p>
      <ul>
        {[...found].map(([source, of]) => (
          <li key={source}>
            <bdi>{source}</bdi>: {[...of].join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function sourcesIn(stated: unknown): string[] {
  if (typeof stated !== 'object' || stated === null) return [];
  if ('secret' in stated && stated.secret === true) return [];
  const own = 'source' in stated && typeof stated.source === 'string' ? [stated.source] : [];
  return [...own, ...Object.values(stated).flatMap(sourcesIn)];
}

function Assumptions({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken, numbers, language } = facts;
  const drivers = mainDrivers(facts);
  const strongest = new Set((drivers?.byCorrelation ?? []).slice(0, 12).map(({ parameter }) => parameter));
  const shown = result.assumptions.nodes.filter(
    ({ input, entity, instance, givenBy }) =>
      (givenBy === 'scenario' && !['tranche', 'runningLine'].includes(entity)) ||
      strongest.has(instance === '' ? input : `${input}@${instance}`),
  );
  return (
    <>
      <h3>{said.assumptions}</h3>
      <p>{said.assumptionsLead(numbers.number(shown.length), numbers.number(result.assumptions.totalCount))}</p>
      <Table
        isTitled
        caption={said.assumptions}
        columns={[
          { key: 'what', title: said.what },
          { key: 'where', title: said.where },
          { key: 'value', title: said.value, isFigure: true },
          { key: 'source', title: said.source },
        ]}
        rows={shown.map(({ entity, input, instance, label, unit, stated, source }) => {
          const { low, likely, high } = spreadOf(stated);
          return {
            key: `${entity} ${input} ${instance}`,
            cells: [
              spoken(label),
              <bdi key="where">{whereOf(instance, facts)}</bdi>,
              stated === null
                ? said.withheld
                : statedInWords(
                    low === undefined || high === undefined ? (likely ?? stated) : { low, likely, high },
                    unit,
                    numbers,
                    language,
                  ),
              source === null ? '' : <bdi key="source">{source}</bdi>,
            ],
          };
        })}
      />
    </>
  );
}

function Questions({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken } = facts;
  if (result.openQuestions.length === 0) return null;
  return (
    <>
      <h3>{said.questions}</h3>
      <ul>
        {result.openQuestions.map(({ key, about, question, assumed }) => (
          <li key={key}>
            <strong>{spoken(about)}.</strong> {spoken(question)}
            {assumed === null ? null : (
              <span className={styles.aside}>
                {said.assumedMeanwhile}: {spoken(assumed)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Rules({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken } = facts;
  const { rules } = result.supportRules;
  if (rules.length === 0) return null;
  return (
    <>
      <h3>{said.rules}</h3>
      <ul>
        {rules.map(({ key, label, reference, warnings }) => (
          <li key={key}>
            {spoken(label)}: {reference}
            {warnings.map((warning) => (
              <span key={`${warning.kind} ${warning.variable}`} className={styles.aside}>
                {warning.label === null ? '' : `${spoken(warning.label)}: `}
                {warning.kind === 'held'
                  ? said.warningHeld(warning.knownYear, warning.toYear)
                  : warning.kind === 'assumption'
                    ? said.warningAssumption
                    : said.warningOther}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Certificate({ facts }: { readonly facts: Facts }) {
  const { result, said, numbers } = facts;
  const { engine, seed, futures, futuresPerParameterSet, modelHash, scenarioHash, resultHash } = result.certificate;
  const lines: readonly (readonly [string, string])[] = [
    [said.engine, `Bygdekalkyl ${engine}`],
    [said.seed, seed],
    [
      said.futures,
      `${numbers.number(futures)} (${numbers.number(futuresPerParameterSet)} × ${numbers.number(futures / futuresPerParameterSet)})`,
    ],
    [said.model, modelHash],
    [said.scenario, scenarioHash || said.withheld],
    [said.result, resultHash || said.withheld],
  ];
  return (
    <>
      <h3>{said.certificate}</h3>
      <p>{said.certificateLead}</p>
      <Table
        isTitled
        caption={said.certificate}
        columns={[
          { key: 'what', title: said.what },
          { key: 'value', title: said.value },
        ]}
        rows={lines.map(([what, value]) => ({
          key: what,
          cells: [
            what,
            <span key="value" className={styles.unbroken}>
              {value}
            </span>,
          ],
        }))}
      />
    </>
  );
}
