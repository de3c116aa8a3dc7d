import { Door } from '../why/door.tsx';
import type { Facts } from './facts.ts';
import { type Row, Table } from './table.tsx';

type Calculation = Facts['result']['calculations'][number];

/** The calculations: what is bought and who pays it, what runs each year, and what the first year costs from each view. */
export function Calculations({ facts }: { readonly facts: Facts }) {
  const { result, said, spoken } = facts;
  return (
    <section>
      <h2>{said.calculation}</h2>
      {result.calculations.length === 0 ? <p>{said.noCalculations}</p> : <p>{said.calculationLead}</p>}
      {result.calculations.map((calculation) => (
        <section key={calculation.key}>
          <h3>
            <bdi>{spoken(calculation.label)}</bdi>
          </h3>
          {calculation.about === null ? null : <p>{spoken(calculation.about)}</p>}
          {calculation.views.length === 0 ? (
            <p>{said.withheld}</p>
          ) : (
            <>
              <Bought calculation={calculation} facts={facts} />
              <Running calculation={calculation} facts={facts} />
              <Views calculation={calculation} facts={facts} />
            </>
          )}
        </section>
      ))}
    </section>
  );
}

function Bought({ calculation, facts }: { readonly calculation: Calculation; readonly facts: Facts }) {
  const { said, spoken, numbers } = facts;
  if (calculation.items.length === 0) return null;
  const rows = calculation.items.flatMap((item): Row[] => {
    const { key, label, costSek, lifeYears, interestRate, interestMethod, tranches } = item;
    return [
      {
        key,
        isGroup: true,
        cells: [
          <bdi key="label">{spoken(label)}</bdi>,
          said.years(lifeYears),
          `${numbers.percent(interestRate, Number.isInteger(100 * interestRate) ? 0 : 1)} ${said[interestMethod]}`,
          numbers.number(costSek),
        ],
      },
      ...tranches.map((tranche) => ({
        key: tranche.key,
        cells: [
          <span key="payer" className="soft">
            <bdi>{spoken(tranche.label)}</bdi>, {tranche.isGrant ? said.grant : said.ownShare}
          </span>,
          '',
          '',
          numbers.number(tranche.costSek),
        ],
      })),
    ];
  });
  return (
    <Table
      caption={said.investment}
      columns={[
        { key: 'what', title: `${said.what}, ${said.whoPaysIt.toLowerCase()}` },
        { key: 'life', title: said.life },
        { key: 'rate', title: said.rate },
        { key: 'cost', title: said.cost, isFigure: true },
      ]}
      rows={[
        ...rows,
        { key: 'sum', isSum: true, cells: [said.total, '', '', numbers.number(calculation.investmentSek)] },
      ]}
    />
  );
}

function Running({ calculation, facts }: { readonly calculation: Calculation; readonly facts: Facts }) {
  const { said, spoken, numbers } = facts;
  if (calculation.running.length === 0) return null;
  const payers = new Map<string, string>(calculation.views.map(({ view, label }) => [view, spoken(label)]));
  return (
    <Table
      caption={said.running}
      columns={[
        { key: 'what', title: said.what },
        { key: 'payer', title: said.whoPaysIt },
        { key: 'how', title: said.reckoned },
        { key: 'cost', title: said.cost, isFigure: true },
      ]}
      rows={calculation.running.map(({ key, label, payer, posts, postCostSekPerYear, firstYearSek }) => ({
        key,
        cells: [
          <bdi key="label">{spoken(label)}</bdi>,
          payers.get(payer) ?? payer,
          posts === null ? '' : said.posts(numbers.withUnit(posts, '1'), numbers.sek(postCostSekPerYear)),
          numbers.number(firstYearSek),
        ],
      }))}
    />
  );
}

function Views({ calculation, facts }: { readonly calculation: Calculation; readonly facts: Facts }) {
  const { said, spoken, numbers, isWithholding } = facts;
  const { views } = calculation;
  type Year = Calculation['views'][number]['firstYear'];
  const of = (category: string) => (year: Year) =>
    year.byCategory.find((each) => each.category === category)?.amountSekPerYear ?? '0';
  const lines = [
    { key: 'depreciation', label: said.depreciation, amount: (year: Year) => year.depreciationSekPerYear },
    { key: 'interest', label: said.interest, amount: (year: Year) => year.interestSekPerYear },
    { key: 'premises', label: said.premises, amount: of('premises') },
    { key: 'staff', label: said.staff, amount: of('staff') },
    { key: 'other', label: said.other, amount: of('other') },
  ];
  return (
    <Table
      caption={said.firstYear(views[0]?.firstYear.year ?? 0)}
      columns={[
        { key: 'what', title: said.seenBy },
        ...views.map(({ view, label }) => ({ key: view, title: spoken(label), isFigure: true })),
      ]}
      rows={[
        ...lines.map(({ key, label, amount }) => ({
          key,
          cells: [label, ...views.map(({ firstYear }) => numbers.number(amount(firstYear)))],
        })),
        {
          key: 'total',
          isSum: true,
          cells: [
            said.total,
            ...views.map(({ view, firstYear }) => {
              const total = numbers.number(firstYear.totalSekPerYear);
              return isWithholding ? (
                total
              ) : (
                <Door key={view} figure={{ what: calculation.key, view }}>
                  {total}
                </Door>
              );
            }),
          ],
        },
      ]}
    />
  );
}
