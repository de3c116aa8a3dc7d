/** The language of what is printed. */
export type Language = 'sv' | 'en';

/** Numbers as people read them, with plain spaces so that they can be searched for: `−12 345,60` is `-12 345,60`. */
export class Numbers {
  private readonly decimalMark: string;

  constructor(language: Language) {
    this.decimalMark = language === 'sv' ? ',' : '.';
  }

  /** A number with so many decimals, halves away from zero, thousands apart. What is not a number says so. */
  set(value: number, decimals = 0): string {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
    // A tie such as 323 148,955 is rarely exact in binary: a millionth of the last digit decides it as a reader would.
    const scaled = Math.abs(value) * 10 ** decimals;
    const digits = String(Math.floor(scaled + 0.5 + 1e-6)).padStart(decimals + 1, '0');
    if (digits.includes('e')) return value.toExponential(6).replace('.', this.decimalMark);
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ' ');
    const rest = decimals === 0 ? '' : this.decimalMark + digits.slice(digits.length - decimals);
    const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
    return `${sign}${whole}${rest}`;
  }

  /** A share as a percentage. */
  percent(share: number, decimals = 0): string {
    return `${this.set(share * 100, decimals)} %`;
  }

  /** A decimal text such as `10295.20`: öre only where there are any. */
  money(decimal: string): string {
    const value = Number(decimal);
    return Number.isInteger(value) ? this.set(value) : this.set(value, 2);
  }

  /** Any number with the digits it needs, up to eight. */
  free(value: number): string {
    if (!Number.isFinite(value)) return this.set(value);
    if (Number.isInteger(value)) return this.set(value);
    const size = Math.abs(value);
    if (size >= 1000) return this.set(value, 2);
    return String(Number(value.toPrecision(8))).replace('.', this.decimalMark);
  }
}
