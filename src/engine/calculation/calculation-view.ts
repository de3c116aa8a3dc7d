import { type BothLanguages, type Party, parties, partyNames } from '../compile/index.ts';
import { sumOre } from '../finance/index.ts';
import { type RunningCategory, runningCategories } from '../scenario/index.ts';
import type { OreText, StatedItem, StatedLine, StatedTranche } from './stated-parts.ts';

/** From where a calculation is seen: by the project, by a party, or by society. */
export type ViewId = 'project' | 'society' | Party;

/** What one year costs in one view. */
export type ViewYear = {
  readonly depreciation: OreText;
  readonly interest: OreText;
  readonly running: OreText;
  /** Depreciation, interest and running cost together. */
  readonly total: OreText;
  /** One amount for each item of the calculation, in their order. */
  readonly depreciationByItem: readonly OreText[];
  readonly interestByItem: readonly OreText[];
  readonly runningByCategory: Readonly<Record<RunningCategory, OreText>>;
};

/** A calculation from one point of view: the first year, and every year. */
export type CalculationView = ViewYear & {
  readonly id: ViewId;
  readonly label: BothLanguages;
  readonly byYear: readonly ViewYear[];
};

/** The project first, then each party that pays anything, in their fixed order, and society last. */
export type CalculationViews = Readonly<Record<'project' | 'society', CalculationView>> &
  Readonly<Partial<Record<Party, CalculationView>>>;

/** Whether a view counts a tranche: the project what its owner bears, a party what it pays, society all. */
export function viewHasTranche(view: ViewId, tranche: Pick<StatedTranche, 'payer' | 'isGrant'>): boolean {
  if (view === 'society') return true;
  return view === 'project' ? !tranche.isGrant : tranche.payer === view;
}

/** Whether a view counts a running line: a party what it pays, the project and society all. */
export function viewHasLine(view: ViewId, line: Pick<StatedLine, 'payer'>): boolean {
  return view === 'project' || view === 'society' || line.payer === view;
}

/** Every view of a calculation. */
export function viewsOf(items: readonly StatedItem[], running: readonly StatedLine[], years: number): CalculationViews {
  const paid = [
    ...items.flatMap((item) => item.tranches).map(({ payer, cost }) => ({ payer, amount: cost })),
    ...running.flatMap(({ payer, byYear }) => byYear.map((amount) => ({ payer, amount }))),
  ];
  const paying = parties.filter((party) => paid.some(({ payer, amount }) => payer === party && amount !== '0.00'));
  const view = (id: ViewId): CalculationView => {
    const byYear = Array.from({ length: years }, (_, year) => viewYear(id, items, running, year));
    const label = id === 'project' ? { sv: 'projektet', en: 'the project' } : partyNames[id];
    return { id, label, ...(byYear[0] as ViewYear), byYear };
  };
  const ofParties = Object.fromEntries(paying.map((party) => [party, view(party)]));
  return { project: view('project'), ...ofParties, society: view('society') };
}

function viewYear(view: ViewId, items: readonly StatedItem[], running: readonly StatedLine[], year: number): ViewYear {
  const byItem = (amounts: 'depreciation' | 'interest'): OreText[] =>
    items.map(({ tranches }) =>
      total(tranches.filter((tranche) => viewHasTranche(view, tranche)).map((tranche) => tranche[amounts][year])),
    );
  const lines = running.filter((line) => viewHasLine(view, line));
  const ofCategory = (category: RunningCategory): OreText =>
    total(lines.filter((line) => line.category === category).map((line) => line.byYear[year]));
  const depreciationByItem = byItem('depreciation');
  const interestByItem = byItem('interest');
  const runningByCategory = Object.fromEntries(
    runningCategories.map((category) => [category, ofCategory(category)]),
  ) as Record<RunningCategory, OreText>;
  const depreciation = total(depreciationByItem);
  const interest = total(interestByItem);
  const cost = total(Object.values(runningByCategory));
  return {
    depreciation,
    interest,
    running: cost,
    total: total([depreciation, interest, cost]),
    depreciationByItem,
    interestByItem,
    runningByCategory,
  };
}

function total(amounts: readonly (OreText | undefined)[]): OreText {
  return sumOre(amounts as readonly OreText[]).toFixed(2);
}
