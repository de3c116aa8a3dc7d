import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.ts';

const fliseryd = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '256');

describe('comparing Fliseryd, servicepunkt or none, on the command line', () => {
  it('ends well and says nothing on standard error', () => {
    expect(fliseryd).toMatchObject({ code: 0, err: '' });
  });

  it('prints the estimate to the krona: 600 000 gives 60 000 + 15 000 + 30 000 + 70 000 = 175 000 a year', () => {
    expect(fliseryd.out).toContain('600 000 → 60 000 + 15 000 + 30 000 + 70 000 = 175 000 kr om året');
  });

  it('prints the final account: 545 333 = 242 381 + 200 000 + 102 952', () => {
    expect(fliseryd.out).toContain('545 333 = 242 381 + 200 000 + 102 952');
  });

  it('prints 100 000 a year in the project’s view, 112 869 in the municipality’s and 168 166,63 in society’s', () => {
    // 102 952 / 10 = 10 295,20; 102 952 · 5 % / 2 = 2 573,80; 30 000 + 70 000 + 10 295,20 + 2 573,80 = 112 869
    expect(fliseryd.out).toContain('Projektet: 545 333 → 0 + 0 + 30 000 + 70 000 = 100 000 kr om året');
    expect(fliseryd.out).toContain('Kommunen: 545 333 → 10 295,20 + 2 573,80 + 30 000 + 70 000 = 112 869 kr om året');
    expect(fliseryd.out).toContain(
      'Samhället: 545 333 → 54 533,30 + 13 633,33 + 30 000 + 70 000 = 168 166,63 kr om året',
    );
  });

  it('sets the futures side by side: people, customers, sales, pay, cash, survival by cause, payers, present values', () => {
    for (const heading of [
      'Svaret i korthet',
      'Alternativen sida vid sida',
      'Invånare',
      'Kunder',
      'Försäljning, tkr',
      'Ägarens lön, tkr',
      'Butikens kassa, tkr',
      'Står butiken kvar?',
      'ingen efterträdare',
      'Vem betalar vad',
      'Nuvärde per part',
      'Servicepunkt i butiken: skillnad mot ingen servicepunkt',
      'Om avtalet inte förnyas',
      'Antaganden som ingen har mätt',
      'resultHash',
    ]) {
      expect(fliseryd.out).toContain(heading);
    }
  });

  it('says that the shop’s turnover and the effect on visits are assumptions', () => {
    expect(fliseryd.out).toMatch(/Butikens omsättning vid starten \(ica-fliseryd\) +9 000 000/);
    expect(fliseryd.out).toMatch(/Ökade butiksbesök +0 \/ 0,02 \/ 0,05/);
  });

  it('leads with the values that decide and that nobody has measured, before any chance', () => {
    const short = fliseryd.out.slice(fliseryd.out.indexOf('Svaret i korthet'));
    const [first = ''] = short.split('\n').slice(2);
    expect(first).toMatch(/^· «Servicepunkt i butiken» .* ökade butiksbesök .* Det är ett antagande .* som avgör\.$/);
    expect(short.indexOf('Det är ett antagande')).toBeLessThan(short.indexOf('Av 100 tänkbara framtider'));
  });

  it('tells what makes the alternatives even, and what drives the difference', () => {
    expect(fliseryd.out).toContain(
      'Vad krävs för att «Servicepunkt i butiken» och «Ingen servicepunkt» ska väga lika?',
    );
    expect(fliseryd.out).toMatch(/Ökade butiksbesök .* för samhället +sämre → .* % → bättre/);
    expect(fliseryd.out).toContain('Vad driver skillnaden mellan «Servicepunkt i butiken» och «Ingen servicepunkt»?');
  });

  it('averages break-even over fewer futures if asked, for programs as well', () => {
    const asked = ['--break-even', 'average', '--break-even-futures', '16', '--vary', 'visitsEffect@servicepunkt'];
    const { code, out, err } = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '256', ...asked, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const document = JSON.parse(out);
    expect(new Set(document.breakEven.map((each: { quantity: { path: string } }) => each.quantity.path))).toEqual(
      new Set(['visitsEffect@servicepunkt']),
    );
    expect(document.breakEven[0].average.futures).toBe(16);
    expect(document.drivers[0]).toMatchObject({ alternative: 'servicepunkt', sets: 16 });
    expect(fliseryd.out).toContain(`resultHash ${document.certificate.resultHash}`);
  });

  it('leaves break-even out if asked', () => {
    const { code, out } = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '64', '--break-even', 'none');
    expect(code).toBe(0);
    expect(out).not.toContain('ska väga lika');
  });

  it.each([
    [['--vary', 'turnovr@ica-fliseryd'], 'Did you mean turnover?'],
    [['--break-even-futures', '0'], 'allowed 1 to'],
    [['--break-even', 'maybe'], 'likely, average, none'],
  ])('says what is wrong with %j and computes nothing', (words, message) => {
    const { code, out, err } = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '64', ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('says the same in English', () => {
    const { code, out } = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '64', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('600 000 → 60 000 + 15 000 + 30 000 + 70 000 = 175 000 SEK a year');
    expect(out).toContain('168 166.63 SEK a year');
    expect(out).toContain('Does the shop still stand?');
  });

  it('gives programs one JSON document whose hash is that of the printed certificate', () => {
    const words = ['--draws', '256', '--break-even', 'none', '--json'];
    const { code, out } = cli('compare', 'scenarios/fliseryd.yaml', ...words);
    const document = JSON.parse(out);
    expect(code).toBe(0);
    expect(document.format).toBe('bygdekalkyl/comparison@1');
    expect(document.certificate).toMatchObject({ seed: 'fliseryd', draws: 256, inner: 16 });
    expect(fliseryd.out).toContain(`resultHash ${document.certificate.resultHash}`);
    expect(
      document.calculations.map((each: { views: { project: { total: string } } }) => each.views.project.total),
    ).toEqual(['175000.00', '100000.00']);
  });

  it('gives programs CSV with the columns that are documented', () => {
    const { code, out } = cli('compare', 'scenarios/fliseryd.yaml', '--draws', '64', '--csv');
    const [head, ...rows] = out.trim().split('\n');
    expect(code).toBe(0);
    expect(head).toBe(
      'format,resultHash,alternative,part,entity,instance,variable,unit,year,statistic,value,synthetic',
    );
    expect(rows.every((row) => row.startsWith('bygdekalkyl/comparison@1,'))).toBe(true);
    expect(rows.some((row) => row.includes(',servicepunkt,series,shop,ica-fliseryd,cash,SEK,2028,mean,'))).toBe(true);
    const society = ',future,,presentValue_society,1,,';
    expect(rows.some((row) => row.includes(`,breakEven${society}likelyAt 1 visitsEffect@servicepunkt,`))).toBe(true);
    expect(rows.some((row) => row.includes(`,driver${society}rankCorrelation errandsChained,`))).toBe(true);
  });

  it('takes another seed, and then gives another hash', () => {
    const words = ['--draws', '256', '--break-even', 'none', '--json'];
    const { out } = cli('compare', 'scenarios/fliseryd.yaml', '--seed', 'annat', ...words);
    const { certificate } = JSON.parse(out);
    expect(certificate.seed).toBe('annat');
    expect(fliseryd.out).not.toContain(certificate.resultHash);
  });
});
