import type { Language } from '../words/spoken.ts';
import { type Part, say } from './say.ts';

type Parts = readonly Part[];

const yearsInWords: Readonly<Record<number, string>> = { 5: 'fem', 10: 'tio', 15: 'femton', 20: 'tjugo' };
const yearsInEnglish: Readonly<Record<number, string>> = { 5: 'five', 10: 'ten', 15: 'fifteen', 20: 'twenty' };

const sv = {
  assumption: 'antagande',
  in: (years: number) => `om ${yearsInWords[years] ?? years} år`,
  within: (years: number) => `på ${yearsInWords[years] ?? years} års sikt`,
  percentPoints: (points: string) => `${points}\u00a0procentenheter`,
  percent: (share: string) => `${share}\u00a0procent`,
  theShop: 'butiken',
  outcome: {
    presentValue_society: 'löna sig för samhället',
    presentValue_municipality: 'löna sig för kommunen',
    presentValue_residents: 'löna sig för de boende',
    yearsOpen: 'ge fler år med öppen butik',
  } as Readonly<Record<string, string>>,
  salesMustRise: (the: Parts, share: Part, outcome: string) =>
    say`Försäljningen måste stiga med ${share} för att ${the} ska ${outcome}.`,
  salesMustNotRise: (the: Parts, share: Part, outcome: string) =>
    say`Försäljningen får stiga med högst ${share} för att ${the} ska ${outcome}.`,
  salesAssumed: (share: Part, badge: Part) =>
    say` I räkningen stiger den med ${share}, men det har ingen mätt. ${badge}`,
  mustBe: (what: Parts, side: 'above' | 'below', value: Part, the: Parts, outcome: string) =>
    say`${what} måste vara ${side === 'above' ? 'minst' : 'högst'} ${value} för att ${the} ska ${outcome}.`,
  assumed: (value: Part, badge: Part) => say` I räkningen är det ${value}, men det har ingen mätt. ${badge}`,
  evenOnAverage: (futures: string, error: string | undefined) =>
    say`Brytpunkten är ett genomsnitt över ${futures} framtider${error === undefined ? '' : `; att de inte är fler gör den osäker med omkring ${error}`}.`,
  evenInLikely: say`Brytpunkten gäller den troliga framtiden, utan slump.`,
  costs: (the: Parts, total: Part, running: Part, own: Part) =>
    say`${the} kostar kommunen ${total} om året, inte ${running}: kommunens egen insats på ${own} ska också bäras.`,
  costsMore: (the: Parts, more: Part) => say`${the} kostar kommunen i genomsnitt ${more} mer om året än att avstå.`,
  costsLess: (the: Parts, less: Part) => say`${the} kostar kommunen i genomsnitt ${less} mindre om året än att avstå.`,
  costsNothing: (the: Parts) => say`${the} kostar kommunen varken mer eller mindre än att avstå.`,
  stands: (shop: Parts, when: string, chance: Part, some: Parts, other: Part, without: Parts) =>
    say`Av 100 tänkbara framtider finns ${shop} kvar ${when} i ${chance} med ${some} och i ${other} ${without}.`,
  shopsStand: (shops: string, when: string, mean: Part, some: Parts, other: Part, without: Parts) =>
    say`Av ${shops} butiker finns i genomsnitt ${mean} kvar ${when} med ${some} och ${other} ${without}.`,
  standsOne: (shop: Parts, when: string, chance: Part) =>
    say`Av 100 tänkbara framtider finns ${shop} kvar ${when} i ${chance}.`,
  rangeOne: (low: Part, high: Part) => say` Beroende på vad som antas ligger talet mellan ${low} och ${high}.`,
  range: (low: Part, high: Part, some: Parts, otherLow: Part, otherHigh: Part, without: Parts) =>
    say` Beroende på vad som antas ligger talet mellan ${low} och ${high} med ${some} och mellan ${otherLow} och ${otherHigh} ${without}.`,
  rangeSame: (low: Part, high: Part) =>
    say` Beroende på vad som antas ligger talet mellan ${low} och ${high}, i båda fallen.`,
  sampling: (futures: string, error: string) =>
    say`Räknat på ${futures} framtider; att de inte är fler gör talen osäkra med omkring ${error} av 100.`,
  samplingOfMany: (futures: string) => say`Genomsnitt över ${futures} framtider.`,
  withoutShop: (shop: Parts, sek: Part, mean: Part) =>
    say`Att avstå kostar också: om ${shop} stänger kostar det kommunen omkring ${sek} om året för hemsändning och hemtjänstens inköp. Utslaget på alla framtider och år blir det ${mean} om året.`,
  withoutShops: (mean: Part) =>
    say`Att avstå kostar också: där butiker stänger betalar kommunen hemsändning och hemtjänstens inköp, i genomsnitt ${mean} om året.`,
  withoutShopResidents: (sek: Part) => say` De boende får dessutom resor till ombud för i genomsnitt ${sek} om året.`,
  travelSpared: (the: Parts, km: Part) => say` ${the} sparar de boende ${km} resor om året.`,
  travelAdded: (the: Parts, km: Part) => say` ${the} ger de boende ${km} längre resor om året.`,
  km: (km: string) => `${km}\u00a0km`,
  saves: (shop: Parts, more: Part, when: string) =>
    say`Samma pengar som stöd direkt till ${shop} räddar den ${when} i ${more} fler framtider av 100`,
  savesNone: (shop: Parts, when: string) =>
    say`Samma pengar som stöd direkt till ${shop} räddar den inte ${when} i fler framtider`,
  against: (the: Parts, more: Part) => say`; ${the} i ${more}.`,
  againstNone: (the: Parts) => say`; ${the} inte i någon.`,
  societyGains: (the: Parts, sek: Part) => say`Räknat på allt och alla vinner samhället i genomsnitt ${sek} på ${the}`,
  societyLoses: (the: Parts, sek: Part) =>
    say`Räknat på allt och alla förlorar samhället i genomsnitt ${sek} på ${the}`,
  residentsGain: (sek: Part) => say`; de boende vinner ${sek}.`,
  residentsLose: (sek: Part) => say`; de boende förlorar ${sek}.`,
  presentValues: (years: string, better: string | undefined) =>
    say`Nuvärde över ${years} år mot att avstå.${better === undefined ? '' : ` Samhället kommer bättre ut i ${better} av 100 framtider.`}`,
  oneOnly: say`Här finns bara ett alternativ, så det finns inget att jämföra med. Lägg till en åtgärd för att jämföra.`,
  manyShops: (all: string, shown: string) =>
    say`Scenariot har ${all} butiker. Tabeller och diagram visar de ${shown} första; meningar och summor gäller alla.`,
  failed: (count: string, all: string) =>
    say`${count} av ${all} framtider gick inte att räkna ut. De är utelämnade ur alla tal.`,
};

