import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../engine/text/index.ts';
import { PlannerError } from '../errors.ts';
import { reviseText, type ValueChange } from './revise-text.ts';
import { readTextFile } from './text-files.ts';

const text = `# Butiken i byn
id: byn
label: Byn   # namnet
start: 2024
places:
  alby: { inhabitants: 700, lat: 57.1, lon: 16.2 } # räknat
shops:

  # Den enda
  handeln:
    place: alby
    turnover: { value: 8000000, status: assumption } # fråga ägaren
    openingCash: 100000 # ur bokslutet
about: >
  En lång
  text.
distances:
  - { between: [alby, staden], km: 14 }
`;
const revise = (changes: readonly ValueChange[], written = text): string =>
  reviseText({ file: 'by.yaml', files: { 'by.yaml': written } }, changes);
const problems = (changes: readonly ValueChange[], written = text): string[] => {
  try {
    revise(changes, written);
  } catch (error) {
    if (error instanceof PlannerError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('a text with a value changed', () => {
  it('differs in that value alone', () => {
    expect(revise([{ path: 'shops.handeln.openingCash', value: 50_000 }])).toBe(text.replace('100000', '50000'));
    expect(revise([{ path: ['shops', 'handeln', 'turnover'], value: 9_000_000 }])).toBe(
      text.replace('{ value: 8000000, status: assumption }', '9000000'),
    );
    expect(revise([{ path: 'places.alby.inhabitants', value: { low: 600, high: 800 } }])).toBe(
      text.replace('inhabitants: 700', 'inhabitants: { low: 600, high: 800 }'),
    );
    expect(revise([{ path: 'distances.0.km', value: 15.5 }])).toBe(text.replace('km: 14', 'km: 15.5'));
    expect(revise([{ path: 'about', value: 'Kort.' }])).toBe(text.replace('>\n  En lång\n  text.', 'Kort.'));
  });

  it('has a new value as the last of its map', () => {
    expect(revise([{ path: 'shops.handeln.floorArea', value: 120 }])).toBe(
      text.replace('# ur bokslutet\n', '# ur bokslutet\n    floorArea: 120\n'),
    );
    expect(revise([{ path: 'places.alby.holidayHomes', value: 3 }])).toBe(
      text.replace('lon: 16.2 }', 'lon: 16.2, holidayHomes: 3 }'),
    );
    expect(revise([{ path: 'places.boda', value: { inhabitants: 5 } }])).toBe(
      text.replace('# räknat\n', '# räknat\n  boda: { inhabitants: 5 }\n'),
    );
  });

  it('lacks what is removed, with its line', () => {
    expect(revise([{ path: 'shops.handeln.openingCash', value: null }])).toBe(
      text.replace('    openingCash: 100000 # ur bokslutet\n', ''),
    );
    expect(revise([{ path: 'places.alby.lat', value: null }])).toBe(text.replace('lat: 57.1, ', ''));
    expect(revise([{ path: 'places.alby.lon', value: null }])).toBe(text.replace(', lon: 16.2', ''));
  });

  it('makes several changes at once, one on another', () => {
    const revised = revise([
      { path: 'places.boda', value: { inhabitants: 5 } },
      { path: 'places.boda.inhabitants', value: 6 },
      { path: 'distances.1', value: { between: ['alby', 'boda'], km: 3 } },
      { path: 'id', value: 'true' },
    ]);
    expect(readYaml(revised, 'by.yaml').data).toMatchObject({
      id: 'true',
      places: { boda: { inhabitants: 6 } },
      distances: [{ km: 14 }, { between: ['alby', 'boda'], km: 3 }],
    });
    expect(revised).toContain('# Den enda');
  });

  it('says in a diff that what the other file has is gone, and may change what only the other has', () => {
    const base = readTextFile('scenarios/worked-example.yaml');
    const shop = Object.keys((readYaml(base, 'b').data as { shops: object }).shops)[0] as string;
    const files = { 'by.yaml': 'extends: mall.yaml # mallen\n', 'mall.yaml': base };
    const revised = reviseText({ file: 'by.yaml', files }, [
      { path: `shops.${shop}.floorArea`, value: 90 },
      { path: 'about', value: null },
    ]);
    expect(revised).toContain('extends: mall.yaml # mallen\n');
    expect(readYaml(revised, 'by.yaml').data).toEqual({
      extends: 'mall.yaml',
      shops: { [shop]: { floorArea: 90 } },
      about: null,
    });
  });

  it('stays JSON when it was', () => {
    expect(JSON.parse(revise([{ path: 'a.b', value: 2 }], '{"a": {"b": 1}}'))).toEqual({ a: { b: 2 } });
  });

  it('says what was asked for, whatever the value', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((name) => !name.includes('.') && !(name in {}));
    const values = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'null',
        'true',
        '1',
        '- a',
        'a: b',
        '# a',
        '|',
        '>',
        '*a',
        '&a',
        '!a',
        '',
        ' ',
        '~',
        '2024-01-01',
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
      fc.dictionary(names, fc.string({ unit: 'grapheme' }), { maxKeys: 3 }).map((map) => ({ ...map })),
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          'id',
          'label',
          'about',
          'places.alby.inhabitants',
          'shops.handeln.turnover',
          'distances',
          'new',
        ),
        values,
        (path, value) => {
          const data = readYaml(revise([{ path, value }]), 'by.yaml').data;
          const found = path.split('.').reduce<unknown>((each, step) => (each as Record<string, unknown>)[step], data);
          expect(found).toEqual(value);
        },
      ),
    );
  });
});

describe('a change that has nowhere to go', () => {
  it.each([
    { path: 'shops.hendeln.turnover', value: 1 },
    { path: 'start.year', value: 1 },
    { path: 'distances.2', value: {} },
    { path: 'distances.x', value: {} },
    { path: 'a.b.c', value: 1 },
  ])('is refused, saying where: $path', (change) => {
    expect(problems([change])).toEqual([`unknown-path ${change.path}`]);
  });

  it('is refused with all others of its kind, and no text is made', () => {
    expect(
      problems([
        { path: 'a.b', value: 1 },
        { path: 'id', value: 'x' },
        { path: 'c.d', value: 1 },
      ]),
    ).toEqual(['unknown-path a.b', 'unknown-path c.d']);
    expect(problems([{ path: '', value: 1 }])).toEqual(['unknown-path undefined']);
    expect(problems([{ path: ['__proto__'], value: 1 }])).toEqual(['bad-name __proto__']);
  });

  it('is refused inside what is only repeated', () => {
    const repeated = 'a: &a { b: 1 }\nc: *a\n';
    expect(problems([{ path: 'c.b', value: 2 }], repeated)).toEqual(['yaml-aliases c.b']);
  });
});
