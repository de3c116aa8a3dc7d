import { FlowDiagram } from '../flows/flow-diagram.tsx';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { Result } from '../work/work.tsx';
import styles from './column.module.css';
import { Scrolling } from './scrolling.tsx';
import { type Given, Section } from './section.tsx';
import { words } from './words.ts';

type Financed = Result['financed']['nodes'][number];

/** Who pays whom, and whether somebody has promised it: through the agreement and after. */
export function FlowsSection({ result, shown, main }: Given) {
  const said = useWords(words);
  const labelOf = useLabel();
  const financed = result.financed.nodes.filter(({ alternative }) => alternative === main);
  const isEmpty = result.alternatives.every(({ ledger }) => ledger.nodes.length === 0);
  return (
    <Section id="flows" title={said.flows}>
      {isEmpty ? null : (
        <>
          <p className="soft">{said.flowsLead}</p>
          <FlowDiagram
            // The alternative that the answer is about is the one first shown; when it becomes another, so does this.
            key={main}
            alternatives={result.alternatives.flatMap(({ key, label, ledger }, index) =>
              shown.includes(key) || key === main ? [{ key, label: labelOf(label), index, lines: ledger.nodes }] : [],
            )}
            first={main}
            fileName={`${result.scenario}-${main}`}
          />
        </>
      )}
      {financed.length === 0 ? null : (
        <>
          <h3>{said.financed}</h3>
          {financed.map((each) => (
            <FinancedMeasure key={`${each.alternative} ${each.measure}`} financed={each} />
          ))}
        </>
      )}
    </Section>
  );
}

function FinancedMeasure({ financed }: { readonly financed: Financed }) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { number, sek } = useNumbers();
  const { label, years, firstYearNotCovered, agreementEnd, endsWithAgreement } = financed;
  const name = labelOf(label);
  const first = years.find(({ year }) => year === firstYearNotCovered);
  const last = years.at(-1)?.year ?? agreementEnd;
  return (
    <>
      <p>
        {first === undefined || firstYearNotCovered === null
          ? said.financedAll(name, String(last))
          : said.financedPart(name, String(firstYearNotCovered), sek(first.missingSek), String(agreementEnd))}{' '}
        {last <= agreementEnd && !endsWithAgreement ? '' : endsWithAgreement ? said.ends : said.renews}
      </p>
      <Scrolling label={`${said.financed} ${name}`}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{said.year}</th>
              {[said.cost, said.grants, said.promised, said.assumedPart, said.missing].map((each) => (
                <th key={each} scope="col" className="figure">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, costSek, grantsSek, promisedSek, assumedSek, missingSek }) => (
              <tr key={year} className={year > agreementEnd ? `${styles.line} ${styles.after}` : styles.line}>
                <th scope="row" style={{ fontWeight: 400 }}>
                  {year}
                  {year === agreementEnd + 1 ? <span className="small soft"> {said.afterAgreement}</span> : null}
                </th>
                <td className="figure">{number(costSek)}</td>
                <td className="figure">{number(grantsSek)}</td>
                <td className="figure">{number(promisedSek)}</td>
                <td className="figure">{number(assumedSek)}</td>
                <td className={`figure ${(missingSek ?? 0) > 0 ? styles.missing : ''}`}>{number(missingSek)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}
