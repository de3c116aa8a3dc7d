import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { Door } from './door.tsx';
import type { Bound, Condition, Equation, Note, Operand } from './equation.ts';
import { equationOf } from './equation.ts';
import { type Reference, readExpression } from './expression.ts';
import { Figures } from './figures.tsx';
import { fold } from './fold.ts';
import { FormulaText } from './formula-text.tsx';
import type { Explained, Name } from './telling.ts';
import { TellerProvider, useTeller } from './telling-context.tsx';
import { useUnfolding } from './unfolding.tsx';
import { useExplanation } from './use-explanation.ts';
import styles from './why.module.css';
import { words } from './words.ts';

/** One operation set as an equation: operands under one another, a rule, and what they come to. */
function EquationView({ equation }: { readonly equation: Equation }) {
  const said = useWords(words);
  const { shown, rest, together } = fold(equation);
  const [isWhole, setWhole] = useState(false);
  const { because, operands, bounds, notes, result, form } = equation;
  const isPlain = form === 'same' && bounds.length === 0;
  const { telling } = useTeller();
  return (
    <div className={styles.equation}>
      <Because conditions={because} />
      {notes.map((note) => (
        <EquationNote key={JSON.stringify([note.kind, 'entity' in note && note.entity])} note={note} />
      ))}
      {isPlain && operands.length > 0 ? <p className={styles.lead}>{said.sameAs}</p> : null}
      <ul className={styles.operands}>
        {(isWhole ? operands : shown).map((operand) => (
          <OperandLine key={operands.findIndex(({ subject }) => subject === operand.subject)} operand={operand} />
        ))}
        {rest.length > 0 && (
          <li className={styles.operand}>
            <span className={styles.sign} aria-hidden="true">
              {isWhole || together === undefined ? '' : telling.sign(form === 'product' ? 'times' : 'plus').symbol}
            </span>
            <span className={styles.name}>
              <button
                type="button"
                className={styles.unfold}
                aria-expanded={isWhole}
                onClick={() => setWhole(!isWhole)}
              >
                {isWhole ? said.showFewer : said.andMore(rest.length)}
              </button>
            </span>
            {isWhole || together === undefined ? null : <Figures quantity={together} />}
          </li>
        )}
        {bounds.map((bound, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bounds have no name, and their order is the formula's
          <BoundLine key={index} bound={bound} />
        ))}
        {isPlain && operands.length > 0 ? null : (
          <li className={`${styles.operand} ${styles.result}`}>
            <span className={styles.sign} aria-hidden="true">
              =
            </span>
            <span className="unseen">{said.equals}</span>
            <span className={styles.name} aria-hidden="true">
              {said.result}
            </span>
            <Figures quantity={result} />
          </li>
        )}
      </ul>
    </div>
  );
}

/** One operand, and behind it how it came about. */
function OperandLine({
  operand,
  lead,
  note,
}: {
  readonly operand: Operand;
  readonly lead?: string;
  readonly note?: string;
}) {
  const { telling } = useTeller();
  const name = telling.operand(operand);
  const sign = telling.sign(operand.sign);
  return (
    <Line
      symbol={sign.symbol}
      word={sign.symbol === '' ? (lead ?? sign.word) : sign.word}
      operand={operand}
      name={name}
      note={note}
    />
  );
}

function BoundLine({ bound }: { readonly bound: Bound }) {
  const said = useWords(words);
  const { telling } = useTeller();
  const { kind, operand, tookEffect, without } = bound;
  const text = telling.text(without);
  const note =
    kind === 'floor'
      ? tookEffect
        ? said.floorTook(text)
        : said.floorIdle
      : tookEffect
        ? said.ceilingTook(text)
        : said.ceilingIdle;
  return <OperandLine operand={operand} lead={kind === 'floor' ? said.floor : said.ceiling} note={note} />;
}

