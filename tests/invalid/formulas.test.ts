import { expect, test } from 'vitest';
import { checkModel, type ModelText, readModel } from '../../src/engine/compile/index.ts';
import { formatProblem, PlannerError } from '../../src/errors.ts';

const words = '{ sv: a, en: a }';

/** A model file with places, shops that may have one, and a few things to reckon with. */
const base = `section: base
order: 1
title: ${words}
about: ${words}
source: nowhere
entities:
  place: { label: ${words} }
  shop: { label: ${words}, parents: { place: { entity: place, optional: true } }, parties: [owner] }
  visit: { label: ${words}, parents: { from: { entity: place }, to: { entity: place } } }
inputs:
  people: { entity: place, unit: person, label: ${words} }
  money: { entity: shop, unit: SEK, label: ${words} }
  rate: { entity: future, unit: 1, label: ${words} }
  open: { entity: shop, unit: boolean, label: ${words} }
variables:
  stock: { entity: shop, unit: SEK, opening: money, formula: previous(stock), label: ${words} }
  gathered: { entity: shop, unit: SEK, collects: sum, label: ${words} }
tables:
  prices: { unit: 1, status: found, points: { 2011: 1 }, label: ${words} }
`;

function check(texts: readonly ModelText[]): string[] {
  try {
    return checkModel(readModel(texts, new Map())).problems.map(formatProblem);
  } catch (error) {
    if (error instanceof PlannerError) return error.problems.map(formatProblem);
    throw error;
  }
}

/** What is said of one more file beside the base; its parts begin in line 6. */
function said(parts: string): string[] {
  const own = `section: own\norder: 2\ntitle: ${words}\nabout: ${words}\nsource: nowhere\n${parts}`;
  return check([
    { file: 'base.yaml', text: base },
    { file: 'own.yaml', text: own },
  ]);
}

/** What is said of one formula of a shop; without file, line and the formula itself. */
function saidOf(formula: string, unit = 'SEK', entity = 'shop'): string[] {
  const text = JSON.stringify(formula);
  const messages = said(`variables:\n  x: { entity: ${entity}, unit: ${unit}, formula: ${text}, label: ${words} }\n`);
  return messages.map((message) =>
    message.replace(/^own\.yaml:7: (variables\.x\.formula|x\.formula): /, '').replace(/ \(found .*?\)(?=$|\. )/s, ''),
  );
}

test('the base itself is right', () => {
  expect(said('')).toEqual([]);
  expect(saidOf('money')).toEqual([]);
});

test('a problem of a formula is said with its file, line, path and text', () => {
  expect(said(`variables:\n  x: { entity: shop, unit: SEK, formula: "mony + 1", label: ${words} }\n`)).toEqual([
    'own.yaml:7: x.formula: There is no variable «mony» (found mony + 1). Did you mean money?',
  ]);
});

