import { describe, expect, it } from 'vitest';
import { numbersIn } from '../words/numbers.ts';
import type { Facts } from './facts.ts';
import { numbersWithholding } from './facts.ts';
import { footerStyle } from './footer.ts';
import { proposalPoints } from './proposal-points.ts';
import { statedInWords } from './stated-in-words.ts';
import { words } from './words.ts';

const punkt = {
  key: 'punkt',
  label: { sv: 'Servicepunkt', en: 'Service point' },
  isBaseline: false,
  measures: { nodes: [{ key: 'punkt', host: 'butik', agreementYears: 5 }] },
  overview: { costs: [{ party: 'municipality', meanSekPerYear: 171_474 }] },
};

const facts = (more: object = {}): Facts =>
  ({
    result: {
      calculations: [
        {
          key: 'efterkalkyl',
          measure: 'punkt',
          label: { sv: 'Efterkalkyl', en: 'Final account' },
          views: [{ view: 'municipality', firstYear: { totalSekPerYear: '112869.00' } }],
        },
      ],
      financed: {
        nodes: [
          {
            alternative: 'punkt',
            agreementEnd: 2015,
            years: [
              { year: 2014, missingSek: 100_000 },
              { year: 2015, missingSek: 102_350 },
              { year: 2016, missingSek: 104_000 },
            ],
          },
        ],
      },
      drivers: null,
    },
    revision: { start: 2014 },
    proposed: punkt,
    said: words.sv,
    spoken: ({ sv }: { sv: string }) => sv,
    numbers: numbersIn('sv'),
    isWithholding: false,
    language: 'sv',
    ...more,
  }) as unknown as Facts;

const plain = (texts: readonly string[]): string => texts.join(' ').replace(/[\u00a0\u202f]/g, ' ');

describe('the draft of a decision', () => {
  it('sets aside what the calculation says, to the krona, and secures what nobody has promised until the agreement ends', () => {
    const text = plain(proposalPoints(facts()));
    expect(text).toContain('från och med 2014 till och med 2015');
    expect(text).toContain('112 869 kronor');
    expect(text).toContain('202 350 kr'); // 100 000 + 102 350
  });

  it('tells no computed average or missing sum where something is secret', () => {
    const text = plain(proposalPoints(facts({ isWithholding: true })));
    expect(text).toContain('112 869 kronor'); // the calculation stands without the secret
    expect(text).not.toContain('202 350');
    expect(text).not.toContain('171 000');
  });

  it('proposes nothing to be done where nothing is proposed', () => {
    expect(proposalPoints(facts({ proposed: { ...punkt, isBaseline: true } }))).toHaveLength(2);
  });
});

describe('numbers of the public version', () => {
  it('write what is withheld as secret, and all else as before', () => {
    const { sek, number, withUnit } = numbersWithholding(numbersIn('sv'), 'uppgiften är hemlig');
    expect([sek(Number.NaN), number('NaN'), withUnit(Number.NaN, 'SEK')]).toEqual(Array(3).fill('uppgiften är hemlig'));
    expect(sek(5)).toBe(numbersIn('sv').sek(5));
    expect(number(null)).toBe('inget tal');
  });
});

describe('the foot of a page', () => {
  it('holds a text that would end its string, or begin something else, as mere text', () => {
    const style = footerStyle({ left: '"; } body { display: none } \\ \n </style>', page: 'sida', of: 'av' });
    expect(style.match(/"/g)).toHaveLength(10); // two fonts, and three texts, each between two
    expect(style.match(/[{}]/g)).toHaveLength(6); // the page and its two boxes
    expect(style).not.toContain('<');
  });
});

describe('what is stated, in words', () => {
  it('tells a spread, a number, a yes, and a text', () => {
    const numbers = numbersIn('sv');
    const say = (stated: unknown, unit = 'km'): string =>
      statedInWords(stated, unit, numbers, 'sv').replace(/[\u00a0\u202f]/g, ' ');
    expect(say({ low: 1, likely: 2, high: 4 })).toBe('1 till 4, troligen 2 km');
    expect(say({ value: 17, source: 'Kartan', status: 'found' })).toBe('17 km');
    expect([say(true), say('association')]).toEqual(['ja', 'association']);
  });
});
