/** A made-up scenario with what Fliseryd has none of: 21 shops, a rule whose value is stated, a state aid regime, an open question. */
export const manyShops = `
id: manga-butiker
label: { sv: Många butiker, en: Many shops }
start: 2024
years: 3
seed: many shops
sameMoney: false
parameters:
  sarskiltDriftstodMaximum: 250000
places:
${villages(({ id }) => `  ${id}: { label: ${id}, inhabitants: { value: 700, status: synthetic } }`)}
towns:
  staden: { label: Staden, inhabitants: 20000 }
distances:
${villages(({ id, others }) => [`  - { between: [${id}, staden], km: 30 }`, ...others.map((other) => `  - { between: [${id}, ${other}], km: 25 }`)].join('\n'))}
shops:
${villages(({ id, number }) => `  butik-${number}: { label: Butik ${number}, place: ${id}, distance: 1, floorArea: 200, turnover: 5000000 }`)}
alternatives:
  idag: { label: Som i dag }
  stod:
    label: Särskilt driftstöd
    measures:
      stod: { kind: specialOperatingSupport, host: butik-01 }
openQuestions:
  turnover:
    about: { sv: Omsättningen, en: The turnover }
    question: { sv: Vad omsätter butiken?, en: What does the shop turn over? }
    at: shops.butik-01.turnover
    assumed: { sv: Antas, en: Assumed }
`;

type Village = { readonly id: string; readonly number: string; readonly others: readonly string[] };

function villages(write: (village: Village) => string): string {
  const numbers = Array.from({ length: 21 }, (_, index) => String(index + 1).padStart(2, '0'));
  return numbers
    .map((number, index) =>
      write({ id: `by-${number}`, number, others: numbers.slice(0, index).map((other) => `by-${other}`) }),
    )
    .join('\n');
}