test.each<[attack: string, formula: string, message: string]>([
  ['reading a property', 'money.constructor', 'Reading a property or an index is not part of the formula language'],
  ['reading by a text', 'money["constructor"]', 'Reading a property or an index is not part of the formula language'],
  ['reading by an index', 'money[1]', 'Reading a property or an index is not part of the formula language'],
  ['calling a property', 'money.toString()', 'Only functions of the language may be called, by their names'],
  ['calling what is called', 'abs(1)(2)', 'A multiplication is not written out. Write a * between the factors'],
  ['assigning', 'money = 1', 'An assignment is not part of the formula language'],
  ['assigning to a property', 'money.x = 1', 'An assignment is not part of the formula language'],
  ['defining a function', 'f(x) = x', 'The definition of a function is not part of the formula language'],
  ['importing', 'import("fs")', 'The function «import» is not part of the language'],
  ['evaluating', 'eval("1")', 'The function «eval» is not part of the language'],
  ['evaluating by mathjs', 'evaluate("1")', 'The function «evaluate» is not part of the language'],
  ['parsing', 'parse("1")', 'The function «parse» is not part of the language'],
  ['making units', 'createUnit("x")', 'The function «createUnit» is not part of the language'],
  ['drawing numbers', 'random()', 'The function «random» is not part of the language'],
  ['a text', '"a"', 'A text may not stand in a formula; only finite numbers, true and false may'],
  ['a text for a name', "sum('shop', 1)", 'The first argument of sum must be a name'],
  ['a list', '[1, 2]', 'A list is not part of the formula language'],
  ['an object', '{ a: 1 }', 'An object is not part of the formula language'],
  ['a range', '1:10', 'A range is not part of the formula language'],
  ['two statements', '1; 2', 'Several expressions in one formula is not part of the formula language'],
  ['two lines', '1\n2', 'Several expressions in one formula is not part of the formula language'],
  ['a word of JavaScript', 'constructor', 'There is no variable «constructor»'],
  ['the prototype', '__proto__', 'There is no variable «__proto__»'],
  ['the prototype as a function', '__proto__(1)', 'The function «__proto__» is not part of the language'],
  ['a constructor as a function', 'constructor("return 1")', 'The function «constructor» is not part of the language'],
  ['a method of every object', 'hasOwnProperty(1)', 'The function «hasOwnProperty» is not part of the language'],
  ['a number without end', '1e400', '«Infinity» may not stand in a formula; only finite numbers, true and false may'],
  ['infinity by name', 'Infinity', '«Infinity» may not stand in a formula; only finite numbers, true and false may'],
  ['not a number', 'NaN', '«NaN» may not stand in a formula; only finite numbers, true and false may'],
  ['null', 'null', '«null» may not stand in a formula; only finite numbers, true and false may'],
  ['undefined', 'undefined', '«undefined» may not stand in a formula; only finite numbers, true and false may'],
  ['an imaginary unit', '1 + i', 'There is no variable «i»'],
  ['a constant of mathjs', 'pi', 'There is no variable «pi»'],
  ['a chain of comparisons', '1 < rate < 2', 'A chain of comparisons is not part of the formula language'],
  ['a factorial', '3!', 'The operator «!» is not part of the language'],
  ['a remainder', '5 % 2', 'The operator «%» is not part of the language'],
  ['a unit conversion', 'rate to m', 'The operator «to» is not part of the language'],
  ['an operator on bits', '1 | 2', 'The operator «|» is not part of the language'],
  ['a transpose', "money'", "The operator «'» is not part of the language"],
  ['a product by dots', 'rate .* 2', 'The operator «.*» is not part of the language'],
  ['an unwritten product', '2 rate', 'A multiplication is not written out. Write a * between the factors'],
  ['half a formula', '1 +', 'The formula cannot be read: Unexpected end of expression (char 4)'],
  ['a bracket too few', '(1', 'The formula cannot be read: Parenthesis ) expected (char 3)'],
  ['nothing', ' ', 'The formula is empty'],
  ['only a comment', '# nothing', '«undefined» may not stand in a formula; only finite numbers, true and false may'],
  ['too few arguments', 'clamp(1, 2)', 'clamp takes 3 arguments, not 2'],
  ['too many arguments', 'abs(1, 2)', 'abs takes 1 arguments, not 2'],
])('%s is refused', (_, formula, message) => {
  const [first = '', ...others] = saidOf(formula, '1');
  expect(others).toEqual([]);
  expect(first.startsWith(message), first).toBe(true);
});

test.each<[misspelt: string, meant: string]>([
  ['mx(1, 2)', 'max'],
  ['prevous(stock)', 'previous'],
  ['interpolat(prices, 1)', 'interpolate'],
])('%s is taken for %s', (formula, meant) => {
  expect(saidOf(formula)).toEqual([expect.stringMatching(new RegExp(`Did you mean ${meant}\\?$`))]);
});

test('an unknown function with nothing near it brings the list', () => {
  expect(saidOf('tangens(1)')).toEqual([
    'The function «tangens» is not part of the language. There are min, max, clamp, abs, floor, round, exp, log, pow, sqrt, previous, sum, product, least, greatest, related, interpolate',
  ]);
});

