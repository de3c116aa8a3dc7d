import type { Facts } from './facts.ts';

type Drivers = NonNullable<Facts['result']['drivers']>[number];

/** What drives the difference in how long the shop is open, otherwise in the first outcome there is. */
export function mainDrivers({ result, proposed }: Pick<Facts, 'result' | 'proposed'>): Drivers | undefined {
  const own = (result.drivers ?? []).filter(({ alternative }) => alternative === proposed.key);
  return own.find(({ variable }) => variable === 'yearsOpen') ?? own[0];
}

/** What would make the answer least uncertain if it were known, the most first: its names, in the language of the brief. */
export function mostWorthKnowing(facts: Pick<Facts, 'result' | 'proposed' | 'spoken'>): string[] {
  const drivers = mainDrivers(facts);
  return (drivers?.worthKnowing ?? []).flatMap((parameter) => {
    const found = drivers?.byCorrelation.find((each) => each.parameter === parameter);
    return found === undefined ? [] : [inSentence(facts.spoken(found.label))];
  });
}

/** A label as it stands within a sentence; names of more than one capital keep theirs. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
