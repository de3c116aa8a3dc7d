import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { FuturesDocument, type FuturesQuery } from '../generated/graphql.ts';
import { FanPlot } from '../plots/fan-plot.tsx';
import { FanReading } from '../plots/fan-reading.tsx';
import { type FanVariable, fansOf } from '../plots/from-result.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { goTo } from '../work/address.ts';
import type { Change } from '../work/changes.ts';
import { asValues, type Revision, useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { type Given, Section } from './section.tsx';
import { useShop } from './use-shop.tsx';
import { words } from './words.ts';

const variables = ['people', 'customers', 'sales', 'ownerPay', 'cash'] as const satisfies readonly FanVariable[];

/** People, customers, sales, the owner's pay and cash on one time axis, with single futures where somebody wants to see luck. */
export function SeriesSection({ result, shown, main, shopNames }: Given) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { revision, changes, isComputing } = useWork();
  const { shop, choice } = useShop(result, main, shopNames);
  const [wantsFutures, setWantsFutures] = useState(false);
  const [chosen, choose] = useState<string>();
  const ofFutures = chosen !== undefined && shown.includes(chosen) ? chosen : (main ?? shown[0] ?? '');
  const futures = useQuery({
    queryKey: ['futures', revision.id, changes, ofFutures, result.certificate.seed],
    queryFn: async ({ signal }) => await singleFutures(revision, changes, ofFutures, result.certificate.seed, signal),
    enabled: wantsFutures && !isComputing,
  });
  const threadsOf = (variable: string, instance: string): (readonly (number | null)[])[] =>
    wantsFutures
      ? (futures.data ?? []).flatMap(({ series }) =>
          series.filter((each) => each.variable === variable && each.instance === instance).map(({ values }) => values),
        )
      : [];
  const emphasised = wantsFutures ? [ofFutures] : undefined;
  return (
    <Section id="series" title={said.series}>
      <FanReading />
      {choice}
      <div className={`${styles.controls} unprinted`}>
        <button
          type="button"
          className="button"
          aria-pressed={wantsFutures}
          onClick={() => setWantsFutures(!wantsFutures)}
        >
          {wantsFutures ? said.hideFutures : said.futures}
        </button>
        <label>
          <span className="small soft">{said.futuresOf}</span>
          <select className="field" value={ofFutures} onChange={(event) => choose(event.target.value)}>
            {result.alternatives
              .filter(({ key }) => shown.includes(key))
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {labelOf(label)}
                </option>
              ))}
          </select>
        </label>
        <p className="small soft" role="status">
          {wantsFutures ? (futures.isFetching ? said.futuresComing : said.futuresHelp) : ''}
        </p>
      </div>
      <div className={styles.plots}>
        {variables.map((variable) => {
          const instance = variable === 'people' ? undefined : shop;
          if (variable !== 'people' && shop === undefined) return null;
          const series = result.alternatives[0]?.[variable].nodes.find(
            (each) => instance === undefined || each.instance === instance,
          );
          if (series === undefined) return null;
          const fans = fansOf(result, variable, labelOf, series.instance)
            .filter(({ key }) => shown.includes(key))
            .map((fan) => (fan.key === ofFutures ? { ...fan, futures: threadsOf(variable, series.instance) } : fan));
          return (
            <FanPlot
              key={variable}
              title={said[variable]}
              years={result.years}
              fans={fans}
              unit={series.unit}
              size="small"
              emphasised={emphasised}
              onPick={(year, alternative) =>
                goTo({ why: `${variable}@${series.instance}@${year}`, whyOf: alternative, whyView: undefined })
              }
              fileName={`${result.scenario}-${variable}`}
            />
          );
        })}
      </div>
    </Section>
  );
}

type Course = NonNullable<FuturesQuery['draft']['first']>;

async function singleFutures(
  revision: Revision,
  changes: readonly Change[],
  alternative: string,
  seed: string,
  signal: AbortSignal,
): Promise<Course[]> {
  const { draft } = await ask(
    FuturesDocument,
    { revision: revision.id, changes: asValues(changes), alternative, seed, variables: [...variables] },
    signal,
  );
  return [draft.first, draft.second, draft.third, draft.fourth];
}