/** The sentences of the answer, in both languages. */
export const phrases: Readonly<Record<Language, typeof sv>> = {
  sv,
  en: {
    assumption: 'assumption',
    in: (years) => `in ${yearsInEnglish[years] ?? years} years`,
    within: (years) => `over ${yearsInEnglish[years] ?? years} years`,
    percentPoints: (points) => `${points}\u00a0percentage points`,
    percent: (share) => `${share}\u00a0per cent`,
    theShop: 'the shop',
    outcome: {
      presentValue_society: 'pay off for society',
      presentValue_municipality: 'pay off for the municipality',
      presentValue_residents: 'pay off for the residents',
      yearsOpen: 'give more years with an open shop',
    },
    salesMustRise: (the, share, outcome) => say`Sales must rise by ${share} for ${the} to ${outcome}.`,
    salesMustNotRise: (the, share, outcome) => say`Sales may rise by at most ${share} for ${the} to ${outcome}.`,
    salesAssumed: (share, badge) =>
      say` The calculation lets them rise by ${share}, but nobody has measured it. ${badge}`,
    mustBe: (what, side, value, the, outcome) =>
      say`${what} must be ${side === 'above' ? 'at least' : 'at most'} ${value} for ${the} to ${outcome}.`,
    assumed: (value, badge) => say` The calculation has ${value}, but nobody has measured it. ${badge}`,
    evenOnAverage: (futures, error) =>
      say`The break-even point is an average over ${futures} futures${error === undefined ? '' : `; that they are no more makes it uncertain by about ${error}`}.`,
    evenInLikely: say`The break-even point is of the likely future, without luck.`,
    costs: (the, total, running, own) =>
      say`${the} costs the municipality ${total} a year, not ${running}: the municipality’s own contribution of ${own} must be borne too.`,
    costsMore: (the, more) => say`${the} costs the municipality ${more} more a year on average than doing without.`,
    costsLess: (the, less) => say`${the} costs the municipality ${less} less a year on average than doing without.`,
    costsNothing: (the) => say`${the} costs the municipality neither more nor less than doing without.`,
    stands: (shop, when, chance, some, other, without) =>
      say`Of 100 conceivable futures ${shop} still stands ${when} in ${chance} with ${some} and in ${other} ${without}.`,
    shopsStand: (shops, when, mean, some, other, without) =>
      say`Of ${shops} shops ${mean} still stand ${when} on average with ${some} and ${other} ${without}.`,
    standsOne: (shop, when, chance) => say`Of 100 conceivable futures ${shop} still stands ${when} in ${chance}.`,
    rangeOne: (low, high) => say` Depending on what is assumed the number lies between ${low} and ${high}.`,
    range: (low, high, some, otherLow, otherHigh, without) =>
      say` Depending on what is assumed the number lies between ${low} and ${high} with ${some} and between ${otherLow} and ${otherHigh} ${without}.`,
    rangeSame: (low, high) =>
      say` Depending on what is assumed the number lies between ${low} and ${high}, in both cases.`,
    sampling: (futures, error) =>
      say`Computed over ${futures} futures; that they are no more makes the numbers uncertain by about ${error} of 100.`,
    samplingOfMany: (futures) => say`Average over ${futures} futures.`,
    withoutShop: (shop, sek, mean) =>
      say`Doing without costs too: if ${shop} closes it costs the municipality about ${sek} a year for home delivery and the home care’s shopping. Spread over all futures and years it comes to ${mean} a year.`,
    withoutShops: (mean) =>
      say`Doing without costs too: where shops close the municipality pays for home delivery and the home care’s shopping, ${mean} a year on average.`,
    withoutShopResidents: (sek) => say` The residents also get trips to agents for ${sek} a year on average.`,
    travelSpared: (the, km) => say` ${the} spares the residents ${km} of travel a year.`,
    travelAdded: (the, km) => say` ${the} gives the residents ${km} more travel a year.`,
    km: (km) => `${km}\u00a0km`,
    saves: (shop, more, when) =>
      say`The same money as support directly to ${shop} saves it in ${more} more futures of 100 ${when}`,
    savesNone: (shop, when) => say`The same money as support directly to ${shop} saves it in no more futures ${when}`,
    against: (the, more) => say`; ${the} in ${more}.`,
    againstNone: (the) => say`; ${the} in none.`,
    societyGains: (the, sek) => say`Counting everything and everyone, society gains ${sek} on average from ${the}`,
    societyLoses: (the, sek) => say`Counting everything and everyone, society loses ${sek} on average on ${the}`,
    residentsGain: (sek) => say`; the residents gain ${sek}.`,
    residentsLose: (sek) => say`; the residents lose ${sek}.`,
    presentValues: (years, better) =>
      say`Present value over ${years} years against doing without.${better === undefined ? '' : ` Society comes out better in ${better} of 100 futures.`}`,
    oneOnly: say`There is only one alternative here, so there is nothing to compare with. Add a measure to compare.`,
    manyShops: (all, shown) =>
      say`The scenario has ${all} shops. Tables and plots show the first ${shown}; sentences and sums are of all.`,
    failed: (count, all) => say`${count} of ${all} futures could not be computed. They are left out of all numbers.`,
  },
};
