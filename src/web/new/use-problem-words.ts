import type { Allowed } from '../village/allowed.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { unitInWords } from '../words/numbers.ts';
import { useNumbers } from '../words/use-numbers.ts';
import type { FieldProblem } from './field-problem.ts';
import { calendarYear } from './fields.ts';
import { words } from './words.ts';

/** Says what is wrong with a field: what stands there, what may, and what to do. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const said = useWords(words);
  const bound = useBound();
  const { number } = useNumbers();
  return (problem) => {
    switch (problem.code) {
      case 'missing':
        return said.missing;
      case 'no-number':
        return said.noNumber;
      case 'ambiguous':
        return said.ambiguous;
      case 'disorder':
        return said.disorder;
      case 'unseen':
        return said.unseen;
      case 'both-coordinates':
        return said.bothCoordinates;
      case 'twice':
        return said.twice;
      case 'too-long':
        return said.tooLong(number(problem.length), number(problem.most));
      case 'too-small':
        return said.tooSmall(bound(problem.allowed.minimum ?? 0, problem.unit));
      case 'too-large':
        return said.tooLarge(bound(problem.allowed.maximum ?? 1e15, problem.unit));
      case 'not-whole':
        return said.notWhole;
      case 'km-needed':
        return problem.why === 'island' ? said.kmIsland : said.kmPosition;
      case 'service':
        if (problem.of === 'over-sea') return said.overSea;
        if (problem.of === 'at-sea') return said.atSea;
        if (problem.of === 'no-solution') return said.noSolution;
        return said.service([problem.message, problem.allowed, problem.hint].filter((part) => part).join(' · '));
    }
  };
}

/** Writes what may stand in a field. */
export function useAllowedWords(): (allowed: Allowed, unit: string) => string | undefined {
  const said = useWords(words);
  const bound = useBound();
  return ({ minimum, maximum }, unit) => {
    if (minimum === undefined) return undefined;
    // That a number is not negative needs no words.
    if (maximum === undefined) return minimum === 0 ? undefined : said.allowedLeast(bound(minimum, unit));
    return said.allowed(bound(minimum, ''), bound(maximum, unit));
  };
}

function useBound(): (value: number, unit: string) => string {
  const language = useLanguage();
  const { number } = useNumbers();
  return (value, unit) =>
    unit === calendarYear
      ? String(value)
      : [number(value), unitShown(unit, language)].filter((part) => part !== '').join('\u00a0');
}

/** A unit as it stands after a field. */
export function unitShown(unit: string, language: 'sv' | 'en'): string {
  if (unit === 'm2') return 'm²';
  return unit === '%' ? unit : unitInWords(unit, language);
}
