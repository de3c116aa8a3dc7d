import type { CalculationView, StatedCalculation } from '../engine/calculation/index.ts';
import { type Language, Numbers } from './numbers.ts';
import { reportTexts } from './report-texts.ts';
import { heading, table } from './tables.ts';

/** A stated calculation as an accountant sets it: what it costs, who finances it, and a year of it seen by each party. */
export function calculationReport(calculation: StatedCalculation, language: Language): string {
  const numbers = new Numbers(language);
  const texts = reportTexts(language);
  const views = Object.values(calculation.views).filter((view): view is CalculationView => view !== undefined);
  const label = calculation.label[language];
  const about = calculation.about === undefined ? '' : ` ${calculation.about[language]}`;
  const kronor = language === 'sv' ? 'kr' : 'SEK';
  const items = calculation.items.map((item) => [item.label[language], numbers.money(item.cost)]);
  const financed = calculation.financing.map((each) => numbers.money(each.amount));
  const categories = (['premises', 'staff', 'other'] as const).filter((category) =>
    views.some((view) => view.runningByCategory[category] !== '0.00'),
  );
  const parts = (view: CalculationView): string[] =>
    [view.depreciation, view.interest, ...categories.map((category) => view.runningByCategory[category])].map(
      (amount) => numbers.money(amount),
    );
  const rows = [
    texts.depreciation,
    texts.interest,
    ...categories.map((category) => texts.running[category] ?? category),
  ].map((name, row) => [name, ...views.map((view) => parts(view)[row] ?? '')]);
  return [
    heading(`${label}.${about}`.replace(/\.$/, '')),
    table([texts.item, kronor], [...items, [texts.total, numbers.money(calculation.totalCost)]]),
    ...(financed.length > 1
      ? [
          '',
          table(
            [texts.financing, kronor],
            calculation.financing.map((each) => [each.label[language], numbers.money(each.amount)]),
          ),
          `${numbers.money(calculation.totalCost)} = ${financed.join(' + ')}`,
        ]
      : []),
    '',
    table(
      [texts.annual, ...views.map((view) => view.label[language])],
      [...rows, [texts.total, ...views.map((view) => numbers.money(view.total))]],
    ),
    ...views.map(
      (view) =>
        `${capital(view.label[language])}: ${numbers.money(calculation.totalCost)} → ${parts(view).join(' + ')} = ${numbers.money(view.total)} ${texts.perYear}`,
    ),
  ].join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
