import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.ts';

describe('explaining a number on the command line', () => {
  it('follows the estimate’s 175 000 down to what was stated and its source', () => {
    const { code, out } = cli('explain', 'scenarios/fliseryd.yaml', 'forkalkyl');
    expect(code).toBe(0);
    expect(out).toContain('projektet: 175 000 SEK/year = 60 000 + 15 000 + 100 000');
    expect(out).toContain('Avskrivning: 60 000 SEK/year = 50 000 + 10 000');
    expect(out).toMatch(/trancheCost@forkalkyl\/001\/remainder\] +500 000 +SEK .*Projektets handlingar/);
    expect(out).toMatch(/linePostCost@forkalkyl\/002\] +350 000/);
  });

  it('follows the shop’s cash in year 7 down to parameters with their status', () => {
    const { code, out } = cli(
      'explain',
      'scenarios/fliseryd.yaml',
      'cash@ica-fliseryd@7',
      '--alternative',
      'servicepunkt',
      '--depth',
      '4',
    );
    expect(code).toBe(0);
    expect(out).toContain('[cash@ica-fliseryd] 2021 =');
    expect(out).toContain('= isOpen ? cashBeforeWithdrawal - withdrawal * step : 0');
    expect(out).toMatch(/\[distanceDecay\] +1,2 .*ANTAGANDE +Huffs exponent/);
    expect(out).toMatch(/\[inhabitants@fliseryd\] +710 +person .*funnen +SCB/);
    expect(out).toMatch(/\[visitsEffect@servicepunkt\]/);
  });

  it('explains a future that is replayed, with its luck', () => {
    const { code, out } = cli('explain', 'scenarios/fliseryd.yaml', 'priceIndex@2016', '--future', '3.4');
    expect(code).toBe(0);
    expect(out).toContain('[groceryPriceShock] 2016');
    expect(out).toContain('(slump)');
  });

  it('asks for what is missing: an unknown variable, an unknown shop, a year outside, a future that is none', () => {
    expect(cli('explain', 'scenarios/fliseryd.yaml', 'cahs')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean cash?'),
    });
    expect(cli('explain', 'scenarios/fliseryd.yaml', 'cash@ica')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no shop «ica»'),
    });
    expect(cli('explain', 'scenarios/fliseryd.yaml', 'cash@2040')).toMatchObject({
      code: 2,
      err: expect.stringContaining('allowed 2014 to 2028'),
    });
    expect(cli('explain', 'scenarios/fliseryd.yaml', 'cash', '--future', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('outer.inner'),
    });
  });
});

describe('the other commands', () => {
  it('validates every scenario that is shipped', () => {
    const { code, out } = cli(
      'validate',
      'scenarios/fliseryd.yaml',
      'scenarios/region-fliseryd.yaml',
      'scenarios/worked-example.yaml',
    );
    expect(code).toBe(0);
    expect(out.match(/inget fel/g)).toHaveLength(3);
  });

  it('runs one alternative year by year, and one future alone', () => {
    const run = cli('run', 'scenarios/fliseryd.yaml', '--draws', '64', '--alternative', 'servicepunkt');
    expect(run.code).toBe(0);
    expect(run.out).toContain('Servicepunkt i butiken');
    const replay = cli('run', 'scenarios/fliseryd.yaml', '--replay', '3.4', '--json');
    expect(JSON.parse(replay.out)).toMatchObject({ format: 'bygdekalkyl/replay@1', future: '3.4', start: 2014 });
  });

  it('replays in the worked example’s likely run the sales of its table: 9 000 000, 9 065 980, 9 132 474,84', () => {
    const { out } = cli('run', 'scenarios/worked-example.yaml', '--replay', 'likely', '--json');
    const sales = JSON.parse(out).series.find((each: { variable: string }) => each.variable === 'sales').values;
    expect(sales.slice(0, 3).map((each: number) => each.toFixed(2))).toEqual([
      '9000000.00',
      '9065980.00',
      '9132474.84',
    ]);
  });

  it('lists parameters with unit, status and source, and as a scenario uses them', () => {
    expect(cli('parameters').out).toMatch(/tradeMargin .*0,18 \/ 0,22 \/ 0,26.*ANTAGANDE/);
    // What is computed unless it is stated shows its formula, and never passes for a number somebody found.
    expect(cli('parameters').out).toMatch(/agencyIncome .*= agencyFixed \+ agencyShare \* turnover .*härledd/);
    const { parameters } = JSON.parse(cli('parameters', 'scenarios/fliseryd.yaml', '--json').out);
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: 'inhabitants', instance: 'fliseryd', stated: 710, status: 'found' }),
    );
  });

  it('prints the model as a document in both languages', () => {
    expect(cli('model').out).toContain('Butikens år');
    expect(cli('model', '--lang', 'en').out).toContain('The shop');
  });
});

describe('wrong use', () => {
  it('is told what is allowed, with exit code 2', () => {
    for (const [words, said] of [
      [['comapre', 'x'], 'compare'],
      [['compare'], "missing required argument 'file'"],
      [['compare', 'scenarios/fliseryd.yaml', '--draws', 'many'], 'A whole number is needed'],
      [['compare', 'scenarios/fliseryd.yaml', '--draws', '0'], 'allowed a whole number from 1'],
      [['compare', 'scenarios/fliseryd.yaml', '--draws', '999999999'], 'allowed a whole number from 1 to 100000000'],
      [['compare', 'scenarios/fliseryd.yaml', '--draws', '100'], 'try 96 or 112'],
      [['compare', 'scenarios/fliseryd.yaml', '--inner', '3'], 'allowed 1, 2, 4, 8, 16, 32 or 64'],
      [['compare', 'scenarios/fliseryd.yaml', '--threads', '0'], 'allowed 1 to 256'],
      [['compare', 'scenarios/fliseryd.yaml', '--block', '100'], 'multiple of 64'],
      [['compare', 'scenarios/fliseryd.yaml', '--backend', 'fortran'], 'Allowed choices are javascript, interpreter'],
      [['run', 'scenarios/fliseryd.yaml', '--alternative', 'nix', '--draws', '16'], 'there are ingen, servicepunkt'],
    ] as const) {
      expect(cli(...words), words.join(' ')).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
    }
  });

  it('is told where a file is wrong, with exit code 3, as text or as JSON', () => {
    expect(cli('compare', 'nowhere.yaml')).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('nowhere.yaml: There is no such file'),
    });
    const { code, err } = cli('compare', 'nowhere.yaml', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(err).error.problems[0]).toMatchObject({ code: 'unknown-file', file: 'nowhere.yaml' });
  });
});
