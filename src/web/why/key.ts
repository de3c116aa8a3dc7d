/** What a number is: a variable of one thing, in a year. */
export type NumberKey = {
  readonly variable: string;
  /** Empty for the scenario as a whole. */
  readonly instance: string;
  /** A calendar year, `opening` before the first, `static` for what is the same every year; absent where none is named. */
  readonly year: number | 'opening' | 'static' | undefined;
};

/** `cash@ica-fliseryd@2021` as what it names; undefined for the key of a calculation. */
export function readKey(text: string): NumberKey | undefined {
  const [variable = '', ...rest] = text.split('@');
  if (rest.length === 0 || variable === '') return undefined;
  const last = rest.at(-1) as string;
  const isYear = rest.length > 1 && (/^\d{4}$/.test(last) || last === 'opening' || last === 'static');
  const year = !isYear ? undefined : last === 'opening' || last === 'static' ? last : Number(last);
  return { variable, instance: (isYear ? rest.slice(0, -1) : rest).join('@'), year };
}

/** The key of a number, as the API and the address have it. */
export function writeKey({ variable, instance, year }: NumberKey): string {
  return year === undefined ? `${variable}@${instance}` : `${variable}@${instance}@${year}`;
}

/**
 * How the API is asked about a number. Of a value before the first year it is asked about the first, which is made from it.
 */
export function askedAs(key: string): string {
  const read = readKey(key);
  return read?.year === 'opening' ? writeKey({ ...read, year: undefined }) : key;
}
