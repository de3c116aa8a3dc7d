import { inKronor } from '../answer/about-amount.ts';
import { tableRows } from '../compare/table-rows.ts';
import { alternativeLook } from '../plots/alternative-look.ts';
import { Door } from '../why/door.tsx';
import styles from './brief.module.css';
import type { Facts } from './facts.ts';
import { municipalCostOf } from './proposal-points.ts';
import { Table } from './table.tsx';

/** More alternatives than this stand below one another, since a page has no room for them beside one another. */
const mostBeside = 4;

/** Columns of figures that a page has room for. */
const mostColumns = 6;

/** The alternatives side by side, always in the same colours and order. */
export function Alternatives({ facts }: { readonly facts: Facts }) {
  const { said, isWithholding } = facts;
  return (
    <section>
      <h2>{said.alternatives}</h2>
      <p>{said.alternativesLead}</p>
      {isWithholding ? <OpenAlternatives facts={facts} /> : <AllAlternatives facts={facts} />}
    </section>
  );
}

function AllAlternatives({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken, breakEven, language, revision } = facts;
  const rows = rowsOf(facts, breakEven, revision, language);
  const head = result.alternatives.map(({ key, label }, index) => ({
    key,
    title: <Named name={spoken(label)} index={index} />,
    isFigure: true,
  }));
  const cell = (row: (typeof rows)[number], index: number) => {
    const { text, figure, isAssumption, note } = row.cells[index] ?? { text: '' };
    return (
      <>
        {figure === undefined ? text : <Door figure={figure}>{text}</Door>}
        {isAssumption === true ? (
          <>
            {' '}
            <span className="badge">{said.assumption}</span>
          </>
        ) : null}
        {note === undefined ? null : <span className={styles.aside}>{note}</span>}
      </>
    );
  };
  if (result.alternatives.length <= mostBeside)
    return (
      <Table
        isTitled
        caption={said.alternatives}
        columns={[{ key: 'what', title: said.what }, ...head]}
        rows={rows.map((row) => ({
          key: row.key,
          isGroup: row.isFirstOfGroup === true,
          cells: [<Titled key="title" row={row} />, ...result.alternatives.map((_, index) => cell(row, index))],
        }))}
      />
    );
  // What decides comes first; the rest in a table of its own, so that the figures keep their size.
  const rest = rows.filter(({ key }) => !isOfShopOrMoney(key));
  const parts = [
    rows.filter(({ key }) => isOfShopOrMoney(key)),
    ...Array.from({ length: Math.ceil(rest.length / mostColumns) }, (_, part) =>
      rest.slice(part * mostColumns, (part + 1) * mostColumns),
    ),
  ];
  return parts.map((part) => (
    <Table
      key={part[0]?.key}
      isTitled
      caption={said.alternatives}
      columns={[
        { key: 'alternative', title: said.alternative },
        ...part.map((row) => ({
          key: row.key,
          title: <Titled row={row} />,
          isFigure: row.key !== 'even',
          isWide: row.key === 'even',
        })),
      ]}
      rows={result.alternatives.map(({ key, label }, index) => ({
        key,
        cells: [<Named key={key} name={spoken(label)} index={index} />, ...part.map((row) => cell(row, index))],
      }))}
    />
  ));
}

function isOfShopOrMoney(key: string): boolean {
  return key.startsWith('stands') || ['municipality', 'municipality-value'].includes(key);
}

/** The table of alternatives, as the comparison has it. */
export function rowsOf(
  { result, spoken }: Pick<Facts, 'result' | 'spoken'>,
  breakEven: Facts['breakEven'],
  revision: Facts['revision'],
  language: Facts['language'],
) {
  return tableRows(result, {
    numbers: 'mean',
    breakEven,
    isComputingBreakEven: breakEven === undefined,
    shopNames: new Map(revision.shops.map(({ key, label }) => [key, spoken(label)])),
    language,
  });
}

/** What everybody may read of the alternatives, where something is secret. */
function OpenAlternatives({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken, standing, named, language } = facts;
  return (
    <Table
      isTitled
      caption={said.alternatives}
      columns={[
        { key: 'alternative', title: said.alternative },
        { key: 'stands', title: said.standsAtEnd(result.years.at(-1) ?? 0) },
        { key: 'cost', title: said.municipalCost, isFigure: true },
        { key: 'agreement', title: said.agreement },
      ]}
      rows={result.alternatives.map((alternative, index) => {
        const cost = municipalCostOf(result, alternative);
        const shops = [...(standing.get(alternative.key) ?? [])];
        return {
          key: alternative.key,
          cells: [
            <Named key="name" name={spoken(alternative.label)} index={index} />,
            shops
              .map(([shop, quarter]) => `${shops.length === 1 ? '' : `${named(shop)}: `}${said.quarter(quarter)}`)
              .join('; '),
            cost === undefined ? said.noCalculation : inKronor(cost, language),
            alternative.measures.nodes
              .filter(({ agreementYears }) => agreementYears > 0)
              .map(({ agreementYears }) => said.years(agreementYears))
              .join(', '),
          ],
        };
      })}
    />
  );
}

/** What a row of the comparison is, and what it counts in. */
function Titled({ row: { label, about } }: { readonly row: { readonly label: string; readonly about: string } }) {
  return (
    <>
      {label}
      <span className={styles.aside}>{about}</span>
    </>
  );
}

/** The name of an alternative with its colour. */
function Named({ name, index }: { readonly name: string; readonly index: number }) {
  return (
    <>
      <span className={styles.mark} style={{ borderColor: alternativeLook(index).colour }} aria-hidden="true" />
      <bdi>{name}</bdi>
    </>
  );
}