test.each<[size: string, formula: string, message: string]>([
  [
    'a megabyte of parentheses',
    '('.repeat(1_000_000),
    'The formula has 1000000 characters; at most 4000 are allowed. Give parts of it names of their own',
  ],
  ['brackets within brackets', `${'('.repeat(60)}1${')'.repeat(60)}`, 'Brackets nest 60 deep; at most 40 are allowed'],
  [
    'functions within functions',
    `${'abs('.repeat(60)}1${')'.repeat(60)}`,
    'Brackets nest 60 deep; at most 40 are allowed',
  ],
  [
    'a long sum',
    Array.from({ length: 1900 }, () => '1').join('+'),
    'The formula has too many parts. Give parts of it names of their own',
  ],
  ['signs on signs', `${'-'.repeat(3000)}1`, 'The formula has too many parts. Give parts of it names of their own'],
  [
    'powers on powers',
    Array.from({ length: 1500 }, () => '2').join('^'),
    'The formula has too many parts. Give parts of it names of their own',
  ],
  [
    'conditions on conditions',
    `${'1>0?1:'.repeat(600)}1`,
    'The formula has too many parts. Give parts of it names of their own',
  ],
  ['negations', `${'not '.repeat(900)}true`, 'The formula has too many parts. Give parts of it names of their own'],
])('%s is too much', (_, formula, message) => {
  expect(saidOf(formula, '1')).toEqual([message]);
});

test('a tower of powers is a formula like any other', () => {
  expect(saidOf('9^9^9^9^9^9', '1')).toEqual([]);
});

test.each<[kind: string, formula: string, unit: string, message: string]>([
  ['the formula as a whole', 'money * 2', 'SEK/year', 'x is stated in SEK/year, but its formula gives SEK'],
  ['a sum', 'money + rate', 'SEK', 'In a sum, «money» is in SEK and «rate» in 1'],
  ['a difference', 'money - 1', 'SEK', 'In a difference, «money» is in SEK and «1» in 1'],
  ['a comparison', 'money > rate ? 1 : 2', '1', 'In a comparison, «money» is in SEK and «rate» in 1'],
  [
    'the branches of a condition',
    'open ? money : rate',
    'SEK',
    'In the branches of a condition, «money» is in SEK and «rate» in 1',
  ],
  [
    'a number as a condition',
    'money ? 1 : 2',
    '1',
    '«money» is a number where a truth value is needed. Compare it with something',
  ],
  [
    'a number with and',
    'open and rate',
    'boolean',
    '«rate» is a number where a truth value is needed. Compare it with something',
  ],
  [
    'a truth value in a sum',
    'open + 1',
    '1',
    '«open» is a truth value, not a number. Write it as a condition: … ? … : …',
  ],
  [
    'a truth value compared',
    'open == open',
    'boolean',
    '«open» is a truth value, not a number. Write it as a condition: … ? … : …',
  ],
  ['the least of two', 'min(money, rate)', 'SEK', 'In min, «money» is in SEK and «rate» in 1'],
  ['an exponential', 'exp(money)', '1', 'exp needs a number without a unit, but «money» is in SEK'],
  ['an exponent', 'pow(rate, money)', '1', 'an exponent needs a number without a unit, but «money» is in SEK'],
  [
    'a power of a quantity',
    'pow(money, rate)',
    'SEK',
    '«money» is in SEK; only a literal power of it has a unit. Divide it by a unit amount first',
  ],
  ['a root', 'sqrt(money)', 'SEK', 'x is stated in SEK, but its formula gives SEK^0.5'],
  ['a square', 'money ^ 2', 'SEK', 'x is stated in SEK, but its formula gives SEK^2'],
  [
    'a table read at a quantity',
    'interpolate(prices, money)',
    '1',
    'interpolate needs a number without a unit, but «money» is in SEK',
  ],
  ['a quotient by nothing', 'money / 0', 'SEK', 'Something is divided by the literal 0'],
])('the unit of %s', (_, formula, unit, message) => {
  expect(saidOf(formula, unit)).toEqual([message]);
});

test.each<[kind: string, formula: string, unit: string, message: string]>([
  ['a sum of truth values', 'sum(shop, open)', '1', 'sum gathers numbers, but «open» is a truth value'],
  [
    'a product of quantities',
    'product(shop, money)',
    'SEK',
    'Only numbers without a unit are multiplied over entities',
  ],
  [
    'the least of quantities, otherwise a number',
    'least(shop, money, 1)',
    'SEK',
    'In least, «money» is in SEK and «1» in 1',
  ],
])('the unit of %s', (_, formula, unit, message) => {
  expect(saidOf(formula, unit, 'future')).toEqual([message]);
});

