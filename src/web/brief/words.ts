import { bilingual } from '../words/bilingual.ts';

/** What the brief says beside its figures. */
export const words = bilingual({
  sv: {
    brief: 'Beslutsunderlag',
    waiting: 'Räknar …',
    tools: 'Verktyg för underlaget',
    print: 'Skriv ut eller spara som PDF',
    csv: 'Tabellen som CSV',
    version: 'Version',
    internal: 'Intern',
    public: 'Offentlig',
    internalHelp: 'Den interna versionen visar allt, även hemliga uppgifter.',
    publicHelp: 'I den offentliga versionen är hemliga uppgifter, och allt som avslöjar dem, borttagna.',
    secretOnes: (what: string) =>
      `Hemligt: ${what}. Allt som avslöjar det är utelämnat; i bilagorna står vad det betyder.`,
    publicNone: 'Scenariot håller inga hemliga uppgifter: den offentliga versionen är lika med den interna.',
    publicWaiting: 'Tar reda på vad som avslöjar det hemliga …',
    proposedIs: 'Förslaget gäller',
    old: 'Räknar om. Talen nedan gäller det som räknades senast.',
    withheld: 'uppgiften är hemlig',
    date: (day: string) => `Framtaget ${day}`,
    scenarioOf: (name: string, number: number) => `scenario ${name}, revision ${number}`,
    notSaved: 'med ändringar som inte är sparade',
    synthetic: 'Delar av uppgifterna är påhittade för att pröva verktyget. Underlaget gäller ingen verklig bygd.',
    footer: (engine: string, hash: string) =>
      `Bygdekalkyl ${engine} · källor: bilaga 1 · intyg ${hash === '' ? 'hålls internt' : hash}`,
    page: 'sida',
    of: 'av',

    question: 'Frågan',
    asked: (place: string, proposed: string, baseline: string) =>
      `Vad är bäst för ${place}: ${proposed} eller ${baseline}?`,
    askedMany: (place: string, proposed: string, baseline: string, others: number) =>
      `Vad är bäst för ${place}: ${proposed} eller ${baseline}? ${others === 1 ? 'Ett annat alternativ är också prövat' : `${others} andra alternativ är också prövade`}.`,
    answer: 'Svaret',
    howSure: 'Hur säkert är det?',
    turns: 'Vad kan vända på svaret?',
    luck: (percent: string) =>
      `Av osäkerheten i hur många år butiken är öppen är ${percent} slump. Den går inte att utreda bort; resten beror på sådant som går att ta reda på.`,
    assumed: (count: string) =>
      `Resultatet bygger på ${count} antaganden som ingen har mätt. Ett antagande är märkt där det nämns.`,
    ofFutures: (futures: string) =>
      `Talen är räknade på ${futures} tänkbara framtider. Alla alternativ möter samma framtider, så skillnaden mellan dem beror bara på åtgärderna.`,
    askFirst: (what: string) => `Ta först reda på: ${what}. Det skulle minska osäkerheten mest.`,
    noTurn: 'Inget antagande som är prövat vänder på svaret inom rimliga gränser.',
    turnsWaiting: 'Brytpunkterna räknas fortfarande ut.',

    proposal: 'Förslag till beslut',
    proposalLead: 'Nämnden föreslås besluta',
    editHelp: 'Texten är ett utkast. Ändra den som du vill; den finns kvar så länge fliken är öppen.',
    point: (number: number) => `Punkt ${number}`,
    addPoint: 'Lägg till en punkt',
    removePoint: 'Ta bort',
    restore: 'Tillbaka till utkastet',
    attChoose: (what: string, from: number, through: number | undefined) =>
      `att genomföra ”${what}” från och med ${from}${through === undefined ? '' : ` till och med ${through}`},`,
    attNone: (what: string) => `att välja ”${what}” och inte genomföra någon av de prövade åtgärderna,`,
    attCost: (sek: string, about: string) =>
      `att avsätta ${sek} om året för kommunens kostnad, avskrivning och ränta på kommunens egen insats inräknade (${about}),`,
    attCostAverage: (sek: string) => `att avsätta omkring ${sek} om året för kommunens kostnad,`,
    attFinance: (sek: string, through: number) =>
      `att avtal får tecknas först när det är avgjort vem som betalar de ${sek} som till och med ${through} ännu ingen har lovat,`,
    attFinanceHidden: 'att avtal får tecknas först när finansieringen är säkrad hela avtalstiden,',
    attHost: 'att avtalet ska säga vad som gäller om butiken stänger,',
    attFind: (what: string) => `att före avtal ta reda på: ${what},`,
    attFollow:
      'att följa upp efter ett, tre och fem år med de värden som står i underlaget, och pröva beslutet på nytt om de ligger vid det dåliga utfallet.',

    none: 'Att avstå, och vad det kostar',
    noneLead: (baseline: string) => `Alternativet ”${baseline}” är inte gratis.`,
    noneMunicipality: (sek: string) =>
      `Där butiken stänger betalar kommunen hemsändning och hemtjänstens inköp: i genomsnitt ${sek} om året, utslaget på alla framtider och år.`,
    noneState: (sek: string) => `Staten betalar bidrag till hemsändning för i genomsnitt ${sek} om året.`,
    noneResidents: (sek: string) => `De boende får längre väg till ombud, för i genomsnitt ${sek} om året.`,
    noneCloses: (chance: string) => `Butiken har stängt före periodens slut i ${chance} av 100 framtider.`,
    noneClosesMany: (closed: string, all: string) =>
      `Av ${all} butiker har i genomsnitt ${closed} stängt före periodens slut.`,
    noneTravel: (km: string) =>
      `De boende reser ${km} kilometer mer om året än med förslaget, för inköp, ärenden och ombud.`,
    noneHidden: 'Vad det kostar är räknat, men talen skulle avslöja den hemliga uppgiften.',

    present: 'Nuläge',
    people: 'Människor',
    distances: 'Avstånd',
    shops: 'Butik',
    towns: 'Tätorter dit man annars far',
    what: 'Uppgift',
    where: 'Gäller',
    value: 'Värde',
    status: 'Status',
    source: 'Källa',
    statuses:
      'Status: funnet står i en namngiven källa, härlett är räknat ur sådana, antagande har ingen mätt, påhittat är till för att pröva verktyget.',
    found: 'funnet',
    derived: 'härlett',
    assumption: 'antagande',
    syntheticValue: 'påhittat',
    noStatus: 'inte angiven',
    noSource: 'ingen källa angiven',
    to: (place: string, town: string) => `${place} till ${town}`,
    hinterland: (place: string) => `${place}, omlandet`,
    kilometresAs: 'Enkel väg i kilometer.',
    noShop: 'Ingen butik finns i scenariot.',
    changed: 'Prövat i det här underlaget',
    changedLead: 'De här värdena är prövade men inte sparade i scenariot.',
    removed: 'borttaget',

    alternatives: 'Alternativen',
    alternativesLead:
      'Alla alternativ möter samma framtider. Belopp om året är genomsnitt över alla år och framtider. Ett plustecken är en vinst mot att avstå.',
    alternative: 'Alternativ',
    standsAtEnd: (year: number) => `Butiken finns kvar ${year}`,
    quarter: (quarter: number) =>
      [
        'i mindre än 25 av 100 framtider',
        'i 25 till 50 av 100 framtider',
        'i 50 till 75 av 100 framtider',
        'i minst 75 av 100 framtider',
      ][quarter] ?? '',
    municipalCost: 'Kommunens kostnad första året enligt kalkyl',
    noCalculation: 'ingen kalkyl',
    agreement: 'Avtal',
    years: (count: number) => (count === 1 ? '1 år' : `${count} år`),

    calculation: 'Kalkyl',
    noCalculations: 'Scenariot har ingen kalkyl för åtgärderna.',
    investment: 'Investering',
    cost: 'Kostnad',
    life: 'Avskrivning',
    rate: 'Ränta',
    whoPaysIt: 'Vem betalar',
    running: 'Drift om året',
    reckoned: 'Räknat som',
    firstYear: (year: number) => `Kostnad ${year}, kronor om året`,
    seenBy: 'Sett från',
    depreciation: 'Avskrivning',
    interest: 'Ränta',
    premises: 'Lokal',
    staff: 'Personal',
    other: 'Övrigt',
    total: 'Summa',
    average_capital: 'på genomsnittligt kapital',
    opening_balance: 'på ingående värde',
    annuity: 'annuitet',
    grant: 'bidrag',
    ownShare: 'egen insats',
    posts: (posts: string, sek: string) => `${posts} tjänst à ${sek}`,
    calculationLead:
      'Samma kostnad ser olika ut beroende på vem som räknar: projektet drar av bidragen, kommunen bär sin egen insats, samhället räknar allt.',

    whoPays: 'Vem betalar vad, år för år',
    whoPaysLead: (name: string) =>
      `Nettobetalningar med ”${name}” i den troliga framtiden, kronor av varje års värde. Minus är en inkomst.`,
    financedLead: (measure: string) => `Är ”${measure}” betald hela vägen?`,
    financedYes: (year: number) => `Ja: någon har lovat pengarna till och med ${year}, då avtalet löper ut.`,
    financedNo: (sek: string, year: number) =>
      `Nej: av kostnaden till och med ${year}, då avtalet löper ut, har ingen lovat ${sek}.`,
    financedAfter: (sek: string, year: number, last: number) =>
      `Från ${year} till ${last} kostar den ${sek} till, om avtalet förnyas.`,
    inSpreadsheet: 'År för år står varje åtgärd i kalkylbladet.',
    nearestOnly: 'Bara närmaste tätort från varje plats; alla avstånd finns i scenariot.',
    financedEnds: 'Avtalet förnyas inte av sig självt: åtgärden upphör då.',
    year: 'År',
    grants: 'Bidrag',
    promised: 'Lovat',
    missing: 'Ingen har lovat',
    throughAgreement: (year: number) => `Under avtalet, till och med ${year}`,
    afterAgreement: 'Efter avtalet',
    sumThrough: 'Summa under avtalet',
    sumAfter: 'Summa efter avtalet',
    sum: 'Summa',

    consequences: 'Följder för butiken och de boende',
    forShop: 'Butiken',
    forResidents: 'De boende',
    people5: 'Invånare inom 5 km från öppen butik',
    people10: 'Invånare inom 10 km från öppen butik',
    withoutShop: 'Invånare utan butik inom räckhåll',
    people5Point: 'Invånare inom 5 km från servicepunkt',
    older: 'Invånare över 65 år med mer än 10 km till butik',
    carless: 'Invånare utan bil med mer än 5 km till butik',
    shoppingTravel: 'Inköpsresor, km om året',
    errandTravel: 'Ärenderesor, km om året',
    averageOf: 'Genomsnitt över alla framtider.',
    olderUnknown:
      'Hur många äldre som får långt till butik går inte att säga: scenariot anger inte åldersgrupper. Lägg in antalet invånare 65–79 år och 80 år eller äldre, så räknas det.',
    carlessUnknown:
      'Hur många utan bil som får långt till butik går inte att säga: scenariot anger inte hur många som saknar bil. Lägg in andelen, så räknas det.',
    longestFirst:
      'De som har längst väg, inte kan köra bil eller behöver hjälp med inköp drabbas först när en butik stänger.',
    causes: (gaveUp: string, insolvent: string, noSuccessor: string) =>
      `Orsaker till stängning med förslaget, av 100 framtider: ägaren orkar inte längre ${gaveUp}, pengarna tar slut ${insolvent}, ingen tar över ${noSuccessor}.`,
    plotsHidden: 'Diagrammen visas inte i den offentliga versionen: de skulle avslöja den hemliga uppgiften.',
    residentsHidden: 'Vad det betyder för de boende är räknat, men talen skulle avslöja den hemliga uppgiften.',
    residentsWaiting: 'Hämtar uppgifter om de boende …',

    certainty: 'Hur säkert är svaret?',
    three:
      'Tre slags osäkerhet hålls isär: vad vi inte vet (antaganden), slump (samma antaganden ger ändå olika framtider) och räknefel (framtiderna är många men inte oändligt många).',
    drives: (variable: string) => `Vad som styr skillnaden i ${variable}`,
    breakEven: 'Brytpunkter',
    breakEvenLead:
      'Värden där förslaget och att avstå är lika bra i den troliga framtiden, eller i genomsnitt där det är räknat.',
    quantity: 'Uppgift',
    stated: 'I räkningen',
    evenAt: 'Lika vid',
    in: 'För',
    betterAbove: 'bättre över',
    betterBelow: 'bättre under',
    against: 'Det starkaste skälet emot',
    againstLead: (name: string) => `Det som talar mot ”${name}”, ur talen själva:`,
    againstNothing: 'Talen ger inget starkt skäl emot. Det betyder inte att det saknas: fråga dem som berörs.',
    againstSociety: (sek: string, hundred: string) =>
      `Samhället förlorar i genomsnitt ${sek} på det jämfört med att avstå. Det blir bättre i ${hundred} av 100 framtider.`,
    againstSame: (hundred: string) => `I ${hundred} av 100 framtider gör det ingen skillnad för om butiken finns kvar.`,
    againstPrice: (sek: string, more: string) =>
      `Kommunen betalar ${sek} mer om året, och butiken räddas i ${more} fler framtider av 100.`,
    againstPriceNone: (sek: string) =>
      `Kommunen betalar ${sek} mer om året utan att butiken finns kvar i fler framtider.`,
    againstPriceMany: (sek: string, more: string, all: string) =>
      `Kommunen betalar ${sek} mer om året, och av ${all} butiker finns i genomsnitt ${more} fler kvar vid periodens slut.`,
    againstMoney: (more: string, less: string) =>
      `Samma pengar direkt till butiken räddar den i ${more} fler framtider av 100 än att avstå; förslaget i ${less}.`,
    againstOther: (other: string, chance: string, own: string, sek: string) =>
      `”${other}” håller butiken öppen i ${chance} av 100 framtider mot ${own}, och kostar kommunen ${sek} mindre om året.`,
    againstMissing: (sek: string, year: number) => `${sek} till och med ${year} har ingen lovat att betala.`,
    againstAssumption: (what: string, at: string, stated: string) =>
      `Svaret vilar på något ingen har mätt: ${what}. I räkningen är det ${stated}; vid ${at} vänder svaret.`,
    hidden: 'Det här är räknat, men talen skulle avslöja den hemliga uppgiften. De står i den interna versionen.',
    againstHidden:
      'Skälen är räknade, men talen skulle avslöja den hemliga uppgiften. De står i den interna versionen.',

    followUp: 'Uppföljningsvärden',
    followUpLead: (name: string) =>
      `Mät det här efter ett, tre och fem år med ”${name}”, och jämför. Dåligt är det värde som underskrids i 5 av 100 framtider, gott det som överskrids i 5 av 100.`,
    after: (years: number, calendar: number) => `Efter ${years} år (${calendar})`,
    bad: 'Dåligt',
    middle: 'Mitten',
    good: 'Gott',
    howMeasured: 'Så mäts det',
    measuredPeople: 'folkbokföringen, 31 december',
    measuredCustomers: 'butikens kvitton, kassan',
    measuredSales: 'butikens bokslut',
    measuredOwnerPay: 'butikens bokslut, ägarens uttag',
    measuredCash: 'butikens bokslut',
    measuredResult: 'butikens bokslut',
    followUpHidden:
      'Vilka värden som ska mätas är offentligt; vilka tal som väntas skulle avslöja den hemliga uppgiften.',
    measuredOwn:
      'Mät också hur många som använder åtgärden och för vad: det är den uppgift som säkrast visar om den gör nytta.',

    annexes: 'Bilagor',
    sources: 'Bilaga 1. Källor',
    sourcesLead: 'Uppgifter som står i en namngiven källa.',
    assumptions: 'Bilaga 2. Antaganden',
    assumptionsLead: (shown: string, all: string) =>
      `${all} uppgifter är antagna. Här står de ${shown} som scenariot självt anger eller som styr svaret mest; alla finns i kalkylbladet.`,
    questions: 'Öppna frågor',
    assumedMeanwhile: 'Antaget så länge',
    rules: 'Stödregler som räknats med',
    warningHeld: (known: number | null, through: number | null) =>
      `beloppen är kända till och med ${known ?? '?'} och hålls oförändrade till ${through ?? '?'}`,
    warningAssumption: 'bygger på ett antagande',
    warningOther: 'har en anmärkning',
    certificate: 'Bilaga 3. Intyg',
    certificateLead:
      'Samma motor, modell, scenario, frö och antal framtider ger samma kontrollsumma på vilken dator som helst.',
    engine: 'Beräkningsmotor',
    seed: 'Frö till slumptalen',
    futures: 'Framtider',
    model: 'Modell',
    scenario: 'Scenario',
    result: 'Resultat',
    secrets: 'Om det som är hemligt',
    secretsRule:
      'Någon uppgift i scenariot är hemlig. Modellen, övriga uppgifter och slumptalens frö är öppna, så den som har ett enda exakt tal som beror på den hemliga uppgiften kan räkna sig tillbaka till den. Därför är varje sådant tal borttaget, även nuvärden, skillnader, brytpunkter och kontrollsummor. Kvar står det som räknas utan den: kalkylerna, som gäller åtgärden ensam till angivna priser. Butikens chans att finnas kvar sägs bara i fjärdedelar, eftersom en chans i hela hundradelar skulle ringa in uppgiften.',
    glossary: 'Bilaga 4. Ordlista',
  },
  en: {
    brief: 'Decision brief',
    waiting: 'Computing …',
    tools: 'Tools for the brief',
    print: 'Print or save as PDF',
    csv: 'The table as CSV',
    version: 'Version',
    internal: 'Internal',
    public: 'Public',
    internalHelp: 'The internal version shows everything, secret figures too.',
    publicHelp: 'In the public version secret figures, and everything that reveals them, are left out.',
    secretOnes: (what: string) =>
      `Secret: ${what}. Everything that reveals it is left out; the annexes say what that means.`,
    publicNone: 'The scenario holds no secret figures: the public version is the same as the internal one.',
    publicWaiting: 'Finding out what reveals the secret …',
    proposedIs: 'The proposal is',
    old: 'Computing anew. The figures below are of what was computed last.',
    withheld: 'this figure is secret',
    date: (day: string) => `Prepared on ${day}`,
    scenarioOf: (name: string, number: number) => `scenario ${name}, revision ${number}`,
    notSaved: 'with changes that are not saved',
    synthetic: 'Some of the input is made up to try out the tool. The brief is about no real village.',
    footer: (engine: string, hash: string) =>
      `Bygdekalkyl ${engine} · sources: annex 1 · certificate ${hash === '' ? 'kept internally' : hash}`,
    page: 'page',
    of: 'of',

    question: 'The question',
    asked: (place: string, proposed: string, baseline: string) =>
      `What is best for ${place}: ${proposed} or ${baseline}?`,
    askedMany: (place: string, proposed: string, baseline: string, others: number) =>
      `What is best for ${place}: ${proposed} or ${baseline}? ${others === 1 ? 'One other alternative has' : `${others} other alternatives have`} been tried too.`,
    answer: 'The answer',
    howSure: 'How sure is it?',
    turns: 'What can turn the answer?',
    luck: (percent: string) =>
      `Of the uncertainty in how many years the shop is open, ${percent} is luck. No inquiry removes it; the rest depends on things that can be found out.`,
    assumed: (count: string) =>
      `The result stands on ${count} assumptions that nobody has measured. An assumption is marked where it is mentioned.`,
    ofFutures: (futures: string) =>
      `The figures are computed over ${futures} conceivable futures. All alternatives meet the same futures, so the difference between them comes from the measures alone.`,
    askFirst: (what: string) => `First find out: ${what}. It would reduce the uncertainty most.`,
    noTurn: 'No assumption that was tried turns the answer within reasonable limits.',
    turnsWaiting: 'The break-even points are still being computed.',

    proposal: 'Proposal for decision',
    proposalLead: 'The board is proposed to decide',
    editHelp: 'The text is a draft. Change it as you like; it stays as long as the tab is open.',
    point: (number: number) => `Point ${number}`,
    addPoint: 'Add a point',
    removePoint: 'Remove',
    restore: 'Back to the draft',
    attChoose: (what: string, from: number, through: number | undefined) =>
      `to carry out “${what}” from ${from}${through === undefined ? '' : ` through ${through}`},`,
    attNone: (what: string) => `to choose “${what}” and carry out none of the measures tried,`,
    attCost: (sek: string, about: string) =>
      `to set aside ${sek} a year for the municipality’s cost, including depreciation and interest on its own share (${about}),`,
    attCostAverage: (sek: string) => `to set aside about ${sek} a year for the municipality’s cost,`,
    attFinance: (sek: string, through: number) =>
      `that no agreement be signed until it is settled who pays the ${sek} that through ${through} nobody has promised yet,`,
    attFinanceHidden: 'that no agreement be signed until its financing is secured to its end,',
    attHost: 'that the agreement say what applies if the shop closes,',
    attFind: (what: string) => `to find out, before any agreement: ${what},`,
    attFollow:
      'to follow up after one, three and five years with the values of this brief, and to reconsider the decision if they are near the bad outcome.',

    none: 'Doing nothing, and what it costs',
    noneLead: (baseline: string) => `The alternative “${baseline}” is not free.`,
    noneMunicipality: (sek: string) =>
      `Where the shop closes the municipality pays for home delivery and home care’s shopping: ${sek} a year on average, over all futures and years.`,
    noneState: (sek: string) => `The state pays grants for home delivery of ${sek} a year on average.`,
    noneResidents: (sek: string) => `Residents get a longer way to agents, worth ${sek} a year on average.`,
    noneCloses: (chance: string) => `The shop has closed before the end of the period in ${chance} of 100 futures.`,
    noneClosesMany: (closed: string, all: string) =>
      `Of ${all} shops ${closed} have closed before the end of the period, on average.`,
    noneTravel: (km: string) =>
      `Residents travel ${km} kilometres more a year than with the proposal, for shopping, errands and agents.`,
    noneHidden: 'What it costs has been computed, but the figures would reveal the secret one.',

    present: 'Present state',
    people: 'People',
    distances: 'Distances',
    shops: 'Shop',
    towns: 'Towns people go to otherwise',
    what: 'Figure',
    where: 'Of',
    value: 'Value',
    status: 'Status',
    source: 'Source',
    statuses:
      'Status: found stands in a named source, derived is computed from such, an assumption nobody has measured, made up is there to try the tool.',
    found: 'found',
    derived: 'derived',
    assumption: 'assumption',
    syntheticValue: 'made up',
    noStatus: 'not stated',
    noSource: 'no source stated',
    to: (place: string, town: string) => `${place} to ${town}`,
    hinterland: (place: string) => `${place}, hinterland`,
    kilometresAs: 'One way, in kilometres.',
    noShop: 'There is no shop in the scenario.',
    changed: 'Tried in this brief',
    changedLead: 'These values are tried but not saved in the scenario.',
    removed: 'removed',

    alternatives: 'The alternatives',
    alternativesLead:
      'All alternatives meet the same futures. Amounts a year are averages over all years and futures. A plus sign is a gain on doing nothing.',
    alternative: 'Alternative',
    standsAtEnd: (year: number) => `The shop is still there in ${year}`,
    quarter: (quarter: number) =>
      [
        'in fewer than 25 of 100 futures',
        'in 25 to 50 of 100 futures',
        'in 50 to 75 of 100 futures',
        'in at least 75 of 100 futures',
      ][quarter] ?? '',
    municipalCost: 'The municipality’s cost in the first year by calculation',
    noCalculation: 'no calculation',
    agreement: 'Agreement',
    years: (count: number) => (count === 1 ? '1 year' : `${count} years`),

    calculation: 'Calculation',
    noCalculations: 'The scenario has no calculation of its measures.',
    investment: 'Investment',
    cost: 'Cost',
    life: 'Depreciation',
    rate: 'Interest',
    whoPaysIt: 'Who pays',
    running: 'Running cost a year',
    reckoned: 'Reckoned as',
    firstYear: (year: number) => `Cost in ${year}, SEK a year`,
    seenBy: 'Seen by',
    depreciation: 'Depreciation',
    interest: 'Interest',
    premises: 'Premises',
    staff: 'Staff',
    other: 'Other',
    total: 'Sum',
    average_capital: 'on average capital',
    opening_balance: 'on opening balance',
    annuity: 'annuity',
    grant: 'grant',
    ownShare: 'own share',
    posts: (posts: string, sek: string) => `${posts} of a post at ${sek}`,
    calculationLead:
      'The same cost looks different depending on who counts: the project takes grants off, the municipality bears its own share, society counts everything.',

    whoPays: 'Who pays what, year by year',
    whoPaysLead: (name: string) =>
      `Net payments with “${name}” in the likely future, in the kronor of each year. Minus is an income.`,
    financedLead: (measure: string) => `Is “${measure}” paid all the way?`,
    financedYes: (year: number) => `Yes: somebody has promised the money through ${year}, when the agreement ends.`,
    financedNo: (sek: string, year: number) =>
      `No: of the cost through ${year}, when the agreement ends, nobody has promised ${sek}.`,
    financedAfter: (sek: string, year: number, last: number) =>
      `From ${year} to ${last} it costs ${sek} more, if the agreement is renewed.`,
    inSpreadsheet: 'Year by year each measure stands in the spreadsheet.',
    nearestOnly: 'Only the nearest town from each place; all distances are in the scenario.',
    financedEnds: 'The agreement is not renewed by itself: the measure ends then.',
    year: 'Year',
    grants: 'Grants',
    promised: 'Promised',
    missing: 'Nobody has promised',
    throughAgreement: (year: number) => `Under the agreement, through ${year}`,
    afterAgreement: 'After the agreement',
    sumThrough: 'Sum under the agreement',
    sumAfter: 'Sum after the agreement',
    sum: 'Sum',

    consequences: 'Consequences for the shop and the residents',
    forShop: 'The shop',
    forResidents: 'The residents',
    people5: 'Residents within 5 km of an open shop',
    people10: 'Residents within 10 km of an open shop',
    withoutShop: 'Residents with no shop within reach',
    people5Point: 'Residents within 5 km of a service point',
    older: 'Residents over 65 with more than 10 km to a shop',
    carless: 'Residents without a car with more than 5 km to a shop',
    shoppingTravel: 'Shopping travel, km a year',
    errandTravel: 'Errand travel, km a year',
    averageOf: 'Average over all futures.',
    olderUnknown:
      'How many older people get far to a shop cannot be said: the scenario states no age groups. State the number of residents aged 65–79 and 80 or older, and it is computed.',
    carlessUnknown:
      'How many people without a car get far to a shop cannot be said: the scenario does not state how many have none. State the share, and it is computed.',
    longestFirst:
      'Those with the longest way, who cannot drive or who need help with shopping are hit first when a shop closes.',
    causes: (gaveUp: string, insolvent: string, noSuccessor: string) =>
      `Causes of closure with the proposal, of 100 futures: the owner gives up ${gaveUp}, the money runs out ${insolvent}, nobody takes over ${noSuccessor}.`,
    plotsHidden: 'The plots are not shown in the public version: they would reveal the secret figure.',
    residentsHidden: 'What it means to the residents has been computed, but the figures would reveal the secret one.',
    residentsWaiting: 'Fetching what is known of the residents …',

    certainty: 'How sure is the answer?',
    three:
      'Three kinds of uncertainty are kept apart: what we do not know (assumptions), luck (the same assumptions still give different futures) and sampling (the futures are many but not infinitely many).',
    drives: (variable: string) => `What drives the difference in ${variable}`,
    breakEven: 'Break-even points',
    breakEvenLead:
      'Values at which the proposal and doing nothing are equally good in the likely future, or on average where that was computed.',
    quantity: 'Figure',
    stated: 'In the calculation',
    evenAt: 'Even at',
    in: 'For',
    betterAbove: 'better above',
    betterBelow: 'better below',
    against: 'The strongest case against',
    againstLead: (name: string) => `What speaks against “${name}”, from the figures themselves:`,
    againstNothing:
      'The figures give no strong case against it. That does not mean there is none: ask those who are affected.',
    againstSociety: (sek: string, hundred: string) =>
      `Society loses ${sek} on it on average, compared with doing nothing. It comes out better in ${hundred} of 100 futures.`,
    againstSame: (hundred: string) =>
      `In ${hundred} of 100 futures it makes no difference to whether the shop is still there.`,
    againstPrice: (sek: string, more: string) =>
      `The municipality pays ${sek} more a year, and the shop is saved in ${more} more futures of 100.`,
    againstPriceNone: (sek: string) =>
      `The municipality pays ${sek} more a year without the shop being there in more futures.`,
    againstPriceMany: (sek: string, more: string, all: string) =>
      `The municipality pays ${sek} more a year, and of ${all} shops ${more} more are still there at the end of the period, on average.`,
    againstMoney: (more: string, less: string) =>
      `The same money straight to the shop saves it in ${more} more futures of 100 than doing nothing; the proposal in ${less}.`,
    againstOther: (other: string, chance: string, own: string, sek: string) =>
      `“${other}” keeps the shop open in ${chance} of 100 futures against ${own}, and costs the municipality ${sek} less a year.`,
    againstMissing: (sek: string, year: number) => `${sek} through ${year} nobody has promised to pay.`,
    againstAssumption: (what: string, at: string, stated: string) =>
      `The answer rests on something nobody has measured: ${what}. In the calculation it is ${stated}; at ${at} the answer turns.`,
    hidden: 'This has been computed, but the figures would reveal the secret one. They stand in the internal version.',
    againstHidden:
      'The reasons have been computed, but the figures would reveal the secret one. They stand in the internal version.',

    followUp: 'Follow-up values',
    followUpLead: (name: string) =>
      `Measure this after one, three and five years with “${name}”, and compare. Bad is the value that 5 of 100 futures fall below, good the one that 5 of 100 exceed.`,
    after: (years: number, calendar: number) => `After ${years === 1 ? '1 year' : `${years} years`} (${calendar})`,
    bad: 'Bad',
    middle: 'Middle',
    good: 'Good',
    howMeasured: 'How to measure it',
    measuredPeople: 'the population register, 31 December',
    measuredCustomers: 'the shop’s receipts',
    measuredSales: 'the shop’s annual accounts',
    measuredOwnerPay: 'the shop’s annual accounts, owner’s drawings',
    measuredCash: 'the shop’s annual accounts',
    measuredResult: 'the shop’s annual accounts',
    followUpHidden: 'Which values are to be measured is public; the figures to expect would reveal the secret one.',
    measuredOwn:
      'Also measure how many use the measure and for what: that is the figure that most surely shows whether it is of use.',

    annexes: 'Annexes',
    sources: 'Annex 1. Sources',
    sourcesLead: 'Figures that stand in a named source.',
    assumptions: 'Annex 2. Assumptions',
    assumptionsLead: (shown: string, all: string) =>
      `${all} figures are assumed. Here are the ${shown} that the scenario itself states or that drive the answer most; all of them are in the spreadsheet.`,
    questions: 'Open questions',
    assumedMeanwhile: 'Assumed meanwhile',
    rules: 'Support rules counted with',
    warningHeld: (known: number | null, through: number | null) =>
      `its amounts are known through ${known ?? '?'} and held unchanged until ${through ?? '?'}`,
    warningAssumption: 'rests on an assumption',
    warningOther: 'carries a remark',
    certificate: 'Annex 3. Certificate',
    certificateLead:
      'The same engine, model, scenario, seed and number of futures give the same checksum on any computer.',
    engine: 'Engine',
    seed: 'Seed of the random numbers',
    futures: 'Futures',
    model: 'Model',
    scenario: 'Scenario',
    result: 'Result',
    secrets: 'About what is secret',
    secretsRule:
      'Some figure of the scenario is secret. The model, the other figures and the seed of the random numbers are open, so whoever has a single exact figure that depends on the secret one can compute the secret from it. Every such figure is therefore left out, present values, differences, break-even points and checksums too. What is computed without it stays: the calculations, which are of the measure alone at stated prices. The shop’s chance of still being there is told only in quarters, since a chance in whole of a hundred would close in on the secret.',
    glossary: 'Annex 4. Glossary',
  },
});
