import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../work/work.tsx';
import { answerTo } from './answer.ts';
import { plainText } from './say.ts';
import { alternative, even, smallResult, standing } from './testing/small-result.ts';

const kinds = new Map([['servicepunkt', 'servicePoint']]);

function told(result: Result, given: Partial<Parameters<typeof answerTo>[0]> = {}): Record<string, string> {
  const sentences = answerTo({
    result,
    breakEven: undefined,
    kinds,
    shopNames: new Map([['ica', 'ICA Nära']]),
    language: 'sv',
    ...given,
  });
  // Spaces that do not break are for the eye.
  return Object.fromEntries(sentences.map(({ key, parts }) => [key, plainText(parts).replace(/[\u00a0\u202f]/g, ' ')]));
}

const none = alternative('ingen', { isBaseline: true, shops: { ica: standing(0.52) }, municipality: 1000 });
const point = alternative('servicepunkt', {
  sv: 'Servicepunkt i butiken',
  measures: ['servicepunkt'],
  shops: { ica: standing(0.61) },
  municipality: 171_474,
  society: -245_035,
  residents: 1_310_600,
});
const year = (depreciation: string, interest: string, running: string, total: string) => ({
  year: 2014,
  depreciationSekPerYear: depreciation,
  interestSekPerYear: interest,
  runningSekPerYear: running,
  totalSekPerYear: total,
  byItem: [],
  byCategory: [],
});
const finalAccount: Result['calculations'][number] = {
  key: 'efterkalkyl',
  label: { sv: 'Efterkalkyl', en: 'Final account' },
  about: null,
  measure: 'servicepunkt',
  investmentSek: '545333.00',
  years: [2014],
  items: [],
  financing: [
    { payer: 'region', label: { sv: 'Regionen', en: 'The region' }, amountSek: '242381.00' },
    { payer: 'municipality', label: { sv: 'Kommunen', en: 'The municipality' }, amountSek: '102952.00' },
  ],
  running: [],
  views: [
    {
      view: 'municipality',
      label: { sv: 'kommunen', en: 'the municipality' },
      // 102 952 / 10 years = 10 295.20; 5 % on half of 102 952 = 2 573.80
      firstYear: year('10295.20', '2573.80', '100000.00', '112869.00'),
      byYear: [],
    },
  ],
};

