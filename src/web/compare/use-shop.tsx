import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import type { Result } from '../work/work.tsx';
import styles from './column.module.css';
import { words } from './words.ts';

/**
 * Which shop plots show, where there are several: what hosts the measure that the answer is about, otherwise the first.
 *
 * @returns its id, undefined where there is none, and the choice to put on the page
 */
export function useShop(result: Result, main: string | undefined, shopNames: ReadonlyMap<string, string>) {
  const said = useWords(words);
  const { number } = useNumbers();
  const [chosen, choose] = useState<string>();
  const survival = result.alternatives[0]?.survival;
  const shops = survival?.nodes.map(({ shop }) => shop) ?? [];
  const host = result.alternatives
    .find(({ key }) => key === main)
    ?.measures.nodes.map((measure) => measure.host)
    .find((each) => each !== null && shops.includes(each));
  const shop = chosen !== undefined && shops.includes(chosen) ? chosen : (host ?? shops[0]);
  const count = survival?.totalCount ?? 0;
  const choice =
    shops.length < 2 ? null : (
      <div className={styles.controls}>
        <label>
          <span className="small soft">{said.shop}</span>
          <select className="field" value={shop} onChange={(event) => choose(event.target.value)}>
            {shops.map((each) => (
              <option key={each} value={each}>
                {shopNames.get(each) ?? each}
              </option>
            ))}
          </select>
        </label>
        {count > shops.length ? (
          <p className="small soft">{said.manyShops(number(count), number(shops.length))}</p>
        ) : null}
      </div>
    );
  return { shop, choice };
}
