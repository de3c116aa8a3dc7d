import { useState } from 'react';
import { Door } from '../why/door.tsx';
import { useLabel, useLanguage, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { Result } from '../work/work.tsx';
import { bearersOf } from './bearers.ts';
import { costRows } from './calculation-rows.ts';
import styles from './column.module.css';
import { Scrolling } from './scrolling.tsx';
import { type Given, Section } from './section.tsx';
import { words } from './words.ts';

type Calculation = Result['calculations'][number];

/** The calculations as an accountant sets them, seen by each; then what each bears of the alternative, year by year. */
export function CalculationSection({ result, main }: Given) {
  const said = useWords(words);
  const alternative = result.alternatives.find(({ key }) => key === main);
  return (
    <Section id="calculation" title={said.calculation}>
      <p className="soft">{result.calculations.length === 0 ? said.noCalculation : said.calculationLead}</p>
      {result.calculations.map((each) => (
        <CalculationSheet key={each.key} calculation={each} />
      ))}
      {alternative === undefined ? null : <Bearers alternative={alternative} years={result.years} />}
    </Section>
  );
}

function CalculationSheet({ calculation }: { readonly calculation: Calculation }) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { key, label, about, items, financing, investmentSek } = calculation;
  return (
    <>
      <h3>
        <bdi>{labelOf(label)}</bdi>
      </h3>
      {about === null ? null : <p>{labelOf(about)}</p>}
      {items.length === 0 ? null : (
        <div className={styles.sheetPair}>
          <AmountTable
            title={said.investment}
            sumLabel={said.investmentSum}
            sum={investmentSek}
            what={key}
            rows={items.map((item) => ({
              key: item.key,
              label: labelOf(item.label),
              about: <ItemAbout item={item} />,
              sek: item.costSek,
            }))}
          />
          <AmountTable
            title={said.financing}
            sumLabel={said.financingSum}
            sum={investmentSek}
            what={key}
            rows={financing.map((each) => ({
              key: `${each.payer} ${each.label.sv}`,
              label: labelOf(each.label),
              about: null,
              sek: each.amountSek,
            }))}
          />
        </div>
      )}
      <CostTable calculation={calculation} />
    </>
  );
}

function ItemAbout({ item }: { readonly item: Calculation['items'][number] }) {
  const said = useWords(words);
  const { number, percent, sek } = useNumbers();
  const rate = 100 * item.interestRate;
  return (
    <>
      {[
        said.life(number(item.lifeYears)),
        `${said.rate(percent(item.interestRate, Number.isInteger(rate) ? 0 : 2))} ${said[item.interestMethod]}`,
        ...(Number(item.residualSek) === 0 ? [] : [said.residual(sek(item.residualSek))]),
      ].join(', ')}
    </>
  );
}

