import type { Facts } from './facts.ts';
import { paymentsOf } from './payments.ts';
import { type Row, Table } from './table.tsx';

/** Of more measures than this only the sums are told; year by year they stand in the spreadsheet. */
const mostInFull = 2;

/** Who pays what year by year, to the end of the agreement and after, and whether somebody has promised it. */
export function WhoPays({ facts }: { readonly facts: Facts }) {
  const { result, proposed, said, spoken, isWithholding } = facts;
  const financed = result.financed.nodes.filter(({ alternative }) => alternative === proposed.key);
  return (
    <section>
      <h2>{said.whoPays}</h2>
      {isWithholding ? (
        <p>{said.hidden}</p>
      ) : (
        <>
          {financed.map((measure) => (
            <Financed key={measure.measure} measure={measure} facts={facts} isInFull={financed.length <= mostInFull} />
          ))}
          {financed.length > mostInFull ? <p>{said.inSpreadsheet}</p> : null}
          <p>{said.whoPaysLead(spoken(proposed.label))}</p>
          <Net
            facts={facts}
            through={financed.length === 0 ? undefined : Math.max(...financed.map((each) => each.agreementEnd))}
          />
        </>
      )}
    </section>
  );
}

/** Net payments of each party. */
function Net({ facts, through }: { readonly facts: Facts; readonly through: number | undefined }) {
  const { result, proposed, said, spoken, numbers } = facts;
  const { parties, years } = paymentsOf(proposed, result.years);
  const sums = (kept: typeof years): readonly number[] =>
    parties.map((_, index) => kept.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0));
  const line = (key: string, label: string, amounts: readonly number[], isSum = false): Row => ({
    key,
    isSum,
    cells: [label, ...amounts.map((amount) => numbers.number(Math.abs(amount) < 0.5 ? 0 : amount))],
  });
  const before = years.filter(({ year }) => through === undefined || year <= through);
  const after = years.filter(({ year }) => through !== undefined && year > through);
  return (
    <Table
      isTitled
      caption={said.whoPays}
      columns={[
        { key: 'year', title: said.year },
        ...parties.map(({ party, label }) => ({ key: party, title: spoken(label), isFigure: true })),
      ]}
      rows={[
        ...before.map(({ year, amounts }) => line(String(year), String(year), amounts)),
        line('before', through === undefined ? said.sum : said.sumThrough, sums(before), true),
        ...after.map(({ year, amounts }) => line(String(year), String(year), amounts)),
        ...(after.length === 0 ? [] : [line('after', said.sumAfter, sums(after), true)]),
      ]}
    />
  );
}

function Financed({
  measure,
  facts,
  isInFull,
}: {
  readonly measure: Facts['result']['financed']['nodes'][number];
  readonly facts: Facts;
  readonly isInFull: boolean;
}) {
  const { said, spoken, numbers } = facts;
  const { years, agreementEnd, endsWithAgreement, label } = measure;
  const before = years.filter(({ year }) => year <= agreementEnd);
  const after = years.filter(({ year }) => year > agreementEnd);
  type Year = (typeof years)[number];
  const sum = (kept: readonly Year[], of: (year: Year) => number | null): number =>
    kept.reduce((total, year) => total + (of(year) ?? 0), 0);
  const missing = sum(before, ({ missingSek }) => missingSek);
  const columns = [
    (year: Year) => year.costSek,
    (year: Year) => year.grantsSek,
    (year: Year) => year.promisedSek,
    (year: Year) => year.missingSek,
  ];
  const row = (year: Year): Row => ({
    key: String(year.year),
    cells: [String(year.year), ...columns.map((of) => numbers.number(of(year)))],
  });
  const sumRow = (key: string, title: string, kept: readonly Year[]): Row => ({
    key,
    isSum: true,
    cells: [title, ...columns.map((of) => numbers.number(sum(kept, of)))],
  });
  return (
    <>
      <h3>{said.financedLead(spoken(label))}</h3>
      <p>
        {missing < 0.5 ? said.financedYes(agreementEnd) : said.financedNo(numbers.sek(missing), agreementEnd)}{' '}
        {endsWithAgreement
          ? said.financedEnds
          : after.length === 0
            ? ''
            : said.financedAfter(
                numbers.sek(sum(after, ({ costSek }) => costSek)),
                agreementEnd + 1,
                after.at(-1)?.year ?? agreementEnd + 1,
              )}
      </p>
      {isInFull ? (
        <Table
          isTitled
          caption={spoken(label)}
          columns={[
            { key: 'year', title: said.year },
            { key: 'cost', title: said.cost, isFigure: true },
            { key: 'grants', title: said.grants, isFigure: true },
            { key: 'promised', title: said.promised, isFigure: true },
            { key: 'missing', title: said.missing, isFigure: true },
          ]}
          rows={[
            ...before.map(row),
            sumRow('before', said.sumThrough, before),
            ...after.map(row),
            ...(after.length === 0 ? [] : [sumRow('after', said.sumAfter, after)]),
          ]}
        />
      ) : null}
    </>
  );
}
