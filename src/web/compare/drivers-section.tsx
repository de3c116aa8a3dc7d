import { useState } from 'react';
import { driversOf } from '../plots/from-result.ts';
import { TornadoPlot } from '../plots/tornado-plot.tsx';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import styles from './column.module.css';
import { type Given, Section } from './section.tsx';
import { words } from './words.ts';

/** What the difference from doing without hangs on, outcome by outcome. */
export function DriversSection({ result, main, shopNames }: Given) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { percent, number } = useNumbers();
  const [chosen, choose] = useState<string>();
  const own = (result.drivers ?? []).filter(({ alternative }) => alternative === main);
  const keyOf = ({ variable, instance }: (typeof own)[number]): string => `${variable}@${instance}`;
  const open =
    own.find((each) => keyOf(each) === chosen) ??
    own.find(({ variable }) => variable === 'presentValue_society') ??
    own[0];
  const name = result.alternatives.find(({ key }) => key === main);
  const outcomeOf = (each: (typeof own)[number]): string =>
    each.instance === ''
      ? labelOf(each.label)
      : `${labelOf(each.label)}, ${shopNames.get(each.instance) ?? each.instance}`;
  return (
    <Section id="drivers" title={said.drivers}>
      {open === undefined || name === undefined ? (
        <p>{said.noDrivers}</p>
      ) : (
        <>
          <p className="soft">{said.driversLead}</p>
          <div className={`${styles.controls} unprinted`}>
            <label>
              <span className="small soft">{said.outcome}</span>
              <select className="field" value={keyOf(open)} onChange={(event) => choose(event.target.value)}>
                {own.map((each) => (
                  <option key={keyOf(each)} value={keyOf(each)}>
                    {outcomeOf(each)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <TornadoPlot
            title={said.driversTitle(outcomeOf(open), labelOf(name.label))}
            drivers={driversOf(open, labelOf)}
            fileName={`${result.scenario}-${main}-${open.variable}`}
          />
          {open.luckShare === null ? null : (
            <p className="small soft">{said.luck(percent(open.luckShare), number(open.parameterSets))}</p>
          )}
          {open.worthKnowing.length === 0 ? null : (
            <>
              <p>{said.worth}</p>
              <ul>
                {open.worthKnowing.slice(0, 3).map((each) => {
                  const driver = open.byCorrelation.find(({ parameter }) => parameter === each);
                  return <li key={each}>{driver === undefined ? each : labelOf(driver.label)}</li>;
                })}
              </ul>
            </>
          )}
        </>
      )}
    </Section>
  );
}
