import { foldName } from './place-id.ts';

/** Sweden's 290 municipalities by code and name. */
export class Municipalities {
  private readonly names: ReadonlyMap<string, string>;
  private readonly codes: ReadonlyMap<string, string>;

  /** @param text - CSV with the columns code and name, as SCB lists them */
  constructor(text: string) {
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',') as [string, string]);
    this.names = new Map(rows);
    this.codes = new Map(rows.map(([code, name]) => [foldName(name), code]));
  }

  nameOf(code: string): string | undefined {
    return this.names.get(code);
  }

  /** The code of a municipality by its code, also without the leading zero that spreadsheets drop, or by its name. */
  codeOf(text: string): string | undefined {
    const code = /^\d{3}$/.test(text) ? `0${text}` : text;
    if (this.names.has(code)) return code;
    const name = foldName(text);
    return (
      this.codes.get(name) ??
      this.codes.get(name.replace(/s? kommun$/, '')) ??
      this.codes.get(name.replace(/ kommun$/, ''))
    );
  }

  entries(): Iterable<readonly [string, string]> {
    return this.names;
  }
}