function AmountTable({
  title,
  sumLabel,
  sum,
  rows,
  what,
}: {
  readonly title: string;
  readonly sumLabel: string;
  readonly sum: string;
  readonly what: string;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly about: React.ReactNode;
    readonly sek: string;
  }[];
}) {
  const said = useWords(words);
  const { number } = useNumbers();
  return (
    <table className={styles.sheet}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="figure">
            {said.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, about, sek }) => (
          <tr key={key} className={styles.line}>
            <th scope="row" style={{ fontWeight: 400 }}>
              <bdi>{label}</bdi>
              {about === null ? null : <span className={styles.note}>{about}</span>}
            </th>
            <td className="figure">
              <Door figure={{ what, view: 'project' }} label={label}>
                {number(sek)}
              </Door>
            </td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{sumLabel}</th>
          <td className="figure">
            <Door figure={{ what, view: 'society' }} label={sumLabel}>
              {number(sum)}
            </Door>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function CostTable({ calculation }: { readonly calculation: Calculation }) {
  const said = useWords(words);
  const labelOf = useLabel();
  const language = useLanguage();
  const { number } = useNumbers();
  const { key, views } = calculation;
  const [first] = views;
  if (first === undefined) return null;
  const rows = costRows(calculation, language);
  // To the öre where anything is: an account that rounds does not add up.
  const decimals = rows.some(({ amounts }) => amounts.some((amount) => !Number.isInteger(amount))) ? 2 : 0;
  return (
    <>
      <Scrolling label={`${said.yearly(first.firstYear.year)}, ${labelOf(calculation.label)}`}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{said.yearly(first.firstYear.year)}</th>
              {views.map(({ view, label }) => (
                <th key={view} scope="col" className="figure">
                  {labelOf(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'head' ? (
                <tr key={row.key} className={styles.head}>
                  <th scope="row">{row.label}</th>
                  {views.map(({ view }) => (
                    <td key={view} />
                  ))}
                </tr>
              ) : (
                <tr
                  key={row.key}
                  className={row.kind === 'line' ? styles.line : row.kind === 'sum' ? 'sum' : styles.total}
                >
                  <th scope="row" style={row.kind === 'line' ? { fontWeight: 400 } : undefined}>
                    <bdi>{row.label}</bdi>
                    {row.about === undefined ? null : <span className={styles.note}>{row.about}</span>}
                  </th>
                  {views.map(({ view, label }, index) => (
                    <td key={view} className="figure">
                      <Door figure={{ what: key, view }} label={`${row.label}, ${labelOf(label)}`}>
                        {number(row.amounts[index] ?? null, decimals)}
                      </Door>
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Scrolling>
      <details className={`${styles.folding} unprinted`}>
        <summary>
          {said.yearByYear}
          <span className="unseen">, {labelOf(calculation.label)}</span>
        </summary>
        <Scrolling label={`${said.yearByYear}, ${labelOf(calculation.label)}`}>
          <table className={styles.sheet}>
            <thead>
              <tr>
                <th scope="col">{said.year}</th>
                {views.map(({ view, label }) => (
                  <th key={view} scope="col" className="figure">
                    {labelOf(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {calculation.years.map((year, index) => (
                <tr key={year} className={styles.line}>
                  <th scope="row" style={{ fontWeight: 400 }}>
                    {year}
                  </th>
                  {views.map(({ view, byYear }) => (
                    <td key={view} className="figure">
                      {number(byYear[index]?.totalSekPerYear, decimals)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </details>
    </>
  );
}

function Bearers({
  alternative,
  years,
}: {
  readonly alternative: Result['alternatives'][number];
  readonly years: readonly number[];
}) {
  const said = useWords(words);
  const labelOf = useLabel();
  const language = useLanguage();
  const { number } = useNumbers();
  const [year, setYear] = useState<number>();
  const at = Math.max(0, years.indexOf(year ?? years[0] ?? 0));
  const { parties, rows, sums } = bearersOf(alternative.ledger.nodes, at, language);
  const title = `${said.bearers} ${labelOf(alternative.label)}`;
  return (
    <>
      <h3>
        {said.bearers} <bdi>{labelOf(alternative.label)}</bdi>
      </h3>
      <div className={styles.controls}>
        <label>
          <span className="small soft">{said.bearersIn}</span>
          <select className="field" value={years[at]} onChange={(event) => setYear(Number(event.target.value))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Scrolling label={title}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">
                {said.item} {years[at]}
              </th>
              {parties.map(({ key, label }) => (
                <th key={key} scope="col" className="figure">
                  {label}
                </th>
              ))}
              <th scope="col" className="figure">
                {said.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, amounts, sum }) => (
              <tr key={key} className={styles.line}>
                <th scope="row" style={{ fontWeight: 400 }}>
                  <bdi>{label}</bdi>
                </th>
                {amounts.map((amount, index) => (
                  <td key={parties[index]?.key} className="figure">
                    {number(amount)}
                  </td>
                ))}
                <td className="figure">{number(sum)}</td>
              </tr>
            ))}
            <tr className={styles.total}>
              <th scope="row">{said.total}</th>
              {sums.map((amount, index) => (
                <td key={parties[index]?.key ?? 'sum'} className="figure">
                  {number(amount)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}
