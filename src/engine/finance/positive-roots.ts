/** A root between `from`/2^shift and `to`/2^shift; the same number twice when the root is found exactly. */
export interface DyadicRoot {
  readonly from: bigint;
  readonly to: bigint;
  /** 0 or more. */
  readonly shift: number;
}

/**
 * All positive roots of a polynomial with whole coefficients, each known to within 2^−bits.
 *
 * Whole-number arithmetic throughout, so no root is missed, none is invented and rounding plays no part. Without a
 * change of sign among the coefficients there is no positive root and with one there is exactly one (Descartes); else
 * Sturm's theorem counts the roots between two points and intervals are halved until each holds one. A multiple root is
 * divided out first and given once. Time grows fast with degree when signs change more than once: 60 coefficients take
 * well under a second.
 *
 * @param coefficients - lowest power first, the first and the last not 0; not changed, not kept
 * @param bits - width wanted, as a power: 2^−bits; 0 or more
 * @returns ascending; each distinct root once
 * @see Knuth, "The Art of Computer Programming" vol. 2, section 4.6.1, subresultants and exercise 22, Sturm's theorem
 * @example
 * // 12/2³ = 1.5, exactly
 * positiveRoots([-3n, 2n], 1) // => [{ from: 12n, to: 12n, shift: 3 }]
 */
export function positiveRoots(coefficients: readonly bigint[], bits: number): DyadicRoot[] {
  const changes = coefficientSignChanges(coefficients);
  if (changes === 0) return [];
  const bound = rootBound(coefficients);
  if (changes === 1) return [refine(coefficients, 0n, bound, 0, bits)];
  const { squareFree, sequence } = sturm(coefficients);
  const roots: DyadicRoot[] = [];
  const countAt = (point: bigint, shift: number) => signChanges(sequence.map((p) => signAt(p, point, shift)));
  // roots in (from, to], by the changes of sign lost between the two ends
  const isolate = (from: bigint, to: bigint, shift: number, changesFrom: number, changesTo: number): void => {
    if (changesFrom === changesTo) return;
    if (changesFrom - changesTo === 1) {
      roots.push(refine(squareFree, from, to, shift, bits));
      return;
    }
    const middle = from + to;
    const changesMiddle = countAt(middle, shift + 1);
    isolate(2n * from, middle, shift + 1, changesFrom, changesMiddle);
    isolate(middle, 2n * to, shift + 1, changesMiddle, changesTo);
  };
  isolate(0n, bound, 0, countAt(0n, 0), countAt(bound, 0));
  return roots;
}

/**
 * Changes of sign along the coefficients, zeros left out: an upper limit of the positive roots (Descartes).
 *
 * @param coefficients - either order, not changed, not kept
 * @example
 * coefficientSignChanges([-5n, 3n, 0n, 2n, -1n]) // => 2
 */
export function coefficientSignChanges(coefficients: readonly bigint[]): number {
  return signChanges(coefficients.map(sign));
}

/** Halves (from, to], which holds one simple root, until it is no wider than 2^−bits. */
function refine(polynomial: readonly bigint[], start: bigint, end: bigint, at: number, bits: number): DyadicRoot {
  let from = start;
  let to = end;
  let shift = at;
  const signAtEnd = signAt(polynomial, to, shift);
  if (signAtEnd === 0) return { from: to, to, shift };
  while ((to - from) << BigInt(bits) > 1n << BigInt(shift)) {
    const middle = from + to;
    shift += 1;
    const signHere = signAt(polynomial, middle, shift);
    if (signHere === 0) return { from: middle, to: middle, shift };
    from = signHere === signAtEnd ? 2n * from : middle;
    to = signHere === signAtEnd ? middle : 2n * to;
  }
  return { from, to, shift };
}

/**
 * Sturm's sequence of a polynomial, without its multiple roots.
 *
 * Subresultants, with every factor taken positive, so that each member is a positive multiple of Sturm's.
 */
