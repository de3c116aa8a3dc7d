import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { Payment } from './flow-sums.ts';
import { words } from './words.ts';

/** Who pays whom for what in a year, the greatest payments first. */
export function FlowTable({
  caption,
  payments,
  nameOf,
  onPick,
}: {
  readonly caption: string;
  readonly payments: readonly Payment[];
  readonly nameOf: (party: string) => string;
  readonly onPick: ((flow: string) => void) | undefined;
}) {
  const said = useWords(words);
  const labelOf = useLabel();
  const numbers = useNumbers();
  return (
    <table>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{said.from}</th>
          <th scope="col">{said.to}</th>
          <th scope="col">{said.for}</th>
          <th scope="col" className="figure">
            {said.amount}
          </th>
          <th scope="col">{said.kind}</th>
        </tr>
      </thead>
      <tbody>
        {payments.flatMap(({ from, to, parts }) =>
          parts.map(({ line, amountSek }) => (
            <tr key={`${line.flow} ${from} ${to}`}>
              <td>{nameOf(from)}</td>
              <td>{nameOf(to)}</td>
              <th scope="row">
                <bdi>{labelOf(line.label)}</bdi>
              </th>
              <td className="figure">
                {onPick === undefined ? (
                  numbers.sek(amountSek)
                ) : (
                  <button type="button" className="door" aria-haspopup="dialog" onClick={() => onPick(line.flow)}>
                    {numbers.sek(amountSek)}
                  </button>
                )}
              </td>
              <td>{line.kind === 'resource' ? said.resource : said.transfer}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
