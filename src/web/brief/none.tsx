import { aboutAmount } from '../answer/about-amount.ts';
import { standingAtEnd } from './case-against.ts';
import type { Facts } from './facts.ts';

/** What it costs to do nothing, which is never nothing. */
export function None({ facts }: { readonly facts: Facts }) {
  const { baseline, proposed, said, spoken, numbers, isWithholding, language } = facts;
  const { municipalitySekPerYear, residentsSekPerYear, stateSekPerYear } = baseline.overview.withoutShop;
  const sek = (amount: number): string => aboutAmount(amount, language);
  const km = proposed.overview.gain?.travelSparedKmPerYear ?? 0;
  const shops = baseline.overview.shops.nodes.length;
  return (
    <section>
      <h2>{said.none}</h2>
      <p>{said.noneLead(spoken(baseline.label))}</p>
      {isWithholding ? (
        <p>{said.noneHidden}</p>
      ) : (
        <ul>
          {shops === 0 ? null : shops === 1 ? (
            <li>{said.noneCloses(numbers.ofHundred(1 - standingAtEnd(baseline)))}</li>
          ) : (
            <li>
              {said.noneClosesMany(numbers.number(shops * (1 - standingAtEnd(baseline)), 1), numbers.number(shops))}
            </li>
          )}
          {(municipalitySekPerYear ?? 0) >= 1 ? (
            <li>{said.noneMunicipality(sek(municipalitySekPerYear ?? 0))}</li>
          ) : null}
          {(stateSekPerYear ?? 0) >= 1 ? <li>{said.noneState(sek(stateSekPerYear ?? 0))}</li> : null}
          {(residentsSekPerYear ?? 0) >= 1 ? <li>{said.noneResidents(sek(residentsSekPerYear ?? 0))}</li> : null}
          {km >= 1 ? <li>{said.noneTravel(numbers.number(Number(km.toPrecision(3))))}</li> : null}
        </ul>
      )}
    </section>
  );
}
