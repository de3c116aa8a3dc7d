import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { decimalsOf, type Sum } from './account.ts';
import { Door } from './door.tsx';
import { NumberBelow } from './equation-view.tsx';
import { useTeller } from './telling-context.tsx';
import { useUnfolding } from './unfolding.tsx';
import styles from './why.module.css';
import { words } from './words.ts';

/** The total of a calculation as an account: what it is the sum of, down to numbers, and those down to their formulas. */
export function AccountView({ total }: { readonly total: Sum }) {
  const said = useWords(words);
  const numbers = useNumbers();
  const decimals = decimalsOf(total);
  return (
    <ul className={styles.operands}>
      {(total.parts ?? []).map((part) => (
        <Row key={part.label.sv} sum={part} decimals={decimals} startsOpen />
      ))}
      <li className={`${styles.operand} ${styles.result}`}>
        <span className={styles.sign} aria-hidden="true">
          =
        </span>
        <span className={styles.name}>{said.sum}</span>
        <span className={styles.number}>{numbers.number(total.amountSekPerYear, decimals)}</span>
        <span className={styles.unit}>{said.sekAYear}</span>
      </li>
    </ul>
  );
}

function Row({
  sum,
  decimals,
  startsOpen = false,
}: {
  readonly sum: Sum;
  readonly decimals: number;
  readonly startsOpen?: boolean;
}) {
  const said = useWords(words);
  const name = useLabel()(sum.label);
  const numbers = useNumbers();
  const { alternative } = useTeller();
  const { number, parts = [] } = sum;
  const { button, below } = useUnfolding(name, startsOpen);
  return (
    <li className={styles.operand}>
      <span className={styles.sign} />
      <span className={styles.name}>
        {number === null ? (
          <bdi>{name}</bdi>
        ) : (
          <Door figure={{ what: number.key, alternative }}>
            <bdi>{name}</bdi>
          </Door>
        )}
        {(parts.length > 0 || number !== null) && <> {button}</>}
      </span>
      <span className={styles.number}>{numbers.number(sum.amountSekPerYear, decimals)}</span>
      <span className={styles.unit}>{said.sekAYear}</span>
      {below(() =>
        parts.length > 0 ? (
          <ul className={styles.operands}>
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no key, and their order is the account's
              <Row key={index} sum={part} decimals={decimals} />
            ))}
          </ul>
        ) : (
          number !== null && <NumberBelow reference={{ to: number.key }} />
        ),
      )}
    </li>
  );
}
