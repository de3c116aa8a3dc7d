import { useEffect, useRef, useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { roundedTo } from '../answer/about-amount.ts';
import { type Segment, segmentsOf, toldAnswer, triedOf } from '../answer/even-segments.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import { type BreakEvens, useWork } from '../work/work.tsx';
import styles from './column.module.css';
import { numberIn, scenarioPaths, triedValue } from './scenario-path.ts';
import { type Given, Section } from './section.tsx';
import { words } from './words.ts';

type Even = BreakEvens[number];

/** What it would take for the alternative to pay off for society, with sliders to try. */
export function BreakEvenSection({ result, main, shopNames }: Given) {
  const said = useWords(words);
  const { breakEven, isComputingBreakEven, breakEvenError } = useWork();
  const own = (breakEven ?? []).filter(
    ({ alternative, variable }) => alternative === main && variable === 'presentValue_society',
  );
  return (
    <Section id="even" title={said.even}>
      {main === undefined ? null : breakEven === undefined ? (
        <p className="soft" style={{ minHeight: '12rem' }}>
          {isComputingBreakEven ? said.computingEven : breakEvenError === undefined ? said.evenNone : said.evenFailed}
        </p>
      ) : own.length === 0 ? (
        <p>{said.evenNone}</p>
      ) : (
        <>
          <p className="soft unprinted">{said.evenLead}</p>
          <ul className={`${styles.evens} ${isComputingBreakEven ? 'becoming' : ''}`}>
            {own.map((each) => (
              <EvenSlider key={each.quantity.path} even={each} result={result} shopNames={shopNames} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function EvenSlider({
  even,
  result,
  shopNames,
}: {
  readonly even: Even;
  readonly result: Given['result'];
  readonly shopNames: ReadonlyMap<string, string>;
}) {
  const said = useWords(words);
  const labelOf = useLabel();
  const { percent, withUnit } = useNumbers();
  const { revision, changes, change, revert } = useWork();
  const { quantity } = even;
  const isShare = quantity.unit === '1';
  // The range stays as it was when it first came: one that moves with the value could not be dragged along.
  const first = useRef({ ...triedOf(even), likely: quantity.likely ?? 0 });
  const { low, high, likely: stated } = first.current;
  const paths = scenarioPaths(quantity, revision);
  const [path] = paths;
  const changed = changes.find((each) => each.path === path);
  const now = (changed && numberIn(changed.value)) ?? quantity.likely ?? 0;
  const [held, hold] = useState(now);
  useEffect(() => hold(now), [now]);
  const step = stepOf(high - low);
  const written = (value: number): string =>
    isShare ? percent(value, high - low < 0.5 ? 1 : 0) : withUnit(roundedTo(value, 3), quantity.unit);
  const segments = segmentsOf(even);
  const alternative = result.alternatives.find(({ key }) => key === even.alternative);
  const [baseline] = result.alternatives;
  const who = ({ ahead }: Segment): string => {
    if (ahead === 'alternative')
      return said.alternativeAhead(alternative === undefined ? '' : labelOf(alternative.label));
    if (ahead === 'baseline') return said.baselineAhead(baseline === undefined ? '' : labelOf(baseline.label));
    return ahead === 'even' ? said.evenAhead : said.noneAhead;
  };
  const sentence = (segment: Segment, index: number): string =>
    index === 0
      ? said.below(written(segment.to), who(segment))
      : index === segments.length - 1
        ? said.above(written(segment.from), who(segment))
        : said.between(written(segment.from), written(segment.to), who(segment));
  const [only] = segments;
  const share = (value: number): number => Math.min(100, Math.max(0, (100 * (value - low)) / (high - low)));
  const place = revision.places.find(({ key }) => key === quantity.instance);
  const owner = shopNames.get(quantity.instance) ?? (place && labelOf(place.label));
  const name = owner === undefined ? labelOf(quantity.label) : `${labelOf(quantity.label)}, ${owner}`;
  const points = toldAnswer(even)
    .points.map(({ at }) => at)
    .filter((at) => at !== null && segments.some(({ from }) => from === at)) as number[];
  return (
    <li>
      <Slider
        className={styles.slider ?? ''}
        value={Math.min(high, Math.max(low, held))}
        minValue={low}
        maxValue={high}
        step={step}
        isDisabled={path === undefined || low >= high}
        formatOptions={isShare ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 }}
        onChange={(value) => hold(value)}
        onChangeEnd={(value) => {
          if (value === now) return;
          for (const each of paths) change(each, triedValue(value));
        }}
      >
        <Label className={styles.sliderLabel ?? ''}>
          <bdi>{name}</bdi>
        </Label>
        <span>
          {quantity.isAssumption ? <span className="badge">{said.assumption}</span> : null}{' '}
          <SliderOutput>{written(held)}</SliderOutput>
        </span>
        <SliderTrack
          className={points.length === 0 ? (styles.track ?? '') : `${styles.track} ${styles.trackWithPoints}`}
        >
          <div className={styles.rail} />
          {segments
            .filter(({ ahead }) => ahead === 'alternative')
            .map(({ from, to }) => (
              <div
                key={from}
                className={`${styles.stretch} ${styles.stretchAhead}`}
                style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }}
              />
            ))}
          {points.map((at) => (
            <div key={at}>
              <div className={styles.tick} style={{ left: `${share(at)}%` }} />
              <span className={`${styles.tickLabel} ${edgeClass(share(at))}`} style={{ left: `${share(at)}%` }}>
                {said.breakEven} {written(at)}
              </span>
            </div>
          ))}
          <SliderThumb className={styles.thumb ?? ''} />
        </SliderTrack>
        <span className={styles.ends}>
          <span>{written(low)}</span>
          <span>{written(high)}</span>
        </span>
      </Slider>
      <p>
        {segments.length === 1 && only !== undefined ? said.evenSteady(who(only)) : segments.map(sentence).join(' ')}{' '}
        {changed === undefined ? null : (
          <>
            {said.asStated} {written(stated)}.{' '}
            <button
              type="button"
              className={styles.order}
              aria-label={`${said.reset}: ${name}`}
              onClick={() => {
                for (const each of paths) revert(each);
              }}
            >
              {said.reset}
            </button>
          </>
        )}
      </p>
      {even.whyNone === null ? null : <p className="small soft">{even.whyNone}</p>}
    </li>
  );
}

function edgeClass(percent: number): string {
  if (percent < 25) return styles.tickLabelFirst ?? '';
  return percent > 65 ? (styles.tickLabelLast ?? '') : '';
}

/** Some two hundred steps over the range, each of a round number. */
function stepOf(range: number): number {
  const rough = range / 200;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return Number(((rough / power >= 5 ? 5 : rough / power >= 2 ? 2 : 1) * power).toPrecision(3));
}