function Line({
  symbol,
  word,
  operand,
  name,
  note,
}: {
  readonly symbol: string;
  readonly word: string;
  readonly operand: Operand;
  readonly name: Name;
  readonly note?: string | undefined;
}) {
  const said = useWords(words);
  const { names, alternative } = useTeller();
  const { subject, quantity, notes, below, took, startsOpen } = operand;
  const reference = subject.kind === 'number' ? subject.reference : undefined;
  const number = reference === undefined ? undefined : names.numbers.get(reference.to);
  const isCalculated =
    below !== undefined ||
    (reference !== undefined && (number === undefined || number.kind === 'formula' || number.kind === 'solved'));
  const { isOpen, button, below: unfolded } = useUnfolding(name.label, startsOpen);
  return (
    <li className={styles.operand}>
      <span className={styles.sign} aria-hidden="true">
        {symbol}
      </span>
      <span className={styles.name}>
        {word !== '' && symbol !== '' && <span className="unseen">{word} </span>}
        {word !== '' && symbol === '' && <span className="soft">{word} </span>}
        {reference === undefined ? (
          <bdi>{name.label}</bdi>
        ) : (
          <Door figure={{ what: reference.to, alternative }}>
            <bdi>{name.label}</bdi>
          </Door>
        )}
        {name.apart.length > 0 && (
          <span className="soft">
            {', '}
            <bdi>{name.apart.join(', ')}</bdi>
          </span>
        )}
        {number !== undefined && <Kind number={number} />}
        {isCalculated && <> {button}</>}
        {took === true && <span className={styles.remark}>{said.took}</span>}
        {note !== undefined && <span className={styles.remark}>{note}</span>}
        {notes.map((each, index) =>
          isOpen && (each.kind === 'condition' || each.kind === 'bound') ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes have no name, and their order is the formula's
            <OperandNote key={index} note={each} />
          ),
        )}
      </span>
      <Figures quantity={quantity} />
      {isCalculated &&
        unfolded(() =>
          below === undefined && reference !== undefined ? (
            <NumberBelow reference={reference} />
          ) : (
            below !== undefined && <EquationView equation={below} />
          ),
        )}
    </li>
  );
}

/** A badge for what nobody has measured, and a word for luck and for what a solver found. */
function Kind({ number }: { readonly number: Explained }) {
  const said = useWords(words);
  if (number.kind === 'draw') return <span className="soft"> ({said.luck})</span>;
  if (number.kind === 'solved') return <span className="soft"> ({said.adjusted})</span>;
  if (number.status !== 'assumption' && number.status !== 'synthetic') return null;
  return (
    <>
      {' '}
      <span className="badge">{number.status === 'assumption' ? said.assumption : said.syntheticValue}</span>
    </>
  );
}

/** What is said of an operand in a few words below its name. */
function OperandNote({ note }: { readonly note: Note }) {
  const said = useWords(words);
  const { telling } = useTeller();
  const text = (): ReactNode => {
    switch (note.kind) {
      case 'condition': {
        const { test, holds } = note.condition;
        return said.becauseIn(telling.operand(test).label, holds ? said.yes : said.no);
      }
      case 'bound': {
        const { kind, operand, tookEffect, without } = note.bound;
        const bound =
          operand.subject.kind === 'constant' ? telling.text(operand.quantity) : telling.operand(operand).label;
        const limit = kind === 'floor' ? said.least(bound) : said.most(bound);
        const effect = telling.text(without);
        const took = kind === 'floor' ? said.floorTook(effect) : said.ceilingTook(effect);
        const idle = kind === 'floor' ? said.floorIdle : said.ceilingIdle;
        return `${limit}: ${tookEffect ? took : idle}`;
      }
      case 'of':
        return said.of(telling.thing(note.id));
      case 'ofNone':
        return said.ofNone(telling.entity(note.entity));
      case 'none':
        return said.none(telling.entity(note.entity));
      case 'unread':
        return said.unread(note.texts.length);
      default:
        return null;
    }
  };
  const content = text();
  return content === null ? null : (
    <span className={styles.remark}>
      <bdi>{content}</bdi>
    </span>
  );
}

