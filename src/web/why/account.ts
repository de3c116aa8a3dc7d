/** An amount of a calculation, and the amounts it is the sum of. */
export type Sum = {
  readonly label: { readonly sv: string; readonly en: string };
  readonly amountSekPerYear: string;
  readonly number: { readonly key: string } | null;
  readonly parts?: readonly Sum[] | undefined;
};

/** Decimals in which every amount of an account adds up to the eye: two where one of them has öre, otherwise none. */
export function decimalsOf(sum: Sum): 0 | 2 {
  const hasOre = Number(sum.amountSekPerYear) % 1 !== 0;
  return hasOre || (sum.parts ?? []).some((part) => decimalsOf(part) === 2) ? 2 : 0;
}
