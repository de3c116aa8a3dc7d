import { exp, log } from '../arithmetic/index.ts';

const HALF_LN_TWO_PI = 0.9189385332046728;
const TINY = 1e-300;

/**
 * Share of a beta distribution below a point (regularized incomplete beta function).
 *
 * By its continued fraction, on the side of the mean where that converges fast; own exp and log, so the same bits on
 * every machine.
 *
 * @param x - between 0 and 1
 * @param alpha - first shape, above 0
 * @param beta - second shape, above 0
 * @param lnBeta - `logBeta(alpha, beta)`, given where many points share the shapes
 * @returns a share; 0 at and below 0, 1 at and above 1
 * @see NIST Digital Library of Mathematical Functions, 8.17.22; W. J. Lentz, Applied Optics 15 (1976) for the evaluation
 * @example
 * incompleteBeta(0.5, 2, 2) // ≈ 0.5
 */
export function incompleteBeta(x: number, alpha: number, beta: number, lnBeta = logBeta(alpha, beta)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(alpha * log(x) + beta * log(1 - x) - lnBeta);
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(x, alpha, beta)) / alpha
    : 1 - (front * fraction(1 - x, beta, alpha)) / beta;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  // Some ten terms do for shapes of a PERT; the bound is for shapes of many thousands.
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return value;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/**
 * Natural logarithm of the beta function, the constant that makes a beta distribution's shares sum to 1.
 *
 * @param alpha - first shape, above 0
 * @param beta - second shape, above 0
 * @returns ln B(alpha, beta)
 * @example
 * logBeta(2, 3) // ≈ -2.484906649788
 */
export function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

/** ln Γ(x) for x > 0: Stirling's series above 15, and the rule Γ(x + 1) = x Γ(x) to get there. */
function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  const v = 1 / (shifted * shifted);
  // Bernoulli numbers B2n / (2n (2n − 1)), n = 1 … 7
  const series =
    (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v * (1 / 1188 - v * (691 / 360360 - v / 156)))))) /
    shifted;
  return (shifted - 0.5) * log(shifted) - shifted + HALF_LN_TWO_PI + series - log(product);
}