test.each<[kind: string, formula: string, entity: string, message: string]>([
  [
    'a name that belongs to something else',
    'money',
    'place',
    '«money» belongs to shop, which cannot be seen from place. Gather it with sum(shop, …)',
  ],
  [
    'a name there are two ways to',
    'people',
    'visit',
    '«people» belongs to place, which cannot be seen from visit. There are two ways to it',
  ],
  [
    'a parent that may be missing',
    'people',
    'shop',
    '«people» belongs to place, and not every shop has one. Write related(place, people, …) and what holds otherwise',
  ],
  [
    'a parent there is not',
    'related(visit, 1, 0)',
    'shop',
    'A shop does not belong to «visit». There are future, place, shop',
  ],
  ['members there are not', 'sum(shops, 1)', 'place', 'There is no entity «shops». Did you mean shop?'],
  ['members of something else', 'sum(place, 1)', 'shop', '«place» does not belong to shop'],
  [
    'a gathering inside a gathering',
    'sum(place, sum(shop, money))',
    'future',
    'sum stands inside another gathering. Give the inner one a name of its own',
  ],
  [
    'last year without a first',
    'previous(x)',
    'place',
    'previous(x) needs a variable with an opening value. Give x an opening',
  ],
  [
    'last year of an input',
    'previous(rate)',
    'place',
    'previous(rate) needs a variable with an opening value. Give rate an opening',
  ],
  [
    'last year of the year',
    'previous(yearIndex)',
    'place',
    'previous(yearIndex) needs a variable with an opening value. Give yearIndex an opening',
  ],
  [
    'last year of a sum',
    'previous(1 + 1)',
    'place',
    'The first argument of previous must be a name. previous(x): x at the end of the year before; in the first year its stated opening',
  ],
  ['a table there is not', 'interpolate(price, 2011)', 'place', 'There is no table «price». Did you mean prices?'],
])('%s is out of reach', (_, formula, entity, message) => {
  const [first = '', ...others] = saidOf(formula, 'person', entity);
  expect(others).toEqual([]);
  expect(first.startsWith(message), first).toBe(true);
});

test('formulas that need each other are said with the way round', () => {
  const variable = (name: string, formula: string): string =>
    `  ${name}: { entity: shop, unit: SEK, formula: ${formula}, label: ${words} }\n`;
  expect(said(`variables:\n${variable('a', 'b + 0')}${variable('b', 'c * 2')}${variable('c', 'a')}`)).toEqual([
    'own.yaml:7: a: These formulas need each other in the same year: a → b → c → a. Let one of them use previous(…)',
  ]);
  expect(said(`variables:\n${variable('alone', 'alone + 0')}`)).toEqual([
    'own.yaml:7: alone: These formulas need each other in the same year: alone → alone. Let one of them use previous(…)',
  ]);
});

test('an opening stands before every year', () => {
  const variable = (opening: string): string =>
    `variables:\n  a: { entity: shop, unit: SEK, opening: ${opening}, formula: previous(a), label: ${words} }\n`;
  expect(said(variable('stock'))).toEqual([
    'own.yaml:7: a.opening: An opening stands before the first year, but stock has a value for each year (found stock)',
  ]);
  expect(said(variable('"isFirstYear ? money : 0"'))).toEqual([
    'own.yaml:7: a.opening: An opening stands before the first year, so it names neither the year nor previous(…) (found isFirstYear ? money : 0)',
  ]);
  expect(said(variable('rate'))).toEqual([
    'own.yaml:7: a.opening: a is stated in SEK, but its opening gives 1 (found rate)',
  ]);
});

test('names are taken once over all files', () => {
  expect(said(`inputs:\n  money: { entity: shop, unit: SEK, label: ${words} }\n`)).toEqual([
    'own.yaml:7: inputs.money: The name «money» is already taken in base.yaml',
  ]);
  expect(said(`variables:\n  shop: { entity: shop, unit: SEK, formula: money, label: ${words} }\n`)).toEqual([
    'own.yaml:7: variables.shop: The name «shop» is already taken in base.yaml',
  ]);
  expect(said(`entities:\n  future: { label: ${words} }\n`)).toEqual([
    'own.yaml:7: entities.future: The name «future» is already taken',
  ]);
  expect(
    said(
      `variables:\n  a: { entity: shop, unit: SEK, formula: money, label: ${words} }\n  a: { entity: shop, unit: SEK, formula: money, label: ${words} }\n`,
    ),
  ).toEqual(['own.yaml:8: The name «a» stands twice in one map, first in line 7']);
});