/** What is said of an equation as a whole, above it. */
function EquationNote({ note }: { readonly note: Note }) {
  const said = useWords(words);
  const { telling } = useTeller();
  switch (note.kind) {
    case 'of':
      return (
        <p className={styles.lead}>
          <bdi>{said.of(telling.thing(note.id))}</bdi>
        </p>
      );
    case 'ofNone':
      return <p className={styles.lead}>{said.ofNone(telling.entity(note.entity))}</p>;
    case 'none':
      return <p className={styles.lead}>{said.none(telling.entity(note.entity))}</p>;
    case 'over': {
      const over = { sum: said.overSum, product: said.overProduct, least: said.overLeast, greatest: said.overGreatest };
      return note.count < 2 ? null : (
        <p className={styles.lead}>{over[note.form](note.count, telling.entity(note.entity))}</p>
      );
    }
    case 'table': {
      const { label, source } = telling.table(note.table);
      return (
        <p className={styles.lead}>
          {said.readFrom(label)} {source === undefined ? null : said.tableSource(source)}
        </p>
      );
    }
    case 'unread':
      return <p className={styles.lead}>{said.unread(note.texts.length)}</p>;
    default:
      return null;
  }
}

/** Why this branch counts, and the others behind their count. */
function Because({ conditions }: { readonly conditions: readonly Condition[] }) {
  const said = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (conditions.length === 0) return null;
  return (
    <div className={styles.because}>
      <p className={styles.lead}>{said.because}</p>
      <ul className={styles.operands}>
        {conditions.map(({ test }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name, and their order is the formula's
          <OperandLine key={index} operand={test} />
        ))}
      </ul>
      <button
        type="button"
        className={styles.unfold}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {said.otherCases(conditions.length)}
      </button>
      <ul id={id} className={styles.others} hidden={!isOpen}>
        {isOpen &&
          conditions.map(({ other }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: branches have no name, and their order is the formula's
            <li key={index}>
              {said.otherwise} <FormulaText text={other} />
            </li>
          ))}
      </ul>
    </div>
  );
}

/** How another number came about, in place; fetched when it did not come along. */
export function NumberBelow({ reference }: { readonly reference: Pick<Reference, 'to'> }) {
  const said = useWords(words);
  const { names, alternative } = useTeller();
  const here = names.numbers.get(reference.to);
  const isHere = here !== undefined && !here.isCut;
  const { data, error, isPlaceholderData } = useExplanation({ what: reference.to, alternative }, !isHere);
  const fetched = isPlaceholderData ? undefined : data;
  const number = isHere ? here : fetched?.numbers.get(reference.to);
  if (number === undefined) {
    if (error !== null || fetched !== undefined) return <p className={styles.lead}>{said.notThere}</p>;
    return (
      <p className={styles.lead} aria-busy="true">
        {said.loadingMore}
      </p>
    );
  }
  const numbers = isHere || fetched === undefined ? names.numbers : new Map([...names.numbers, ...fetched.numbers]);
  return (
    <TellerProvider names={{ ...names, numbers, home: number }} alternative={alternative}>
      <HowNumber number={number} />
    </TellerProvider>
  );
}

/** How a number came about: by its formula, or as an input, by luck, by a solver. */
export function HowNumber({ number }: { readonly number: Explained }) {
  const said = useWords(words);
  const { names, alternative, telling } = useTeller();
  const expression = number.expression === null ? undefined : readExpression(number.expression);
  const solvers: Readonly<Record<string, string>> = {
    huff: said.solvedHuff,
    fuel: said.solvedFuel,
    uplift: said.solvedUplift,
  };
  if (number.kind === 'draw') return <p className={styles.lead}>{said.draw}</p>;
  if (number.kind === 'solved') {
    return (
      <>
        <p className={styles.lead}>
          {said.solved} {solvers[number.solver ?? ''] ?? ''}
        </p>
        <details>
          <summary>
            {said.solvedFrom} ({number.partKeys.length})
          </summary>
          <ul className={styles.plain}>
            {number.partKeys.map((key) => {
              const part = names.numbers.get(key);
              return (
                <li key={key}>
                  <Door figure={{ what: key, alternative }}>
                    <bdi>{part === undefined ? key : [telling.label(part), ...telling.apart(part)].join(', ')}</bdi>
                  </Door>
                </li>
              );
            })}
          </ul>
        </details>
      </>
    );
  }
  if (number.kind === 'input') return <p className={styles.lead}>{said.given}</p>;
  return (
    <>
      {number.isStated && <p className={styles.lead}>{said.stated}</p>}
      {number.isCut && <p className={styles.lead}>{said.cut}</p>}
      {expression === undefined ? null : <EquationView equation={equationOf(expression)} />}
    </>
  );
}
