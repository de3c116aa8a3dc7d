import type { Label } from '../api/label.ts';
import type { Result } from '../work/work.tsx';
import { type Cell, cellName, columnName, formula, number, type Sheet, text } from './cells.ts';

export type Calculation = Result['calculations'][number];
type Item = Calculation['items'][number];
type Line = Calculation['running'][number];

/** What the sheet says, in the language it is written in. */
export type CalculationWords = {
  readonly howTo: string;
  readonly howRounded: string;
  readonly answer: string;
  readonly view: string;
  readonly depreciation: string;
  readonly interest: string;
  readonly premises: string;
  readonly staff: string;
  readonly other: string;
  readonly total: string;
  readonly investments: string;
  readonly cost: string;
  readonly residual: string;
  readonly life: string;
  readonly rate: string;
  readonly method: string;
  readonly methods: string;
  readonly averageCapital: string;
  readonly openingBalance: string;
  readonly annuity: string;
  readonly shares: string;
  readonly ofInvestment: string;
  readonly called: string;
  readonly payer: string;
  readonly isGrant: string;
  readonly yes: string;
  readonly no: string;
  readonly amount: string;
  readonly remainder: string;
  readonly running: string;
  readonly kind: string;
  readonly posts: string;
  readonly postCost: string;
  readonly otherAmount: string;
  readonly perYear: string;
  readonly yearByYear: string;
  readonly active: string;
  readonly age: string;
  readonly bookValue: string;
  readonly views: string;
  readonly withheld: string;
};

/** A share of an investment that somebody pays, with the cell it stands in. */
type Share = {
  readonly item: Item;
  readonly itemRow: number;
  readonly label: string;
  readonly payer: string;
  readonly isGrant: boolean;
  readonly cost: number;
  readonly residual: number;
  row: number;
};

const categories = ['premises', 'staff', 'other'] as const;

/** Columns before those of the years. */
const before = 5;

/**
 * A calculation as a sheet that computes: what is stated stands in marked cells, and everything else are formulas on them,
 * by the conventions of the engine. Depreciation is even and its last year takes what remains; interest is on the average
 * of cost and residual value, on the opening balance, or within an annuity; amounts are rounded to the öre each, and totals
 * are sums of what is rounded. A share that grants do not cover is the owner's, and follows when cost or grants change.
 *
 * Each formula carries what the engine, or the same arithmetic here, makes of it, so that a preview shows figures too.
 */
