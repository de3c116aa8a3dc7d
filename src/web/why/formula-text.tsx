import { Door } from './door.tsx';
import { tokensOf } from './formula-tokens.ts';
import { useTeller } from './telling-context.tsx';
import styles from './why.module.css';

/** A formula as it is written; what it names opens, and says what it is called. */
export function FormulaText({ text }: { readonly text: string }) {
  const { names, telling, alternative } = useTeller();
  const numberOf = (variable: string) => {
    const all = [...names.numbers.values()].filter((number) => number.variable === variable);
    return all.find(({ instance }) => instance === names.home?.instance) ?? all[0];
  };
  return (
    <code className={styles.formula}>
      {tokensOf(text).map(({ at, token, isName }) => {
        const number = isName ? numberOf(token) : undefined;
        return number === undefined ? (
          <span key={at}>{token}</span>
        ) : (
          <Door key={at} figure={{ what: number.key, alternative }} label={telling.label(number)}>
            {token}
          </Door>
        );
      })}
    </code>
  );
}
