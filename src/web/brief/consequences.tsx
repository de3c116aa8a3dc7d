import { FanPlot } from '../plots/fan-plot.tsx';
import { fansOf, survivalsOf } from '../plots/from-result.ts';
import { SurvivalPlot } from '../plots/survival-plot.tsx';
import styles from './brief.module.css';
import type { Facts } from './facts.ts';
import { Table } from './table.tsx';

/** What it means for the shop, and for those who live there: older people and people without a car too. */
export function Consequences({ facts }: { readonly facts: Facts }) {
  const { said, isWithholding } = facts;
  return (
    <section>
      <h2>{said.consequences}</h2>
      {isWithholding ? <p>{said.plotsHidden}</p> : <OfShop facts={facts} />}
      <h3>{said.forResidents}</h3>
      <OfResidents facts={facts} />
    </section>
  );
}

function OfShop({ facts }: { readonly facts: Facts }) {
  const { result, proposed, baseline, said, spoken, named, numbers } = facts;
  const keys = new Set([baseline.key, proposed.key]);
  const only = <T extends { readonly key: string }>(plotted: readonly T[]): readonly T[] =>
    plotted.filter(({ key }) => keys.has(key));
  const course = shopShown(proposed, baseline);
  if (course === undefined) return <p>{said.noShop}</p>;
  const total = { gaveUp: 0, insolvent: 0, noSuccessor: 0 };
  for (const { closures } of course.years) {
    total.gaveUp += closures.gaveUp ?? 0;
    total.insolvent += closures.insolvent ?? 0;
    total.noSuccessor += closures.noSuccessor ?? 0;
  }
  const { shop } = course;
  const isOnly = proposed.survival.totalCount === 1;
  return (
    <>
      <h3>{isOnly ? said.forShop : <bdi>{named(shop)}</bdi>}</h3>
      <SurvivalPlot
        years={result.years}
        survivals={only(survivalsOf(result, spoken, shop))}
        emphasised={[proposed.key]}
      />
      <p>
        {said.causes(
          numbers.ofHundred(total.gaveUp),
          numbers.ofHundred(total.insolvent),
          numbers.ofHundred(total.noSuccessor),
        )}
      </p>
      <div className={styles.pair}>
        {(['sales', 'ownerPay', 'cash', 'customers'] as const).map((variable) => {
          const series = proposed[variable].nodes.find(({ instance }) => instance === shop);
          return series === undefined ? null : (
            <FanPlot
              key={variable}
              title={spoken(series.label)}
              years={result.years}
              fans={only(fansOf(result, variable, spoken, shop))}
              unit={series.unit}
              size="small"
              emphasised={[proposed.key]}
            />
          );
        })}
      </div>
    </>
  );
}

/** The shop that is told about: the first that hosts what is proposed, otherwise the one for which most is at stake. */
function shopShown(
  proposed: Facts['proposed'],
  baseline: Facts['baseline'],
): Facts['proposed']['survival']['nodes'][number] | undefined {
  const { nodes } = proposed.survival;
  const hosted = nodes.find(({ shop }) => proposed.measures.nodes.some(({ host }) => host === shop));
  const atStake = ({ shop, years }: (typeof nodes)[number]): number => {
    const without = baseline.survival.nodes.find((each) => each.shop === shop)?.years.at(-1)?.chance ?? 0;
    return Math.abs((years.at(-1)?.chance ?? 0) - without);
  };
  return hosted ?? [...nodes].sort((a, b) => atStake(b) - atStake(a))[0];
}

function OfResidents({ facts }: { readonly facts: Facts }) {
  const { result, residents, revision, proposed, baseline, said, spoken, numbers, isWithholding } = facts;
  const statesAges = revision.places.some(({ stated }) => states(stated, ['older', 'oldest', 'byBand']));
  const statesCars = revision.places.some(({ stated }) => states(stated, ['withoutCar']));
  const last = result.years.length - 1;
  const first = result.years[0] ?? 0;
  type Of = NonNullable<Facts['residents']>['alternatives'][number];
  const of = (key: string): Of | undefined => residents?.alternatives.find((each) => each.key === key);
  const rows: readonly (readonly [string, (of: Of) => Of['withoutShop']])[] = [
    [said.people5, (each) => each.people5ToShop],
    [said.people10, (each) => each.people10ToShop],
    [said.withoutShop, (each) => each.withoutShop],
    [said.people5Point, (each) => each.people5ToServicePoint],
    ...(statesAges ? [[said.older, (each: Of) => each.olderFarFromShop] as const] : []),
    ...(statesCars ? [[said.carless, (each: Of) => each.carlessFarFromShop] as const] : []),
    [said.shoppingTravel, (each) => each.shoppingTravel],
    [said.errandTravel, (each) => each.errandTravel],
  ];
  const mean = (key: string, read: (of: Of) => Of['withoutShop'], year: number): string => {
    const found = of(key);
    return numbers.number(found === undefined ? null : (read(found).nodes[0]?.mean[year] ?? null));
  };
  return (
    <>
      <p>{said.longestFirst}</p>
      {isWithholding ? (
        <p>{said.residentsHidden}</p>
      ) : residents === undefined ? (
        <p>{said.residentsWaiting}</p>
      ) : (
        <Table
          caption={`${said.forResidents}. ${said.averageOf}`}
          columns={[
            { key: 'what', title: said.what },
            { key: 'now', title: String(first), isFigure: true },
            { key: 'none', title: <bdi>{`${spoken(baseline.label)}, ${result.years[last]}`}</bdi>, isFigure: true },
            ...(proposed === baseline
              ? []
              : [
                  {
                    key: 'with',
                    title: <bdi>{`${spoken(proposed.label)}, ${result.years[last]}`}</bdi>,
                    isFigure: true,
                  },
                ]),
          ]}
          rows={rows.map(([label, read]) => ({
            key: label,
            cells: [
              label,
              mean(baseline.key, read, 0),
              mean(baseline.key, read, last),
              ...(proposed === baseline ? [] : [mean(proposed.key, read, last)]),
            ],
          }))}
        />
      )}
      {statesAges ? null : <p>{said.olderUnknown}</p>}
      {statesCars ? null : <p>{said.carlessUnknown}</p>}
    </>
  );
}

function states(stated: unknown, fields: readonly string[]): boolean {
  return typeof stated === 'object' && stated !== null && fields.some((field) => field in stated);
}