export function calculationSheet(
  name: string,
  calculation: Calculation,
  said: CalculationWords,
  spoken: (label: Label) => string,
): Sheet {
  const widths = [56, 26, 24, 16, 16, ...calculation.years.map((_, year) => (year === 0 ? 24 : 14))];
  const rows: Cell[][] = [[text(spoken(calculation.label), 'title')]];
  const add = (...cells: Cell[]): number => rows.push(cells) - 1;
  if (calculation.about) add(text(spoken(calculation.about), 'soft'));
  if (isWithheld(calculation)) {
    add(text(said.withheld, 'soft'));
    return { name, widths: [80], rows };
  }
  add(text(said.howTo, 'soft'));
  add(text(said.howRounded, 'soft'));
  add();
  /** Titles of columns; those of numbers stand to the right, as numbers do. */
  const heading = (words: readonly string[], numbers: readonly string[], last: readonly string[] = []): number =>
    add(
      ...words.map((title) => text(title, 'heading')),
      ...numbers.map((title) => text(title, 'heading-right')),
      ...last.map((title) => text(title, 'heading')),
    );
  const input = (value: number, format: Parameters<typeof number>[1]): Cell =>
    number(value, format, said.withheld, 'input');
  const inputText = (content: string): Cell => text(content, 'input');
  const partyName = partyNamesOf(calculation, spoken);
  const kindName = { premises: said.premises, staff: said.staff, other: said.other };
  const methodName = {
    average_capital: said.averageCapital,
    opening_balance: said.openingBalance,
    annuity: said.annuity,
  };

  // The answer stands first, and is filled in when it is known where its parts stand.
  add(text(`${said.answer} ${calculation.years[0] ?? ''}`, 'strong'));
  heading([said.view], [said.depreciation, said.interest, said.premises, said.staff, said.other, said.total]);
  const answerRow = rows.length;
  for (const _ of calculation.views) add();

  add();
  add(text(said.investments, 'strong'));
  heading([said.called], [said.cost, said.residual, said.life, said.rate], [said.method]);
  const itemRows = calculation.items.map((item) =>
    add(
      text(spoken(item.label)),
      input(Number(item.costSek), 'ore'),
      input(Number(item.residualSek), 'ore'),
      input(item.lifeYears, 'whole'),
      input(item.interestRate, 'percent'),
      inputText(methodName[item.interestMethod]),
    ),
  );
  add(text(said.methods, 'soft'));

  add();
  add(text(said.shares, 'strong'));
  heading([said.ofInvestment, said.called, said.payer, said.isGrant], [said.amount, said.residual]);
  const shares = calculation.items.flatMap((item, index) =>
    sharesOf(item, itemRows[index] as number, said, spoken, partyName),
  );
  for (const share of shares) {
    const { item, itemRow } = share;
    const row = rows.length;
    share.row = row;
    const grants = shares.filter((each) => each.item === item && each.isGrant).map((each) => at(each.row, 4));
    const cost = at(itemRow, 1);
    add(
      text(spoken(item.label)),
      text(share.label),
      inputText(share.payer),
      inputText(share.isGrant ? said.yes : said.no),
      share.isGrant ? input(share.cost, 'ore') : formula(`MAX(0,${[cost, ...grants].join('-')})`, share.cost),
      formula(`IF(${cost}>0,ROUND(${at(row, 4)}*${at(itemRow, 2)}/${cost},2),0)`, share.residual),
    );
  }

  add();
  add(text(said.running, 'strong'));
  heading([said.called, said.kind, said.payer], [said.posts, said.postCost, said.otherAmount, said.perYear]);
  const lineRows = calculation.running.map((line) => {
    const { posts, postCost, otherAmount, perYear } = amountsOf(line);
    const row = rows.length;
    return add(
      text(spoken(line.label)),
      inputText(kindName[line.category]),
      inputText(partyName(line.payer)),
      input(posts, 'decimals'),
      input(postCost, 'ore'),
      input(otherAmount, 'ore'),
      formula(`ROUND(${at(row, 5)}+${at(row, 3)}*${at(row, 4)},2)`, perYear),
    );
  });

  const columns = calculation.years.map((_, year) => before + year);
  const blanks = (count: number): Cell[] => Array.from({ length: count }, () => undefined);
  const yearly = (row: number, cells: readonly Cell[]): void => {
    rows[row] = [...(rows[row] ?? []), ...blanks(before - (rows[row]?.length ?? 0)), ...cells];
  };
  add();
  const headRow = add(
    text(said.yearByYear, 'heading'),
    text(said.payer, 'heading'),
    text(said.isGrant, 'heading'),
    text('', 'heading'),
    text('', 'heading'),
  );
  yearly(
    headRow,
    calculation.years.map((year) => number(year, 'year', said.withheld, 'heading-right')),
  );
  const active = activeYears(calculation);
  const activeRow = add(text(said.active));
  yearly(
    activeRow,
    active.map((is) => input(is ? 1 : 0, 'whole')),
  );
  const ageRow = add(text(said.age));
  const ages = active.map((_, year) => active.slice(0, year + 1).filter(Boolean).length - 1);
  yearly(
    ageRow,
    ages.map((age, year) =>
      formula(`SUM(${at(activeRow, before)}:${cellName(activeRow, before + year)})-1`, age, 'whole'),
    ),
  );

  // Three rows for each share: interest, depreciation, book value.
  const courses = shares.map((share) => courseOf(share, active, ages));
  const block = (title: string, of: 'interest' | 'depreciation' | 'book'): number => {
    const first = rows.length;
    for (const [index, share] of shares.entries()) {
      const row = add(
        text(`${title}: ${spoken(share.item.label)}, ${share.label}`),
        formula(at(share.row, 2), share.payer),
        formula(at(share.row, 3), share.isGrant ? said.yes : said.no),
      );
      yearly(
        row,
        (courses[index]?.[of] ?? []).map((value) => number(value, 'ore', said.withheld)),
      );
    }
    return first;
  };
  const interestRow = block(said.interest, 'interest');
  const depreciationRow = block(said.depreciation, 'depreciation');
  const bookRow = block(said.bookValue, 'book');
  for (const [index, share] of shares.entries()) {
    const course = courses[index] as Course;
    const fill = (row: number, written: (column: number, year: number) => string, values: readonly number[]): void => {
      rows[row] = [
        ...(rows[row] as Cell[]).slice(0, before),
        ...columns.map((column, year) => formula(written(column, year), values[year] as number)),
      ];
    };
    const { itemRow } = share;
    const [cost, residual, life, rate, method] = [1, 2, 3, 4, 5].map((column) => at(itemRow, column)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const ownCost = at(share.row, 4);
    const ownResidual = at(share.row, 5);
    const bookAtStart = (column: number, year: number): string =>
      year === 0 ? ownCost : `IF(${cellName(ageRow, column)}=0,${ownCost},${cellName(bookRow + index, column - 1)})`;
    const inLife = (column: number): string =>
      `AND(${cellName(activeRow, column)}=1,${cellName(ageRow, column)}<${life})`;
    const even = `${ownCost}*(${cost}-${residual})/${cost}/${life}`;
    const discount = `(1+${rate})^(-${life})`;
    const annuity = `IF(${rate}>0,${ownCost}*(${cost}-${residual}*${discount})/${cost}*${rate}/(1-${discount}),${even})`;
    const is = (name: string): string => `${method}="${name}"`;
    fill(
      interestRow + index,
      (column, year) =>
        `IF(AND(${inLife(column)},${cost}>0),ROUND(IF(OR(${is(said.openingBalance)},${is(said.annuity)}),${rate}*${bookAtStart(column, year)},${rate}*${ownCost}*(${cost}+${residual})/${cost}/2),2),0)`,
      course.interest,
    );
    fill(
      depreciationRow + index,
      (column, year) =>
        `IF(AND(${inLife(column)},${cost}>0),ROUND(IF(${cellName(ageRow, column)}+1>=${life},${bookAtStart(column, year)}-${ownResidual},IF(${is(said.annuity)},ROUND(${annuity},2)-${cellName(interestRow + index, column)},${even})),2),0)`,
      course.depreciation,
    );
    fill(
      bookRow + index,
      (column, year) =>
        `IF(${cellName(activeRow, column)}=1,ROUND(${bookAtStart(column, year)}-${cellName(depreciationRow + index, column)},2),0)`,
      course.book,
    );
  }
  const runningRow = rows.length;
  for (const [index, line] of calculation.running.entries()) {
    const from = lineRows[index] as number;
    const { perYear } = amountsOf(line);
    const row = add(
      text(`${said.running}: ${spoken(line.label)}`),
      formula(at(from, 2), partyName(line.payer)),
      formula(at(from, 1), kindName[line.category]),
    );
    yearly(
      row,
      columns.map((column, year) =>
        formula(`${cellName(activeRow, column)}*${at(from, 6)}`, active[year] === true ? perYear : 0),
      ),
    );
  }

  for (const [position, view] of calculation.views.entries()) {
    add();
    const label = spoken(view.label);
    const viewHead = add(
      text(`${said.views}: ${label}`, 'heading'),
      text(label, 'heading'),
      ...Array.from({ length: before - 2 }, () => text('', 'heading')),
    );
    yearly(
      viewHead,
      calculation.years.map((year) => number(year, 'year', said.withheld, 'heading-right')),
    );
    const criterion = `$B$${viewHead + 1}`;
    const range = (first: number, count: number, column: number): string =>
      `${columnName(column)}$${first + 1}:${columnName(column)}$${first + count}`;
    const fixed = (first: number, count: number, letter: string): string =>
      `$${letter}$${first + 1}:$${letter}$${first + count}`;
    const ofShares = (first: number, column: number): string => {
      if (shares.length === 0) return '0';
      const amounts = range(first, shares.length, column);
      if (view.view === 'society') return `SUM(${amounts})`;
      return view.view === 'project'
        ? `SUMIF(${fixed(first, shares.length, 'C')},"${said.no}",${amounts})`
        : `SUMIF(${fixed(first, shares.length, 'B')},${criterion},${amounts})`;
    };
    const ofLines = (category: string, column: number): string => {
      const { length } = calculation.running;
      if (length === 0) return '0';
      const amounts = range(runningRow, length, column);
      const kinds = `${fixed(runningRow, length, 'C')},"${category}"`;
      return view.view === 'society' || view.view === 'project'
        ? `SUMIFS(${amounts},${kinds})`
        : `SUMIFS(${amounts},${kinds},${fixed(runningRow, length, 'B')},${criterion})`;
    };
    const line = (title: string, written: (column: number, year: number) => string, values: readonly number[]) => {
      const row = add(text(title));
      yearly(
        row,
        columns.map((column, year) => formula(written(column, year), values[year] as number)),
      );
      return row;
    };
    const parts = [
      line(
        said.depreciation,
        (column) => ofShares(depreciationRow, column),
        view.byYear.map((year) => Number(year.depreciationSekPerYear)),
      ),
      line(
        said.interest,
        (column) => ofShares(interestRow, column),
        view.byYear.map((year) => Number(year.interestSekPerYear)),
      ),
      ...categories.map((category) =>
        line(
          kindName[category],
          (column) => ofLines(kindName[category], column),
          calculation.years.map((_, year) => runningOf(calculation, view.view, category, year)),
        ),
      ),
    ];
    const totalRow = add(text(said.total, 'sum'), ...Array.from({ length: before - 1 }, () => text('', 'sum')));
    yearly(
      totalRow,
      columns.map((column, year) =>
        formula(
          `SUM(${cellName(parts[0] as number, column)}:${cellName(parts.at(-1) as number, column)})`,
          Number(view.byYear[year]?.totalSekPerYear),
          'ore',
          'sum',
        ),
      ),
    );
    const first = view.firstYear;
    const values = [
      Number(first.depreciationSekPerYear),
      Number(first.interestSekPerYear),
      ...categories.map((category) =>
        Number(first.byCategory.find((each) => each.category === category)?.amountSekPerYear ?? 0),
      ),
    ];
    rows[answerRow + position] = [
      text(label),
      ...parts.map((row, index) => formula(cellName(row, before), values[index] as number)),
      formula(cellName(totalRow, before), Number(first.totalSekPerYear), 'ore', 'strong'),
    ];
  }
  return { name, widths, rows };
}

/** A cell that stays the same wherever a formula is copied to. */
function at(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

function isWithheld({ investmentSek, views }: Calculation): boolean {
  return !Number.isFinite(Number(investmentSek)) || views.length === 0;
}

/** Names of parties as the calculation's views call them. */
function partyNamesOf({ views }: Calculation, spoken: (label: Label) => string): (party: string) => string {
  const names = new Map<string, string>(views.map(({ view, label }) => [view, spoken(label)]));
  return (party) => names.get(party) ?? party;
}

/** The shares of an investment: its grants, and what is left to its owner, even where that is nothing now. */
function sharesOf(
  item: Item,
  itemRow: number,
  said: CalculationWords,
  spoken: (label: Label) => string,
  partyName: (party: string) => string,
): Share[] {
  const stated = item.tranches.map((tranche): Share => {
    const { label, payer, isGrant, costSek, residualSek } = tranche;
    return {
      item,
      itemRow,
      label: spoken(label),
      payer: partyName(payer),
      isGrant,
      cost: Number(costSek),
      residual: Number(residualSek),
      row: -1,
    };
  });
  if (stated.some(({ isGrant }) => !isGrant)) return stated;
  const rest = {
    item,
    itemRow,
    label: said.remainder,
    payer: said.remainder,
    isGrant: false,
    cost: 0,
    residual: 0,
    row: -1,
  };
  return [...stated, rest];
}

/** The parts a running line is reckoned from, SEK a year in full. */
function amountsOf(line: Line): {
  readonly posts: number;
  readonly postCost: number;
  readonly otherAmount: number;
  readonly perYear: number;
} {
  const perYear = Math.max(Number(line.firstYearSek), ...line.byYearSek.map(Number));
  const posts = line.posts ?? 0;
  const postCost = Number(line.postCostSekPerYear ?? 0);
  return { posts, postCost, otherAmount: toOre(perYear - posts * postCost), perYear };
}

/** The years in which the measure goes on, as the calculation shows them. */
function activeYears({ years, running, views }: Calculation): boolean[] {
  const society = views.find(({ view }) => view === 'society');
  const hasRunning = running.some(({ byYearSek }) => byYearSek.some((amount) => Number(amount) !== 0));
  const first = years.findIndex((_, year) => Number(society?.byYear[year]?.totalSekPerYear ?? 0) !== 0);
  return years.map((_, year) => {
    if (first === -1) return true;
    if (!hasRunning) return year >= first;
    return running.some(({ byYearSek }) => Number(byYearSek[year] ?? 0) !== 0);
  });
}

type Course = { readonly interest: number[]; readonly depreciation: number[]; readonly book: number[] };

/** What a share comes to year by year, as the formulas of the sheet have it. */
function courseOf({ item, cost, residual }: Share, active: readonly boolean[], ages: readonly number[]): Course {
  const course: Course = { interest: [], depreciation: [], book: [] };
  const whole = Number(item.costSek);
  const rest = Number(item.residualSek);
  const { lifeYears: life, interestRate: rate, interestMethod: method } = item;
  const even = whole > 0 ? (cost * (whole - rest)) / whole / life : 0;
  const discount = (1 + rate) ** -life;
  const annuity = rate > 0 && whole > 0 ? ((cost * (whole - rest * discount)) / whole) * (rate / (1 - discount)) : even;
  for (const [year, age] of ages.entries()) {
    const start = year === 0 || age === 0 ? cost : (course.book[year - 1] as number);
    const isInLife = active[year] === true && age < life && whole > 0;
    const onAverage = whole > 0 ? (rate * cost * (whole + rest)) / whole / 2 : 0;
    const interest = isInLife ? toOre(method === 'average_capital' ? onAverage : rate * start) : 0;
    const usual = method === 'annuity' ? toOre(annuity) - interest : even;
    const depreciation = isInLife ? toOre(age + 1 >= life ? start - residual : usual) : 0;
    course.interest.push(interest);
    course.depreciation.push(depreciation);
    course.book.push(active[year] === true ? toOre(start - depreciation) : 0);
  }
  return course;
}

function runningOf({ running }: Calculation, view: string, category: string, year: number): number {
  return running
    .filter((line) => line.category === category && (['project', 'society'].includes(view) || line.payer === view))
    .reduce((sum, line) => sum + Number(line.byYearSek[year] ?? 0), 0);
}

function toOre(amount: number): number {
  return (Math.sign(amount) * Math.round(Math.abs(amount) * 100 * (1 + Number.EPSILON))) / 100;
}
