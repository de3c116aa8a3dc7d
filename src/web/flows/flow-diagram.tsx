import { useId, useState } from 'react';
import { type Drawing, PlotFrame } from '../plots/plot-frame.tsx';
import { textLines, textWidth } from '../plots/text-lines.ts';
import { useLabel, useWords } from '../words/language.tsx';
import { useNumbers } from '../words/use-numbers.ts';
import styles from './flow-diagram.module.css';
import { flowLayout, type PartyBar, type Ribbon, ribbonPath } from './flow-layout.ts';
import type { FlowsOfAlternative } from './flow-line.ts';
import { type Amounts, partyLabels, paymentsIn } from './flow-sums.ts';
import { FlowTable } from './flow-table.tsx';
import { words } from './words.ts';

/** What a diagram of flows is given. */
export type FlowDiagramProps = {
  /** Every alternative of the result, with `ledger.nodes` as its lines. */
  readonly alternatives: readonly FlowsOfAlternative[];
  /** Key of the alternative shown first; the one after the baseline unless stated. */
  readonly first?: string | undefined;
  /** Which amounts: of the likely future (unless stated) or the average over futures. */
  readonly amounts?: Amounts | undefined;
  /** Somebody asks about a flow in a year. */
  readonly onPick?: ((flow: string, year: number, alternative: string) => void) | undefined;
  readonly fileName?: string | undefined;
};

const publicParties: ReadonlySet<string> = new Set(['municipality', 'region', 'state', 'eu']);

