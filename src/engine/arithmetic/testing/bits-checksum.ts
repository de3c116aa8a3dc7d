/**
 * A fingerprint of the bits of numbers (FNV-1a, 32 bits): any change of any bit shows.
 *
 * @param values - in a fixed order; NaN counts as one value
 * @returns eight hexadecimal digits
 */
export function bitsChecksum(values: Iterable<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, Number.isNaN(value) ? NaN : value, true);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Fixed inputs for a fingerprint: `count` numbers evenly from low to high, made without transcendental functions. */
export function evenly(count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
