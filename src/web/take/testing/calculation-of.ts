import type { StatedCalculation } from '../../../engine/calculation/index.ts';
import type { Calculation } from '../calculation-sheet.ts';

/** A calculation of the engine as the API gives it to the page. */
export function calculationOf(stated: StatedCalculation): Calculation {
  const { id, label, about, measure, start, years, items, running, financing, totalCost, views } = stated;
  type View = (typeof views)['project'];
  const yearOf = (view: View['byYear'][number], index: number) => ({
    year: start + index,
    depreciationSekPerYear: view.depreciation,
    interestSekPerYear: view.interest,
    runningSekPerYear: view.running,
    totalSekPerYear: view.total,
    byItem: items.map((item, position) => ({
      key: item.id,
      label: item.label,
      depreciationSekPerYear: view.depreciationByItem[position] as string,
      interestSekPerYear: view.interestByItem[position] as string,
    })),
    byCategory: (['premises', 'staff', 'other'] as const).map((category) => ({
      category,
      amountSekPerYear: view.runningByCategory[category],
    })),
  });
  return {
    key: id,
    label,
    about: about ?? null,
    measure,
    investmentSek: totalCost,
    years: Array.from({ length: years }, (_, index) => start + index),
    items: items.map((item) => ({
      key: item.id,
      label: item.label,
      costSek: item.cost,
      lifeYears: item.life,
      interestRate: item.rate,
      interestMethod: item.method.replace('-', '_') as 'average_capital',
      residualSek: item.residual,
      tranches: item.tranches.map((tranche) => ({
        key: tranche.id,
        label: tranche.label,
        payer: tranche.payer as 'municipality',
        isGrant: tranche.isGrant,
        costSek: tranche.cost,
        residualSek: tranche.residual,
      })),
    })),
    financing: financing.map(({ label: called, payer, amount }) => ({
      payer: payer as 'municipality',
      label: called,
      amountSek: amount,
    })),
    running: running.map((line) => ({
      key: line.id,
      label: line.label,
      category: line.category,
      payer: line.payer as 'municipality',
      firstYearSek: line.amount,
      byYearSek: [...line.byYear],
      posts: line.posts ?? null,
      postCostSekPerYear: line.postCost ?? null,
    })),
    views: Object.values(views).map((view: View) => ({
      view: view.id as 'project',
      label: view.label,
      firstYear: yearOf(view, 0),
      byYear: view.byYear.map(yearOf),
    })),
  };
}
