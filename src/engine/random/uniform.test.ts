import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../arithmetic/index.ts';
import { philox4x32 } from './philox.ts';
import { fillNormals, fillUniforms, ONCE_YEAR, uniform, uniformFrom } from './uniform.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('uniformFrom', () => {
  it('never gives 0 or 1, and is symmetric', () => {
    expect(uniformFrom(0, 0)).toBe(1.1102230246251565e-16); // ½ / 2^52
    expect(uniformFrom(0xffffffff, 0xffffffff)).toBe(1 - 1.1102230246251565e-16);
  });

  it('is exactly (k + ½)/2^52 of the upper 52 bits', () => {
    fc.assert(
      fc.property(word, word, (high, low) => {
        const k = ((BigInt(high) << 32n) | BigInt(low)) >> 12n;
        // 2^53 u = 2k + 1, both sides exact whole numbers
        expect(BigInt(uniformFrom(high, low) * 9007199254740992)).toBe(2n * k + 1n);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });
});

describe('uniform', () => {
  it('takes words 0 and 1 of a Philox call in even lanes, 2 and 3 in odd ones', () => {
    const words = new Uint32Array(4);
    philox4x32(7, 8, 9, 3, 5, 6, words);
    expect(uniform(5, 6, 7, 8, 9, 6)).toBe(uniformFrom(words[0]!, words[1]!));
    expect(uniform(5, 6, 7, 8, 9, 7)).toBe(uniformFrom(words[2]!, words[3]!));
  });

  it('uses the last year of the counter for numbers drawn once per future', () => {
    expect(ONCE_YEAR).toBe(2 ** 32 - 1);
    expect(uniform(5, 6, 7, 8, ONCE_YEAR, 0)).toBe(uniform(5, 6, 7, 8, -1, 0));
  });

  it('has the mean and spread of an even number, and no link between its two lanes', () => {
    const n = 100_000;
    let [sum, squares, product] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const u = uniform(1, 2, i, 0, ONCE_YEAR, 0) - 0.5;
      const v = uniform(1, 2, i, 0, ONCE_YEAR, 1) - 0.5;
      sum += u;
      squares += u * u;
      product += u * v;
    }
    // Four standard errors: 4 √(1/12n), 4 √(1/180n), 4 √(1/144n)
    expect(Math.abs(sum / n)).toBeLessThan(0.0037);
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(0.00095);
    expect(Math.abs(product / n)).toBeLessThan(0.00106);
  });
});

describe('fillUniforms and fillNormals', () => {
  it('give the same bits as one draw at a time, and touch nothing else', () => {
    const futures = fc.array(word, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        word,
        word,
        futures,
        word,
        fc.nat(20),
        fc.nat(50),
        fc.nat(5),
        (k0, k1, low, high, lane, year, offset) => {
          const futureLow = Uint32Array.from(low);
          const futureHigh = new Uint32Array(low.length).fill(high);
          const start = low.length >> 1;
          const count = low.length - start;
          const uniforms = new Float64Array(offset + count + 1).fill(-1);
          const normals = uniforms.slice();
          fillUniforms(uniforms, offset, count, k0, k1, futureLow, futureHigh, start, year, lane);
          fillNormals(normals, offset, count, k0, k1, futureLow, futureHigh, start, year, lane);
          const single = low.slice(start).map((future) => uniform(k0, k1, future, high, year, lane));
          const around = (values: number[]) => [...new Array<number>(offset).fill(-1), ...values, -1];
          expect([...uniforms]).toEqual(around(single));
          expect([...normals]).toEqual(around(single.map(normalQuantile)));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