function sturm(polynomial: readonly bigint[]): { squareFree: readonly bigint[]; sequence: readonly bigint[][] } {
  const start = primitivePart(polynomial);
  const sequence = [start, primitivePart(derivative(start))];
  let divisor = 1n;
  let scale = 1n;
  for (;;) {
    const before = sequence.at(-2)!;
    const last = sequence.at(-1)!;
    const drop = before.length - last.length;
    const rest = remainder(before, last);
    if (rest.length === 0) break;
    sequence.push(rest.map((coefficient) => -coefficient / divisor));
    const lead = magnitude(last.at(-1)!);
    scale = drop === 0 ? scale : power(lead, drop) / power(scale, drop - 1);
    const next = sequence.at(-1)!;
    divisor = lead * power(scale, last.length - next.length);
  }
  const common = sequence.at(-1)!;
  if (common.length === 1) return { squareFree: start, sequence };
  return sturm(exactQuotient(start, primitivePart(common)));
}

/** Remainder of |lead of b|^(degree difference + 1) · a by b; empty when it is 0. */
function remainder(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const rest = [...a];
  const lead = b.at(-1)!;
  const factor = magnitude(lead);
  for (let top = a.length - 1; top >= b.length - 1; top--) {
    const multiple = lead < 0n ? -rest[top]! : rest[top]!;
    for (let i = 0; i <= top; i++) rest[i] = rest[i]! * factor;
    for (let i = 0; i < b.length; i++) {
      const at = top - b.length + 1 + i;
      rest[at] = rest[at]! - multiple * b[i]!;
    }
  }
  while (rest.length > 0 && rest.at(-1) === 0n) rest.pop();
  return rest;
}

/** a / b where b divides a; both primitive, so the coefficients stay whole. */
function exactQuotient(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const rest = [...a];
  const quotient = new Array<bigint>(a.length - b.length + 1).fill(0n);
  for (let top = quotient.length - 1; top >= 0; top--) {
    const multiple = rest[top + b.length - 1]! / b.at(-1)!;
    quotient[top] = multiple;
    for (let i = 0; i < b.length; i++) rest[top + i] = rest[top + i]! - multiple * b[i]!;
  }
  return quotient;
}

function derivative(polynomial: readonly bigint[]): bigint[] {
  return polynomial.slice(1).map((coefficient, i) => coefficient * BigInt(i + 1));
}

/** The coefficients over their greatest common divisor, signs kept. */
function primitivePart(polynomial: readonly bigint[]): bigint[] {
  let common = 0n;
  for (const coefficient of polynomial) {
    let rest = magnitude(coefficient);
    while (rest > 0n) [common, rest] = [rest, common % rest];
  }
  return polynomial.map((coefficient) => coefficient / common);
}

/**
 * A power of two above every positive root: 1 + largest coefficient over the last (Cauchy), rounded up.
 *
 * A power of two, so that halving meets every root that is a whole number over a power of two exactly.
 */
function rootBound(polynomial: readonly bigint[]): bigint {
  const lead = magnitude(polynomial.at(-1)!);
  let largest = 0n;
  for (const coefficient of polynomial) if (magnitude(coefficient) > largest) largest = magnitude(coefficient);
  const least = largest / lead + 2n;
  return 1n << BigInt(least.toString(2).length);
}

/** Sign of the polynomial at point/2^shift. */
function signAt(polynomial: readonly bigint[], point: bigint, shift: number): number {
  let value = 0n;
  let scale = 0n;
  for (let i = polynomial.length - 1; i >= 0; i--) {
    value = value * point + (polynomial[i]! << scale);
    scale += BigInt(shift);
  }
  return sign(value);
}

function signChanges(signs: readonly number[]): number {
  let changes = 0;
  let last = 0;
  for (const here of signs) {
    if (here !== 0 && last !== 0 && here !== last) changes += 1;
    if (here !== 0) last = here;
  }
  return changes;
}

function sign(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

function power(base: bigint, exponent: number): bigint {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
