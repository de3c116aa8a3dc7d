/** A word of law or trade, and what it means in a decision brief. */
export type GlossaryEntry = {
  /** In Swedish, as it stands in law and minutes. */
  readonly word: string;
  readonly sv: string;
  /** The English word first, then what it means. */
  readonly en: string;
};

/** Words that a board member may not know, in Swedish order. */
export const glossary: readonly GlossaryEntry[] = [
  {
    word: 'annuitet',
    sv: 'Avskrivning och ränta tillsammans, lika mycket varje år.',
    en: 'Annuity: depreciation and interest together, the same each year.',
  },
  {
    word: 'antagande',
    sv: 'En uppgift som ingen har mätt. Den bör prövas först av allt.',
    en: 'Assumption: a figure nobody has measured. It should be tested before anything else.',
  },
  {
    word: 'att-sats',
    sv: 'Ett led i ett beslut. Det börjar med «att» och säger vad som beslutas.',
    en: 'Point of a decision: one clause that says what is decided.',
  },
  {
    word: 'avskrivning',
    sv: 'En investerings kostnad fördelad på de år den används.',
    en: 'Depreciation: an investment’s cost spread over the years it is used.',
  },
  {
    word: 'beslutsunderlag',
    sv: 'Det papper en nämnd beslutar efter.',
    en: 'Decision brief: the paper on which a board decides.',
  },
  {
    word: 'brytpunkt',
    sv: 'Det värde på en uppgift där två alternativ blir lika bra. På andra sidan byter svaret håll.',
    en: 'Break-even: the value of a figure at which two alternatives are equally good. Beyond it the answer turns.',
  },
  {
    word: 'driftkostnad',
    sv: 'Årlig kostnad för värme, el, personal och liknande, utan kapitalkostnad.',
    en: 'Running cost: the yearly cost of heating, electricity, staff and the like, without capital cost.',
  },
  {
    word: 'driftstöd',
    sv: 'Pengar till att driva en butik.',
    en: 'Operating support: money towards running a shop.',
  },
  {
    word: 'efterkalkyl',
    sv: 'Kalkylen med vad det faktiskt kostade.',
    en: 'Final account: the calculation with what it did cost.',
  },
  {
    word: 'framtid',
    sv: 'Ett tänkbart förlopp, räknat år för år. Alla alternativ prövas i samma framtider, så att bara åtgärden skiljer.',
    en: 'Future: one conceivable course, computed year by year. All alternatives meet the same futures, so that only the measure differs.',
  },
  {
    word: 'förkalkyl',
    sv: 'Kalkylen som görs före beslutet.',
    en: 'Estimate: the calculation made before the decision.',
  },
  {
    word: 'hemsändning',
    sv: 'Varor som körs hem till hushåll som inte kan ta sig till en butik.',
    en: 'Home delivery: groceries brought to households that cannot get to a shop.',
  },
  {
    word: 'internränta',
    sv: 'Den ränta en kommun belastar sina egna verksamheter med för bundet kapital.',
    en: 'Internal interest rate: what a municipality charges its own activities for capital.',
  },
  {
    word: 'investeringsstöd',
    sv: 'Bidrag till en del av en investering. Det betalas ofta sedan ägaren har lagt ut pengarna.',
    en: 'Investment support: a grant for part of an investment, often paid after the owner has laid the money out.',
  },
  {
    word: 'kalkylränta',
    sv: 'Ränta som en kalkyl lägger på bundet kapital, eller som gör senare pengar mindre värda i dag.',
    en: 'Imputed interest, discount rate: interest that a calculation puts on capital, or that makes later money worth less today.',
  },
  {
    word: 'kundunderlag',
    sv: 'De människor, och deras köp, som en butik kan leva av.',
    en: 'Customer base: the people, and their purchases, that a shop can live on.',
  },
  {
    word: 'köptrohet',
    sv: 'Den del av invånarnas inköp som görs i den egna byns butik.',
    en: 'Local share: the part of residents’ purchases that stays with the village’s own shop.',
  },
  {
    word: 'lanthandel',
    sv: 'En dagligvarubutik på landsbygden, ofta den sista inom räckhåll.',
    en: 'Village shop: a grocery shop in the countryside, often the last one within reach.',
  },
  {
    word: 'LOU',
    sv: 'Lagen om offentlig upphandling: säger när en kommun måste begära in anbud.',
    en: 'Public Procurement Act: says when a municipality must ask for tenders.',
  },
  {
    word: 'nuvärde',
    sv: 'Summan av kommande års pengar, omräknade till vad de är värda i dag.',
    en: 'Present value: the sum of later years’ money, converted to what it is worth today.',
  },
  {
    word: 'ombud',
    sv: 'En butik som lämnar ut paket, läkemedel eller annat för någon annans räkning mot ersättning.',
    en: 'Agent: a shop that hands out parcels, medicine or other things for somebody else, for a fee.',
  },
  {
    word: 'omland',
    sv: 'De som bor runt en ort men utanför den.',
    en: 'Hinterland: the people around a locality but outside it.',
  },
  {
    word: 'restvärde',
    sv: 'Vad en investering är värd när avskrivningstiden är slut.',
    en: 'Residual value: what an investment is worth when its life is over.',
  },
  {
    word: 'servicepunkt',
    sv: 'En plats i en by där kommunal, statlig, ideell och kommersiell service samlas, ofta hos butiken.',
    en: 'Service point: a place in a village where municipal, state, non-profit and commercial service is gathered, often beside the shop.',
  },
  {
    word: 'slump',
    sv: 'Det som ingen kan veta i förväg ens om alla antaganden stämmer, till exempel när en ägare slutar.',
    en: 'Luck: what nobody can know beforehand even if every assumption holds, such as when an owner leaves.',
  },
  {
    word: 'standardfel',
    sv: 'Hur osäkert ett medelvärde är för att det räknats på så många framtider och inte fler.',
    en: 'Standard error: how uncertain an average is for having been computed over so many futures and no more.',
  },
  {
    word: 'uppföljningsvärde',
    sv: 'Något som mäts efter beslutet, för att se vilken framtid man har hamnat i.',
    en: 'Follow-up value: something measured after the decision, to see which future one has ended up in.',
  },
];
