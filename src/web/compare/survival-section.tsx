import { CausesPlot } from '../plots/causes-plot.tsx';
import { closuresOf, survivalsOf } from '../plots/from-result.ts';
import { SurvivalPlot } from '../plots/survival-plot.tsx';
import { useLabel, useWords } from '../words/language.tsx';
import { goTo } from '../work/address.ts';
import styles from './column.module.css';
import { type Given, Section } from './section.tsx';
import { useShop } from './use-shop.tsx';
import { words } from './words.ts';

/** In how many futures the shop still stands, and why it does not in the others. */
export function SurvivalSection({ result, shown, main, shopNames }: Given) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { shop, choice } = useShop(result, main, shopNames);
  const isShown = ({ key }: { readonly key: string }): boolean => shown.includes(key);
  return (
    <Section id="survival" title={said.survival}>
      {shop === undefined ? (
        <p>{said.noShop}</p>
      ) : (
        <>
          <p className="soft">{said.survivalLead}</p>
          {choice}
          <div className={styles.survivals}>
            <SurvivalPlot
              years={result.years}
              survivals={survivalsOf(result, labelOf, shop).filter(isShown)}
              emphasised={main === undefined ? undefined : [main]}
              onPick={(year, alternative) =>
                goTo({ why: `standsAtEnd@${shop}@${year}`, whyOf: alternative, whyView: undefined })
              }
              fileName={`${result.scenario}-${shop}-survival`}
            />
            <CausesPlot
              years={result.years}
              closures={closuresOf(result, labelOf, shop).filter(isShown)}
              fileName={`${result.scenario}-${shop}-causes`}
            />
          </div>
        </>
      )}
    </Section>
  );
}
