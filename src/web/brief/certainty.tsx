import { aboutAmount } from '../answer/about-amount.ts';
import { thresholdOf } from '../answer/even-segments.ts';
import { driversOf } from '../plots/from-result.ts';
import { TornadoPlot } from '../plots/tornado-plot.tsx';
import { caseAgainst, type Objection } from './case-against.ts';
import type { Facts } from './facts.ts';
import { type Row, Table } from './table.tsx';
import { whereOf } from './where-of.ts';
import { inSentence, mainDrivers } from './worth-knowing.ts';

/** How sure the answer is: what drives it, where it turns, and the strongest case against it. */
export function Certainty({ facts }: { readonly facts: Facts }) {
  const { said, spoken, proposed, baseline, isWithholding } = facts;
  const drivers = mainDrivers(facts);
  return (
    <section>
      <h2>{said.certainty}</h2>
      <p>{said.three}</p>
      {isWithholding ? (
        <p>{said.hidden}</p>
      ) : (
        <>
          {drivers === undefined ? null : (
            <TornadoPlot
              title={said.drives(inSentence(spoken(drivers.label)))}
              drivers={driversOf(drivers, spoken)}
              most={8}
            />
          )}
          <BreakEvenTable facts={facts} />
        </>
      )}
      {proposed === baseline ? null : (
        <>
          <h3>{said.against}</h3>
          {isWithholding ? <p>{said.againstHidden}</p> : <Against facts={facts} />}
        </>
      )}
    </section>
  );
}

function BreakEvenTable({ facts }: { readonly facts: Facts }) {
  const { breakEven, proposed, said, spoken } = facts;
  if (breakEven === undefined) return <p>{said.turnsWaiting}</p>;
  const rows = breakEven
    .filter(({ alternative }) => alternative === proposed.key)
    .flatMap((even): Row[] => {
      const threshold = thresholdOf(even);
      if (threshold === undefined) return [];
      const { quantity } = even;
      return [
        {
          key: `${quantity.path} ${even.variable} ${even.instance}`,
          cells: [
            <>
              {spoken(quantity.label)} {quantity.isAssumption ? <span className="badge">{said.assumption}</span> : null}
            </>,
            inSentence(spoken(even.label)),
            quantityInWords(quantity.likely, quantity, facts),
            `${quantityInWords(threshold.at, quantity, facts)}, ${threshold.side === 'above' ? said.betterAbove : said.betterBelow}`,
          ],
        },
      ];
    });
  if (rows.length === 0) return <p>{said.noTurn}</p>;
  return (
    <>
      <p>{said.breakEvenLead}</p>
      <Table
        caption={said.breakEven}
        columns={[
          { key: 'quantity', title: said.quantity },
          { key: 'in', title: said.in },
          { key: 'stated', title: said.stated, isFigure: true },
          { key: 'at', title: said.evenAt, isFigure: true },
        ]}
        rows={rows}
      />
    </>
  );
}

type Quantity = NonNullable<Facts['breakEven']>[number]['quantity'];

/** What is varied, and of what, where that is a place or a shop among several. */
function quantityNamed({ label, instance }: Quantity, facts: Facts): string {
  const { revision, spoken } = facts;
  const isOneOfMany = instance !== '' && revision.places.length + revision.shops.length > 2;
  return isOneOfMany ? `${spoken(label)} (${whereOf(instance, facts)})` : spoken(label);
}

/** A value of what is varied; how much visits or sales rise is a share. */
function quantityInWords(value: number | null, { path, unit }: Quantity, { numbers }: Facts): string {
  if (value !== null && path.startsWith('visitsEffect')) return numbers.percent(value, 1);
  return numbers.withUnit(value === null ? null : Number(value.toPrecision(3)), unit);
}

function Against({ facts }: { readonly facts: Facts }) {
  const { result, breakEven, proposed, said, spoken } = facts;
  const objections = caseAgainst(result, breakEven, proposed);
  if (objections.length === 0) return <p>{said.againstNothing}</p>;
  return (
    <>
      <p>{said.againstLead(spoken(proposed.label))}</p>
      <ul>
        {objections.map((objection) => (
          <li key={objection.kind}>{objectionInWords(objection, facts)}</li>
        ))}
      </ul>
    </>
  );
}

function objectionInWords(objection: Objection, facts: Facts): string {
  const { said, spoken, numbers, language } = facts;
  const sek = (amount: number): string => aboutAmount(amount, language);
  const hundred = numbers.ofHundred;
  switch (objection.kind) {
    case 'society':
      return said.againstSociety(sek(objection.lossSek), hundred(objection.betterChance ?? null));
    case 'no-difference':
      return said.againstSame(hundred(objection.chance));
    case 'price':
      if (objection.shops > 1)
        return said.againstPriceMany(
          sek(objection.moreSekPerYear),
          numbers.number(objection.savedChance * objection.shops, 1),
          numbers.number(objection.shops),
        );
      return objection.savedChance >= 0.005
        ? said.againstPrice(sek(objection.moreSekPerYear), hundred(objection.savedChance))
        : said.againstPriceNone(sek(objection.moreSekPerYear));
    case 'same-money':
      return said.againstMoney(hundred(objection.savedChance), hundred(Math.max(0, objection.savedByProposal)));
    case 'other-alternative':
      return said.againstOther(
        spoken(objection.alternative.label),
        hundred(objection.chance),
        hundred(objection.ownChance),
        sek(objection.lessSekPerYear),
      );
    case 'assumption':
      return said.againstAssumption(
        inSentence(quantityNamed(objection.even.quantity, facts)),
        quantityInWords(objection.at, objection.even.quantity, facts),
        quantityInWords(objection.even.quantity.likely, objection.even.quantity, facts),
      );
    case 'not-financed':
      return said.againstMissing(sek(objection.missingSek), objection.through);
  }
}