describe('the answer', () => {
  it('says what the municipality pays when its own contribution is borne too, to the krona', () => {
    expect(told(smallResult([none, point], { calculations: [finalAccount] }))['cost']).toBe(
      'Servicepunkten kostar kommunen 112 869 kronor om året, inte 100 000: kommunens egen insats på 102 952 kronor ska också bäras.',
    );
  });

  it('says what the alternative costs beyond doing without where there is no calculation', () => {
    // 171 474 − 1 000 = 170 474, three figures are known
    expect(told(smallResult([none, point]))['cost']).toBe(
      'Servicepunkten kostar kommunen i genomsnitt 170 000 kronor mer om året än att avstå.',
    );
  });

  it('counts futures in which the shop stands after ten years, with and without', () => {
    expect(told(smallResult([none, point]))['survival']).toBe(
      'Av 100 tänkbara framtider finns butiken kvar om tio år i 61 med servicepunkt och i 52 utan.',
    );
  });

  it('tells what is assumed apart from sampling, which stands in the note', () => {
    const range = { low: 0.3, high: 0.8 };
    const result = smallResult([
      { ...none, survival: { totalCount: 1, nodes: [{ shop: 'ica', years: standing(0.52, range) }] } },
      {
        ...point,
        survival: { totalCount: 1, nodes: [{ shop: 'ica', years: standing(0.61, { low: 0.4, high: 0.9 }) }] },
      },
    ]);
    expect(told(result)['survival']).toContain(
      'Beroende på vad som antas ligger talet mellan 40 och 90 med servicepunkt och mellan 30 och 80 utan.',
    );
    const note = answerTo({ result, breakEven: undefined, kinds, shopNames: new Map(), language: 'sv' }).find(
      ({ key }) => key === 'survival',
    )?.note;
    // 1.96 × a standard error of 0.01 is 2 of 100
    expect(plainText(note ?? [])).toContain('omkring 2 av 100');
  });

  it('leads with break-even where what decides is something nobody has measured, with a badge', () => {
    const breakEven = [
      even('servicepunkt', 'visitsEffect@servicepunkt', { atLowest: 'baseline', points: [[0.047, 'alternative']] }),
    ];
    const sentences = answerTo({
      result: smallResult([none, point]),
      breakEven,
      kinds,
      shopNames: new Map(),
      language: 'sv',
    });
    expect(sentences[0]?.key).toBe('break-even');
    expect(plainText(sentences[0]?.parts ?? []).replace(/\u00a0/g, ' ')).toBe(
      'Försäljningen måste stiga med 4,7 procent för att servicepunkten ska löna sig för samhället. I räkningen stiger den med 2,0 procent, men det har ingen mätt.  [antagande]',
    );
  });

  it('does not lead with break-even where what decides is known', () => {
    const breakEven = [
      even('servicepunkt', 'visitsEffect@servicepunkt', {
        atLowest: 'baseline',
        points: [[0.047, 'alternative']],
        isDecisive: false,
      }),
    ];
    expect(told(smallResult([none, point]), { breakEven })).not.toHaveProperty('break-even');
  });

  it('says what the shop would have to turn over where that decides', () => {
    const breakEven = [
      even('servicepunkt', 'turnover@ica', {
        atLowest: 'baseline',
        points: [[15_451_853, 'alternative']],
        tried: { low: 4_500_000, high: 18_000_000 },
        likely: 9_000_000,
        unit: 'SEK/year',
      }),
    ];
    expect(told(smallResult([none, point]), { breakEven })['break-even']).toContain(
      'Butikens omsättning vid starten måste vara minst 15 500 000 kr/år för att servicepunkten ska löna sig för samhället.',
    );
  });

  it('says what a year without the shop costs the municipality', () => {
    // 12 000 kr on average over 15 years of which 1.5 are without shop: 12 000 × 15 / 1.5 = 120 000 a year without
    const baseline = alternative('ingen', {
      isBaseline: true,
      shops: { ica: standing(0.5) },
      withoutShop: 12_000,
      yearsOpen: 13.5,
    });
    expect(told(smallResult([baseline, point]))['abstaining']).toBe(
      'Att avstå kostar också: om butiken stänger kostar det kommunen omkring 120 000 kronor om året för hemsändning och hemtjänstens inköp. Utslaget på alla framtider och år blir det 12 000 kronor om året.',
    );
  });

  it('holds the same money as support against the measure', () => {
    const same = alternative('samma', { isAdded: true, shops: { ica: standing(0.7) }, society: 0 });
    const result = smallResult([none, point, same], {
      sameMoney: { alternative: 'samma', as: 'servicepunkt', shop: 'ica', byYear: [] },
    });
    // 70 − 52 = 18, and 61 − 52 = 9
    expect(told(result)['same-money']).toBe(
      'Samma pengar som stöd direkt till butiken räddar den på tio års sikt i 18 fler framtider av 100; servicepunkten i 9.',
    );
  });

  it('counts shops where there are several', () => {
    const shops = { a: standing(0.5), b: standing(0.75) };
    const more = { a: standing(0.75), b: standing(0.75) };
    const result = smallResult([
      alternative('ingen', { isBaseline: true, shops }),
      alternative('servicepunkt', { measures: ['servicepunkt'], shops: more, society: 1 }),
    ]);
    // 0.75 + 0.75 = 1.5 and 0.5 + 0.75 = 1.25
    expect(told(result)['survival']).toBe(
      'Av 2 butiker finns i genomsnitt 1,5 kvar om tio år med servicepunkt och 1,3 utan.',
    );
  });

  it('says how many shops a region has when it shows but some, and counts them all', () => {
    const region = (key: string, given: Parameters<typeof alternative>[1]) =>
      alternative(key, { shops: { a: standing(0.5) }, shopsInAll: 120, ...given });
    const closing = (key: string, share: number) => ({
      alternative: key,
      sizes: [{ kind: 'all' as const, shops: 120, standingAtEnd: share }],
    });
    const result = smallResult(
      [region('ingen', { isBaseline: true }), region('servicepunkt', { measures: ['servicepunkt'], society: 1 })],
      { closures: [closing('ingen', 0.5), closing('servicepunkt', 0.6)] },
    );
    const said = told(result);
    expect(said['survival']).toBe(
      'Av 120 butiker finns i genomsnitt 72 kvar om femton år med servicepunkt och 60 utan.',
    );
    expect(said['many-shops']).toContain('120 butiker');
  });

  it('says nothing of a shop where there is none', () => {
    const result = smallResult([
      alternative('ingen', { isBaseline: true }),
      alternative('mobil', { measures: ['mobil'], society: 5_000_000, residents: 100, spared: 42_815 }),
    ]);
    const said = told(result, { kinds: new Map([['mobil', 'mobileService']]) });
    expect(said).not.toHaveProperty('survival');
    expect(said['abstaining']).toBe('Den mobila servicen sparar de boende 42 800 km resor om året.');
    expect(said['society']).toBe(
      'Räknat på allt och alla vinner samhället i genomsnitt 5,0 miljoner kronor på den mobila servicen; de boende vinner 100 kronor.',
    );
  });

  it('says that a lone alternative has nothing to be compared with', () => {
    expect(Object.keys(told(smallResult([none])))).toEqual(['survival', 'one-only']);
  });

  it('says how many futures could not be computed', () => {
    expect(told(smallResult([none, point], { failed: { count: 3 } }))['failed']).toBe(
      '3 av 4 096 framtider gick inte att räkna ut. De är utelämnade ur alla tal.',
    );
  });

  it('puts a name that somebody gave in quotes, and takes nothing in it for anything but text', () => {
    const hostile = '<b>=1+1</b>\u202e';
    const result = smallResult([none, alternative('x', { sv: hostile, measures: ['a', 'b'], society: 1 })]);
    const names = answerTo({ result, breakEven: undefined, kinds, shopNames: new Map(), language: 'en' }).flatMap(
      ({ parts }) => parts.filter(({ kind }) => kind === 'name'),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name.text).toBe(hostile);
  });

  it('speaks of up to thirteen alternatives in both languages without a number missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.constantFrom('sv' as const, 'en' as const),
        (count, share, sek, language) => {
          const others = Array.from({ length: count }, (_, index) =>
            alternative(`a${index}`, {
              measures: [`m${index}`],
              shops: { ica: standing(share) },
              society: sek,
              residents: -sek,
              municipality: sek,
            }),
          );
          for (const text of Object.values(told(smallResult([none, ...others]), { language })))
            expect(text).not.toMatch(/NaN|undefined|inget tal|no number|−0\b(?![,.])/);
        },
      ),
    );
  });
});
