import type { Facts } from './facts.ts';
import { type Row, Table } from './table.tsx';

/** After how many years something is measured. */
const after = [1, 3, 5];

/** What to measure after one, three and five years, with what is to be expected in a bad, a middle and a good future. */
export function FollowUp({ facts }: { readonly facts: Facts }) {
  const { result, proposed, residents, said, spoken, named, numbers } = facts;
  const looked = after.filter((years) => years <= result.years.length);
  const own = residents?.alternatives.find(({ key }) => key === proposed.key);
  const measured = [
    ...proposed.sales.nodes.map((series) => [series, said.measuredSales] as const),
    ...(own?.result.nodes ?? []).map((series) => [series, said.measuredResult] as const),
    ...proposed.ownerPay.nodes.map((series) => [series, said.measuredOwnerPay] as const),
    ...proposed.cash.nodes.map((series) => [series, said.measuredCash] as const),
    ...proposed.customers.nodes.map((series) => [series, said.measuredCustomers] as const),
    ...proposed.people.nodes.map((series) => [series, said.measuredPeople] as const),
  ];
  const columns = [
    { key: 'what', title: said.what },
    { key: 'how', title: said.howMeasured },
    { key: 'bad', title: said.bad, isFigure: true },
    { key: 'middle', title: said.middle, isFigure: true },
    { key: 'good', title: said.good, isFigure: true },
  ];
  const several = proposed.sales.nodes.length > 1;
  return (
    <section>
      <h2>{said.followUp}</h2>
      <p>{said.followUpLead(spoken(proposed.label))}</p>
      {facts.isWithholding ? (
        <>
          <p>{said.followUpHidden}</p>
          <Table
            isTitled
            caption={said.followUp}
            columns={columns.slice(0, 2)}
            rows={measured.map(([{ variable, instance, label }, how]) => ({
              key: `${variable} ${instance}`,
              cells: [several && instance !== '' ? `${spoken(label)}, ${named(instance)}` : spoken(label), how],
            }))}
          />
        </>
      ) : null}
      {(facts.isWithholding ? [] : looked).map((years) => (
        <Table
          key={years}
          caption={said.after(years, (result.years[0] ?? 0) + years - 1)}
          columns={columns}
          rows={measured.map(([{ variable, instance, label, unit, quantiles }, how]): Row => {
            const cell = (values: readonly (number | null)[] | undefined): string =>
              numbers.withUnit(roundly(values?.[years - 1] ?? null), unit);
            return {
              key: `${variable} ${instance}`,
              cells: [
                several && instance !== '' ? `${spoken(label)}, ${named(instance)}` : spoken(label),
                how,
                cell(quantiles?.p5),
                cell(quantiles?.p50),
                cell(quantiles?.p95),
              ],
            };
          })}
        />
      ))}
      <p>{said.measuredOwn}</p>
    </section>
  );
}

/** To three figures: more is not known of what is to come. */
function roundly(value: number | null): number | null {
  return value === null || value === 0 || Number.isNaN(value) ? value : Number(value.toPrecision(3));
}
