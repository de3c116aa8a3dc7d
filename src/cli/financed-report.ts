import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type { Financed } from '../app/financed-to-the-end.ts';
import { type Language, Numbers } from './numbers.ts';
import { heading, table } from './tables.ts';

const swedish = {
  heading: 'Finansierad till slutet?',
  note: 'Kostnaden enligt den troliga banan mot vad någon skriftligen har utlovat, kr i varje års penningvärde. Regelstyrda stöd och egna intäkter räknas inte som utlovade.',
  head: ['År', 'Kostnad', 'Bidrag till investering', 'Utlovat', 'varav antagande', 'Saknas'],
  yes: (last: number) => `JA, alla år till och med ${last}.`,
  agreementOnly: (end: number, first: number) =>
    `JA till avtalets slut ${end}; därefter NEJ: ${first} saknas det pengar.`,
  no: (end: number, first: number) =>
    `NEJ: ${first} är första året det saknas pengar; avtalet gäller till och med ${end}.`,
  never: 'Åtgärden pågår inget år i den troliga banan.',
};

const english: typeof swedish = {
  heading: 'Financed to the end?',
  note: 'Cost in the likely run against what somebody has promised in writing, SEK at the prices of each year. Support by rules and own income do not count as promised.',
  head: ['Year', 'Cost', 'Grants to investment', 'Promised', 'of which assumed', 'Missing'],
  yes: (last) => `YES, every year through ${last}.`,
  agreementOnly: (end, first) => `YES to the end of the agreement in ${end}; then NO: money is missing in ${first}.`,
  no: (end, first) => `NO: ${first} is the first year in which money is missing; the agreement runs through ${end}.`,
  never: 'The measure is active in no year of the likely run.',
};

/** Of each measure with an agreement, whether it is financed to the end, and the table by year; nothing where there is none. */
export function financedReport(
  document: Pick<ComparisonDocument, 'financed' | 'scenario'>,
  language: Language,
): string {
  if (document.financed.length === 0) return '';
  const texts = language === 'sv' ? swedish : english;
  const numbers = new Numbers(language);
  const verdict = ({ years, throughAgreement, firstNotCovered, agreementEnd }: Financed): string => {
    const last = years.at(-1);
    if (last === undefined) return texts.never;
    if (firstNotCovered === null) return texts.yes(last.year);
    return throughAgreement
      ? texts.agreementOnly(agreementEnd, firstNotCovered)
      : texts.no(agreementEnd, firstNotCovered);
  };
  const parts = document.financed.map((each) => {
    const alternative = document.scenario.alternatives.find(({ id }) => id === each.alternative);
    const rows = each.years.map(({ year, cost, grants, promised, assumed, missing }) => [
      String(year),
      ...[cost, grants, promised, assumed, missing].map((amount) => numbers.set(amount)),
    ]);
    const title = `${each.label[language]} («${alternative?.label[language] ?? each.alternative}»): ${verdict(each)}`;
    return rows.length === 0 ? `\n${title}` : `\n${title}\n${table(texts.head, rows)}`;
  });
  return [heading(texts.heading), texts.note, ...parts].join('\n');
}
