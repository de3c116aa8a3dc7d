import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type Result, useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { Scrolling } from './scrolling.tsx';
import { Section } from './section.tsx';
import { words } from './words.ts';

type Warning = Result['supportRules']['rules'][number]['warnings'][number];

/** What the numbers stand on, and how anybody can compute them again. */
export function SourcesSection({ result }: { readonly result: Result }) {
  const said = useWords(words);
  const { number } = useNumbers();
  const { supportRules, openQuestions, assumptions, pairsDroppedOverSea } = result;
  return (
    <Section id="sources" title={said.sources}>
      {supportRules.rules.length === 0 ? null : <Rules rules={supportRules.rules} />}
      {openQuestions.length === 0 ? null : <Questions questions={openQuestions} />}
      {assumptions.totalCount === 0 ? null : <Assumptions assumptions={assumptions} />}
      <Certificate result={result} />
      {pairsDroppedOverSea === 0 ? null : <p>{said.overSea(number(pairsDroppedOverSea))}</p>}
      <p className="small soft">{said.credits}</p>
    </Section>
  );
}

function Rules({ rules }: { readonly rules: Result['supportRules']['rules'] }) {
  const said = useWords(words);
  const labelOf = useLabel();
  const warned = ({ kind, label, fromYear, toYear, knownYear }: Warning): string => {
    const [from, to, known] = [String(fromYear ?? ''), String(toYear ?? ''), String(knownYear ?? '')];
    if (kind === 'held') return said.ruleHeld(known, from, to);
    if (kind === 'indexed') return said.ruleIndexed(known, from, to);
    if (kind === 'begins_later') return said.ruleBegins(from);
    if (kind === 'ends') return said.ruleEnds(to);
    return kind === 'not_in_force' ? said.ruleNotInForce : said.ruleAssumption(label === null ? '' : labelOf(label));
  };
  return (
    <>
      <h3>{said.rules}</h3>
      <ul>
        {rules.map(({ key, label, reference, status, warnings }) => (
          <li key={key}>
            {labelOf(label)}: {reference}{' '}
            {status === 'assumption' ? <span className="badge">{said.ruleStatus}</span> : null}
            {warnings.map((each) => (
              <div key={`${each.kind} ${each.variable} ${each.fromYear}`} className="small soft">
                {warned(each)}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Questions({ questions }: { readonly questions: Result['openQuestions'] }) {
  const said = useWords(words);
  const labelOf = useLabel();
  return (
    <>
      <h3>{said.questions}</h3>
      <ul>
        {questions.map(({ key, about, question, assumed }) => (
          <li key={key}>
            <strong>{labelOf(about)}</strong> {labelOf(question)}
            {assumed === null ? null : (
              <span className={styles.note}>
                {said.meanwhile} {labelOf(assumed)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Assumptions({ assumptions: { nodes, totalCount } }: { readonly assumptions: Result['assumptions'] }) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { number, withUnit } = useNumbers();
  return (
    <>
      <h3>{said.assumptions(number(totalCount))}</h3>
      <details className={styles.folding}>
        <summary>{said.assumptionsLead}</summary>
        <Scrolling label={said.assumptions(number(totalCount))}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.what}</th>
                <th scope="col">{said.value}</th>
                <th scope="col">{said.givenBy}</th>
                <th scope="col">{said.source}</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ entity, input, instance, label, unit, stated, givenBy, source }) => (
                <tr key={`${entity} ${input}@${instance}`}>
                  <th scope="row" style={{ fontWeight: 400 }}>
                    {labelOf(label)}
                    {instance === '' ? null : <span className="small soft"> {instance}</span>}
                  </th>
                  <td>{statedText(stated, (value) => withUnit(value, unit))}</td>
                  <td className="small">{givenBy === 'scenario' ? said.byScenario : said.byDefault}</td>
                  <td className="small">{source ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
        {totalCount > nodes.length ? <p>{said.more(number(totalCount - nodes.length))}</p> : null}
      </details>
    </>
  );
}

/** A stated value in a line: one number, or low – likely – high. */
function statedText(stated: unknown, written: (value: number) => string): string {
  if (typeof stated === 'number') return written(stated);
  if (typeof stated === 'object' && stated !== null && !Array.isArray(stated)) {
    const { low, likely, high, value } = stated as Readonly<Record<string, unknown>>;
    if (typeof value === 'number') return written(value);
    const numbers = [low, likely, high].filter((each) => typeof each === 'number');
    if (numbers.length > 0) return numbers.map(written).join(' – ');
  }
  return JSON.stringify(stated);
}

function Certificate({ result }: { readonly result: Result }) {
  const said = useWords(words);
  const { number } = useNumbers();
  const { revision, changes } = useWork();
  const { engine, modelHash, scenarioHash, seed, futures, futuresPerParameterSet, resultHash } = result.certificate;
  const facts = [
    [said.engine, engine],
    [said.modelHash, modelHash],
    [said.scenarioHash, scenarioHash],
    [said.seed, seed],
    [said.futuresCount, `${number(futures)} (${said.futuresPer(number(futuresPerParameterSet))})`],
    [said.resultHash, resultHash],
  ] as const;
  return (
    <>
      <h3>{said.certificate}</h3>
      <p>{said.certificateLead}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className={styles.hash}>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{said.again}</strong>
        {changes.length === 0 ? null : <span className={styles.note}>{said.againDraft}</span>}
      </p>
      <pre className={styles.command}>
        <code>{`npm run cli -- compare ${revision.file} --draws ${futures} --inner ${futuresPerParameterSet} --seed ${quotedForShell(seed)}`}</code>
      </pre>
    </>
  );
}

/** A word of a command line, in quotes where it needs them. */
function quotedForShell(word: string): string {
  return /^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