/** Who pays whom in a year: payers to the left, receivers to the right, and the same as a table. */
export function FlowDiagram({ alternatives, first, amounts = 'likely', onPick, fileName }: FlowDiagramProps) {
  const said = useWords(words);
  const labelOf = useLabel();
  const numbers = useNumbers();
  const id = useId();
  const [key, setKey] = useState(first);
  const [asked, setYear] = useState<number>();
  const [party, setParty] = useState('near');
  const chosen = alternatives.find((each) => each.key === key) ?? alternatives[1] ?? alternatives[0] ?? undefined;
  if (chosen === undefined) return null;
  const years = [...new Set(chosen.lines.flatMap((line) => line.years))].sort((a, b) => a - b);
  const earliest = years[0] ?? 0;
  const latest = years.at(-1) ?? 0;
  const year = Math.min(latest, Math.max(earliest, asked ?? earliest));

  const labels = partyLabels(alternatives.flatMap(({ lines }) => lines));
  const nameOf = (of: string): string => {
    const label = labels.get(of);
    return label === undefined ? of : labelOf(label);
  };
  // Whoever pays in some year of some alternative can be chosen, so that the choice stays while years go by.
  const parties = [
    ...new Set(
      alternatives.flatMap(({ lines }) =>
        lines.filter(({ basis }) => basis.includes('cash')).flatMap(({ from, to }) => [from, to]),
      ),
    ),
  ]
    .filter((each) => each !== 'resource')
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const shown = paymentsIn(chosen.lines, year, amounts, party);
  const title = said.title(chosen.label, year);
  const sentence = shown
    .slice(0, 6)
    .map(({ from, to, amountSek }) => said.payment(capital(nameOf(from)), nameOf(to), numbers.sek(amountSek)))
    .join('; ');
  const more = shown.length > 6 ? `, ${said.andMore(shown.length - 6)}` : '';

  const draw = (width: number): Drawing => {
    const fontSize = width < 480 ? 12.5 : 14;
    const lineHeight = Math.round(fontSize * 1.25);
    const texts = shown.flatMap(({ from, to }) => [nameOf(from), nameOf(to)]);
    const widest = Math.max(
      ...texts.map((text) => textWidth(text, fontSize * 1.06)),
      textWidth('00 000 000 kr', fontSize),
    );
    const names = Math.min(widest + 12, (width < 520 ? 0.31 : 0.24) * width);
    const sides = ['payer', 'receiver'] as const;
    const most = Math.max(
      1,
      ...sides.map((side) => new Set(shown.map((each) => (side === 'payer' ? each.from : each.to))).size),
    );
    const room = 2 * lineHeight + 8;
    const height = most * room + Math.min(220, 45 * shown.length);
    const { bars, ribbons } = flowLayout(shown, names, width - names, height, room);
    const isPublic = ({ payment }: Ribbon): boolean => publicParties.has(payment.from);
    // Public money is seldom much of all: it lies on top.
    const byColour = ribbons.toSorted((a, b) => Number(isPublic(a)) - Number(isPublic(b)));
    return {
      height,
      marks: (
        <g fontSize={fontSize}>
          {byColour.map((ribbon) => {
            const { payment } = ribbon;
            return (
              <path
                key={`${payment.from} ${payment.to}`}
                d={ribbonPath(ribbon)}
                fill="none"
                strokeWidth={Math.max(1, ribbon.thickness)}
                className={isPublic(ribbon) ? styles.public : styles.private}
              >
                <title>
                  {said.payment(capital(nameOf(payment.from)), nameOf(payment.to), numbers.sek(payment.amountSek))}
                </title>
              </path>
            );
          })}
          {bars.map((bar) => (
            <PartyMark
              key={`${bar.side} ${bar.party}`}
              bar={bar}
              name={capital(nameOf(bar.party))}
              amount={numbers.sek(bar.amountSek)}
              width={names - 8}
              fontSize={fontSize}
              lineHeight={lineHeight}
            />
          ))}
        </g>
      ),
    };
  };

  return (
    <div>
      <div className={`${styles.choices} unprinted`}>
        <label htmlFor={`${id}alternative`}>
          <span>{said.alternative}</span>
          <select
            id={`${id}alternative`}
            className="field"
            value={chosen.key}
            onChange={(event) => setKey(event.target.value)}
          >
            {alternatives.map((each) => (
              <option key={each.key} value={each.key}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}party`}>
          <span>{said.whose}</span>
          <select id={`${id}party`} className="field" value={party} onChange={(event) => setParty(event.target.value)}>
            <option value="near">{said.near}</option>
            <option value="all">{said.everything}</option>
            {parties.map((each) => (
              <option key={each} value={each}>
                {said.only(nameOf(each))}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}year`} className={styles.years}>
          <span>
            {said.year} <output htmlFor={`${id}year`}>{year}</output>
          </span>
          <input
            id={`${id}year`}
            type="range"
            min={earliest}
            max={latest}
            step={1}
            value={year}
            onChange={(event) => setYear(Number(event.target.value))}
          />
        </label>
      </div>
      {shown.length === 0 ? (
        <p role="status">{said.nobody}</p>
      ) : (
        <PlotFrame
          title={title}
          label={said.summary(title, `${sentence}${more}.`)}
          note={`${amounts === 'likely' ? said.inLikely : said.inMean} ${said.reading}`}
          fileName={fileName}
          draw={draw}
          table={
            <FlowTable
              caption={title}
              payments={shown}
              nameOf={(of) => capital(nameOf(of))}
              onPick={onPick === undefined ? undefined : (flow) => onPick(flow, year, chosen.key)}
            />
          }
        />
      )}
    </div>
  );
}

function PartyMark({
  bar,
  name,
  amount,
  width,
  fontSize,
  lineHeight,
}: {
  readonly bar: PartyBar;
  readonly name: string;
  readonly amount: string;
  readonly width: number;
  readonly fontSize: number;
  readonly lineHeight: number;
}) {
  const isPayer = bar.side === 'payer';
  const x = isPayer ? bar.left - 8 : bar.right + 8;
  const middle = (bar.top + bar.bottom) / 2;
  const line = textLines(name, fontSize, width, 1)[0] ?? '';
  return (
    <g textAnchor={isPayer ? 'end' : 'start'}>
      <rect
        x={bar.left}
        y={bar.top}
        width={bar.right - bar.left}
        height={Math.max(1, bar.bottom - bar.top)}
        className={styles.bar}
      />
      <text x={x} y={middle - lineHeight / 2 + fontSize * 0.35} className={styles.ink} fontWeight={600}>
        {line}
      </text>
      <text x={x} y={middle + lineHeight / 2 + fontSize * 0.35} className={styles.soft}>
        {amount}
      </text>
    </g>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
