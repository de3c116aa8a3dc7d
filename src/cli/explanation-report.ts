import type { CalculationExplanation } from '../app/explain-number.ts';
import type { StatedPart } from '../engine/calculation/index.ts';
import { type ExplainedValue, type Explanation, referencesOf } from '../engine/explain/index.ts';
import { type Language, Numbers } from './numbers.ts';
import { statedText } from './stated-text.ts';
import { heading, table } from './tables.ts';

const texts = {
  sv: {
    inputs: 'Allt detta vilar på',
    head: ['Vad', 'Värde', 'Enhet', 'Angett', 'Status', 'Källa'],
    before: 'se ovan',
    deeper: 'fler led: --depth',
    stated: 'angett i stället för formeln',
    opening: 'före första året',
    draw: 'slump',
    solved: 'löst ur',
    assumption: 'ANTAGANDE',
    found: 'funnen',
    derived: 'härledd',
    synthetic: 'SYNTETISK',
    givenBy: { scenario: 'scenariot', default: 'förval', program: 'programmet' },
    from: 'av',
  },
  en: {
    inputs: 'All this rests on',
    head: ['What', 'Value', 'Unit', 'Stated', 'Status', 'Source'],
    before: 'see above',
    deeper: 'more steps: --depth',
    stated: 'stated in place of the formula',
    opening: 'before the first year',
    draw: 'luck',
    solved: 'solved by',
    assumption: 'ASSUMPTION',
    found: 'found',
    derived: 'derived',
    synthetic: 'SYNTHETIC',
    givenBy: { scenario: 'the scenario', default: 'default', program: 'the program' },
    from: 'of',
  },
} as const;

/** A number's explanation: its formula with the values in it, each again explained below it, and all inputs at the end. */
export function explanationText(explanation: Explanation, language: Language, depth: number): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  new TreeWriter(explanation, language, depth, seen, lines).write(explanation.root, 0);
  return [...lines, inputsTable([explanation], language)].join('\n');
}

/** A stated calculation's explanation: its sums, then each amount down to what was stated. */
export function calculationExplanationText(
  explained: CalculationExplanation,
  language: Language,
  depth: number,
): string {
  const numbers = new Numbers(language);
  const lines: string[] = [];
  const seen = new Set<string>();
  const write = (part: StatedPart, level: number): void => {
    lines.push(
      `${'  '.repeat(level)}${part.label[language]}: ${numbers.money(part.value)} ${part.unit}${part.parts.length > 1 ? ` = ${part.parts.map((each) => numbers.money(each.value)).join(' + ')}` : ''}`,
    );
    for (const each of part.parts) write(each, level + 1);
    const amount = part.at === undefined ? undefined : explained.amounts[`${part.at.variable}@${part.at.instanceId}`];
    if (amount !== undefined) new TreeWriter(amount, language, depth, seen, lines).write(amount.root, level + 1);
  };
  lines.push(heading(`${explained.calculation.label[language]}, ${explained.view.label[language]}`).trimStart());
  write(explained.total, 0);
  return [...lines, inputsTable(Object.values(explained.amounts), language)].join('\n');
}

class TreeWriter {
  private readonly explanation: Explanation;
  private readonly language: Language;
  private readonly numbers: Numbers;
  private readonly depth: number;
  private readonly seen: Set<string>;
  private readonly lines: string[];

  constructor(explanation: Explanation, language: Language, depth: number, seen: Set<string>, lines: string[]) {
    this.explanation = explanation;
    this.language = language;
    this.numbers = new Numbers(language);
    this.depth = depth;
    this.seen = seen;
    this.lines = lines;
  }

  write(key: string, level: number, below = 0): void {
    const node = this.explanation.nodes[key];
    if (node === undefined) return;
    const pad = '  '.repeat(level);
    const words = texts[this.language];
    const head = `${pad}${nameOf(node, this.language)} = ${this.value(node)}`;
    if (this.seen.has(key)) {
      if (node.kind === 'formula' || node.kind === 'solved') this.lines.push(`${head} (${words.before})`);
      else this.lines.push(head);
      return;
    }
    this.seen.add(key);
    this.lines.push(`${head}${this.note(node)}`);
    if (node.solvedFrom !== undefined) {
      if (below >= this.depth) {
        this.lines.push(`${pad}  … (${words.deeper} ${this.depth + 3})`);
        return;
      }
      for (const need of node.solvedFrom) this.write(need, level + 1, below + 1);
      return;
    }
    if (node.kind !== 'formula' || node.expression === undefined) return;
    if (node.stated !== true) this.lines.push(`${pad}  = ${node.formula}`);
    if (below >= this.depth) {
      this.lines.push(`${pad}  … (${words.deeper} ${this.depth + 3})`);
      return;
    }
    for (const reference of new Set(referencesOf(node.expression))) this.write(reference, level + 1, below + 1);
  }

  private note(node: ExplainedValue): string {
    const words = texts[this.language];
    if (node.stated === true) return ` (${words.stated})`;
    if (node.kind === 'draw') return ` (${words.draw})`;
    if (node.kind === 'solved') return ` (${words.solved} ${node.solver})`;
    return '';
  }

  private value(node: ExplainedValue): string {
    if (typeof node.value === 'boolean')
      return this.language === 'sv' ? (node.value ? 'ja' : 'nej') : node.value ? 'yes' : 'no';
    return `${this.numbers.free(node.value)}${node.unit === '1' ? '' : ` ${node.unit}`}`;
  }
}

function nameOf(node: ExplainedValue, language: Language): string {
  const year =
    node.year === undefined ? '' : node.year === 'opening' ? `, ${texts[language].opening}` : ` ${node.year}`;
  return `${node.label[language]} [${node.variable}${node.instanceId === '' ? '' : `@${node.instanceId}`}]${year}`;
}

function inputsTable(explanations: readonly Explanation[], language: Language): string {
  const numbers = new Numbers(language);
  const words = texts[language];
  const inputs = new Map<string, ExplainedValue>();
  for (const explanation of explanations) {
    for (const node of Object.values(explanation.nodes)) if (node.kind === 'input') inputs.set(node.key, node);
  }
  const rows = [...inputs.values()].map((node) => {
    const about = node.provenance;
    const stated =
      about === undefined
        ? ''
        : `${statedText(about.stated, numbers)}${about.priceYear === undefined || about.priceFactor === 1 || about.priceFactor === undefined ? '' : ` (${about.priceYear}) × ${numbers.free(about.priceFactor)}`}, ${words.givenBy[about.givenBy]}`;
    return [
      `${node.label[language]} [${node.variable}${node.instanceId === '' ? '' : `@${node.instanceId}`}]`,
      typeof node.value === 'number' ? numbers.free(node.value) : String(node.value),
      node.unit === '1' || node.unit === 'boolean' ? '' : node.unit,
      stated,
      about?.status === undefined ? '' : words[about.status],
      about?.source ?? '',
    ];
  });
  return [heading(words.inputs), table(words.head, rows, [0, 2, 3, 4, 5])].join('\n');
}