test.each(['max', 'previous', 'yearIndex', 'step', 'and', 'mod', 'true', 'end', 'null'])(
  '%s is a word of the language and no name',
  (word) => {
    expect(said(`inputs:\n  "${word}": { entity: shop, unit: SEK, label: ${words} }\n`)).toEqual([
      `own.yaml:7: inputs.${word}: «${word}» is a word of the formula language`,
    ]);
  },
);

test.each(['NaN', 'Infinity', 'Upper', 'with space', 'å', '1st', 'snake_case'])(
  '%s is not written as a name',
  (word) => {
    const [message = '', ...others] = said(`inputs:\n  "${word}": { entity: shop, unit: SEK, label: ${words} }\n`);
    expect(others).toEqual([]);
    expect(message).toContain(
      `This name is not written as it must be (found «${word}»; allowed a name of letters and digits that begins with a small letter)`,
    );
  },
);

test.each(['constructor', '__proto__', 'prototype', 'toString'])('%s can be no name', (word) => {
  expect(said(`inputs:\n  ${word}: { entity: shop, unit: SEK, label: ${words} }\n`)).toEqual([
    `own.yaml:7: «${word}» can be no name: the program's own language uses it. Choose another`,
  ]);
});

test('units, entities, parties and collections that are not there', () => {
  expect(said(`inputs:\n  a: { entity: shop, unit: kr/year, label: ${words} }\n`)).toEqual([
    'own.yaml:7: inputs.a.unit: «kr» is not a unit; there are 1, boolean, SEK, year, person, household, km, hour, litre, m2, week, trip, errand, post, EUR',
  ]);
  expect(said(`inputs:\n  a: { entity: shopp, unit: SEK, label: ${words} }\n`)).toEqual([
    'own.yaml:7: inputs.a.entity: There is no entity «shopp». Did you mean shop?',
  ]);
  expect(said(`contributions:\n  a: { to: money, from: shop, formula: "1", label: ${words} }\n`)).toEqual([
    'own.yaml:7: contributions.a.to: «money» collects no contributions. There are gathered',
  ]);
  expect(
    said(
      `flows:\n  - { id: a, entity: shop, from: owner, to: kommun, kind: transfer, basis: [cash], amount: "0", label: ${words} }\n`,
    ),
  ).toEqual([
    'own.yaml:7: flows.0.to: «kommun» is neither a party nor a party attribute of shop. There are municipality, region, state, eu, foundation, association, shop, owner, residents, lender, other, resource …',
  ]);
  expect(said(`variables:\n  a: { entity: shop, unit: SEK, solved: magic, label: ${words} }\n`)).toEqual([
    'own.yaml:7: variables.a.solved: No solver «magic» gives a',
  ]);
  expect(said(`variables:\n  a: { entity: shop, unit: SEK, formula: money, draw: normal, label: ${words} }\n`)).toEqual(
    ['own.yaml:7: variables.a: A variable has exactly one of formula, draw, solved and collects'],
  );
});

test('the form of a formula file is checked as a scenario is', () => {
  expect(said(`inputs:\n  a: { entity: shop, unit: SEK, lable: ${words} }\nvariable: {}\n`)).toEqual([
    'own.yaml:7: inputs.a.label: This must be stated (allowed a map of names and values)',
    'own.yaml:7: inputs.a.lable: «lable» is not known here. Did you mean label?',
    'own.yaml:8: variable: «variable» is not known here. Did you mean variables?',
  ]);
});

test('everything that is wrong in every file is said at once', () => {
  const wrong = (section: string): ModelText => ({
    file: `${section}.yaml`,
    text: `section: ${section}\norder: 2\ntitle: ${words}\nabout: ${words}\nsource: nowhere\nvariables:\n  ${section}: { entity: shop, unit: kr, formula: "a.b", label: ${words} }\n`,
  });
  const messages = check([
    { file: 'base.yaml', text: base },
    wrong('one'),
    wrong('two'),
    { file: 'three.yaml', text: '' },
  ]);
  expect(messages.map((message) => message.replace(/: .*/s, ''))).toEqual([
    'three.yaml',
    'one.yaml:7',
    'one.yaml:7',
    'two.yaml:7',
    'two.yaml:7',
  ]);
});
