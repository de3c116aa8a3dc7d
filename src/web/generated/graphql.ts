/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which of two alternatives is ahead in an outcome. */
export type Ahead =
  /** The alternative. */
  | 'alternative'
  /** The baseline. */
  | 'baseline'
  /** Neither. */
  | 'even'
  /** There is no answer: the scenario has no meaning at that value, such as a turnover above what can be bought. */
  | 'none';

/** How one alternative takes over from another. */
export type BreakEvenKind =
  /** There the two are even. */
  | 'crossing'
  /** Beyond there is no answer. */
  | 'edge'
  /** There it switches, and no value makes them even. */
  | 'jump';

/** From where a calculation is seen. */
export type CalculationViewName =
  /** What falls on the association. */
  | 'association'
  /** What falls on the EU. */
  | 'eu'
  /** What falls on foundations. */
  | 'foundation'
  /** What falls on the lender. */
  | 'lender'
  /** What falls on the municipality. */
  | 'municipality'
  /** What falls on others. */
  | 'other'
  /** What falls on the owner. */
  | 'owner'
  /** The project: what its owner bears, grants taken off. */
  | 'project'
  /** What falls on the region. */
  | 'region'
  /** What falls on the residents. */
  | 'residents'
  /** What falls on resources. */
  | 'resource'
  /** What falls on the shop. */
  | 'shop'
  /** Society: everything, whoever pays. */
  | 'society'
  /** What falls on the state. */
  | 'state';

/** What happened to a value. */
export type ChangeKind =
  /** It was not there before. */
  | 'added'
  /** It is another. */
  | 'changed'
  /** It is no longer there. */
  | 'removed';

/** Which shops are told together. */
export type ClosureKind =
  /** All shops with groceries. */
  | 'all'
  /** Shops that sell fuel only. */
  | 'fuel'
  /** Shops with groceries, of one size. */
  | 'groceries';

/** Kinds of running cost. */
export type CostCategory =
  /** Anything else. */
  | 'other'
  /** Premises: rent, heating, cleaning. */
  | 'premises'
  /** Staff. */
  | 'staff';

/** A new scenario. */
export type CreateScenarioInput = {
  /** The revision that `extends` names, or whose files it names: they join this one, as they are now. */
  extendsRevision?: string | number | null | undefined;
  /** More files that it names; at most 20. */
  files?: Array<ScenarioFileInput> | null | undefined;
  /** What it is for, one line. */
  note?: string | null | undefined;
  /** Its short name: small letters a–z, digits and hyphens, at most 63. */
  slug: string;
  /** The scenario, YAML, as `validate` checks it. */
  text: string;
};

/** Where an explained number comes from. */
export type ExplainedKind =
  /** Luck: a random number. */
  | 'draw'
  /** From its formula. */
  | 'formula'
  /** The scenario or the model states it. */
  | 'input'
  /** Found by a solver. */
  | 'solved';

/** A scenario of your own that starts from a revision. */
export type ForkScenarioInput = {
  /** Values to change. */
  changes?: Array<ValueChangeInput> | null | undefined;
  /** The revision it starts from; or name the scenario. */
  from?: string | number | null | undefined;
  /** What it is for, one line. */
  note?: string | null | undefined;
  /** Short name of a scenario, whose newest revision it starts from: `fliseryd`. */
  scenario?: string | null | undefined;
  /** Its short name: small letters a–z, digits and hyphens, at most 63. */
  slug: string;
};

/** Who gave a value. */
export type GivenBy =
  /** It is the model's default. */
  | 'default'
  /** The program filled it in, from other values. */
  | 'program'
  /** The scenario states it. */
  | 'scenario';

/** How imputed interest is reckoned. */
export type InterestMethod =
  /** So that depreciation and interest together are the same each year. */
  | 'annuity'
  /** On the average capital bound over the life, the same each year, as municipalities do. */
  | 'average_capital'
  /** On what is left at the opening of each year. */
  | 'opening_balance';

/** What a row of the ledger counts in. */
export type LedgerBasis =
  /** Liquidity and present value: what is paid that year. */
  | 'cash'
  /** Yearly calculations: depreciation and imputed interest in place of outlays. */
  | 'cost'
  /** Present value only: what is left at the end. */
  | 'terminal';

/** What a row of the ledger is. */
export type LedgerKind =
  /** Work, goods, energy, travel or time is used up (or saved): a cost to society. */
  | 'resource'
  /** Money changes hands between two parties; nothing is used up. */
  | 'transfer';

/** Where a measure stands. */
export type MeasureSite =
  /** With a host shop only. */
  | 'host'
  /** At no one place. */
  | 'none'
  /** With a host shop, or at a place. */
  | 'one';

/** Around a point. */
export type NearPoint = {
  /** Degrees north, WGS 84: 57.13. */
  latitude: number;
  /** Degrees east, WGS 84: 16.27. */
  longitude: number;
  /** How far away, kilometres as the crow flies; at most 2 000. */
  withinKm?: number | null | undefined;
};

/** Who pays or receives: a party of the ledger. */
export type Party =
  /** A local association (förening). */
  | 'association'
  /** The European Union. */
  | 'eu'
  /** Foundations and funds. */
  | 'foundation'
  /** Whoever lends money. */
  | 'lender'
  /** The municipality (kommunen). */
  | 'municipality'
  /** Anyone else. */
  | 'other'
  /** The shop's owner. */
  | 'owner'
  /** The region. */
  | 'region'
  /** The residents. */
  | 'residents'
  /** No party: the counterpart of work, goods, energy, travel and time that are used up. */
  | 'resource'
  /** The shop. */
  | 'shop'
  /** The state. */
  | 'state';

/** Which places; all that is stated must hold. */
export type PlaceFilter = {
  /** The county's code, two digits. */
  countyCode?: string | null | undefined;
  /** Most inhabitants, persons. */
  maxPopulation?: number | null | undefined;
  /** Fewest inhabitants, persons. */
  minPopulation?: number | null | undefined;
  /** The municipality's code, four digits. */
  municipalityCode?: string | null | undefined;
  /** Around a point; the nearest come first. */
  near?: NearPoint | null | undefined;
  /** Part of the name; marks on letters do not matter: `almsta` finds Älmsta. */
  search?: string | null | undefined;
};

/** A new revision of a scenario: either its whole text, or values to change. */
export type ReviseScenarioInput = {
  /** The revision it starts from, which must be the newest: nobody is written over unseen. */
  basedOn: string | number;
  /** Values to change. Not together with `text`. */
  changes?: Array<ValueChangeInput> | null | undefined;
  /** Files beside it that are new or otherwise. */
  files?: Array<ScenarioFileInput> | null | undefined;
  /** What is changed and why, one line. */
  note?: string | null | undefined;
  /** The whole scenario, YAML. Not together with `changes`. */
  text?: string | null | undefined;
};

/** What a token lets its holder do; each role includes those before it. */
export type Role =
  /** Also issues and revokes the tokens of the workspace. */
  | 'admin'
  /** Also shares scenarios with everyone, and starts jobs of any size. */
  | 'agency'
  /** Also writes scenarios, shares them with workspaces that are named, and starts and cancels jobs. */
  | 'planner'
  /** Reads and compares. */
  | 'reader';

/** What a reader must know of a rule in the years simulated. */
export type RuleWarningKind =
  /** A value, or a series it reads, is an assumption. */
  | 'assumption'
  /** Gives nothing before its first year. */
  | 'begins_later'
  /** Gives nothing after its last year. */
  | 'ends'
  /** Nothing newer is known than of a year, and its values are held from the next. */
  | 'held'
  /** Nothing newer is known than of a year, and its values follow other costs from the next. */
  | 'indexed'
  /** In force in none of the years. */
  | 'not_in_force';

/** A file that a scenario names. */
export type ScenarioFileInput = {
  /** As the scenario writes it: `own-measure.yaml`. */
  name: string;
  /** What it holds, YAML. */
  text: string;
};

/** How far a number is known. */
export type Status =
  /** An assumption: nobody has measured it. */
  | 'assumption'
  /** Derived by arithmetic from what was found. */
  | 'derived'
  /** Found in the source that is named. */
  | 'found'
  /** Made up, in the place of something that exists; every result built on it is marked. */
  | 'synthetic';

/** A value of a scenario to write. */
export type ValueChangeInput = {
  /** Where: `alternatives.servicepunkt.measures.servicepunkt.hostCompensation`. */
  path: string;
  /** What is to stand there; null removes it. */
  value?: unknown;
};

/** Where a variable gets its value. */
export type VariableRole =
  /** Luck: a random number each year. */
  | 'draw'
  /** From its formula. */
  | 'formula'
  /** A scenario states it, or it has a default. */
  | 'input'
  /** Found by a solver, so that the first year agrees with what is known. */
  | 'solved';

export type DependenceQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DependenceQuery = { model: { variables: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, entity: string, field: string | null, role: VariableRole, dependsOn: Array<{ name: string }> }> } } };

export type CoursePageFragment = { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> };

export type ResidentsPartsFragment = { alternatives: Array<{ key: string, people5ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people10ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, withoutShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, olderFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, carlessFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people5ToServicePoint: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, shoppingTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, errandTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, nearestShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, result: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> } }> };

export type ResidentsQueryVariables = Exact<{
  revision: string | number;
  draws: number;
  inner: number;
}>;


export type ResidentsQuery = { comparison: { id: string, result: { alternatives: Array<{ key: string, people5ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people10ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, withoutShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, olderFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, carlessFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people5ToServicePoint: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, shoppingTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, errandTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, nearestShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, result: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> } }> } } };

export type ResidentsOfDraftQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  draws: number;
  inner: number;
}>;


export type ResidentsOfDraftQuery = { draft: { result: { alternatives: Array<{ key: string, people5ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people10ToShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, withoutShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, olderFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, carlessFarFromShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, people5ToServicePoint: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, shoppingTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, errandTravel: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, nearestShop: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, result: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> } }> } } };

export type StatedParameterFragment = { name: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, label: { sv: string, en: string } };

export type PresentStateQueryVariables = Exact<{
  id: string | number;
}>;


export type PresentStateQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Comparison' }
    | { __typename: 'Job' }
    | { __typename: 'Place' }
    | { __typename: 'Revision', ofPlaces: { nodes: Array<{ name: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, label: { sv: string, en: string } }> }, ofTowns: { nodes: Array<{ name: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, label: { sv: string, en: string } }> }, ofDistances: { nodes: Array<{ name: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, label: { sv: string, en: string } }> }, ofShops: { nodes: Array<{ name: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, label: { sv: string, en: string } }> } }
    | { __typename: 'Scenario' }
    | { __typename: 'Workspace' }
   | null };

export type ExplainedFragment = { key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } };

export type SumFragment = { amountSekPerYear: string, label: { sv: string, en: string }, number: { key: string } | null };

export type ExplanationPartsFragment = { isComplete: boolean, root: { key: string } | null, total: { amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null } | null, numbers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, inputs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, synthetic: { values: number } | null };

export type ExplainQueryVariables = Exact<{
  revision: string | number;
  what: string;
  alternative?: string | null | undefined;
  future: string;
  seed?: string | null | undefined;
  view?: CalculationViewName | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplainQuery = { explanation: { isComplete: boolean, root: { key: string } | null, total: { amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null } | null, numbers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, inputs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, synthetic: { values: number } | null } };

export type ExplainDraftQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  what: string;
  alternative?: string | null | undefined;
  future: string;
  seed?: string | null | undefined;
  view?: CalculationViewName | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplainDraftQuery = { draft: { explanation: { isComplete: boolean, root: { key: string } | null, total: { amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, parts: Array<{ amountSekPerYear: string, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null }>, label: { sv: string, en: string }, number: { key: string } | null } | null, numbers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, inputs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> }, synthetic: { values: number } | null } } };

export type MoreInputsFragment = { inputs: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> } };

export type ExplainInputsQueryVariables = Exact<{
  revision: string | number;
  what: string;
  alternative?: string | null | undefined;
  future: string;
  view?: CalculationViewName | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplainInputsQuery = { explanation: { inputs: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> } } };

export type ExplainInputsDraftQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  what: string;
  alternative?: string | null | undefined;
  future: string;
  view?: CalculationViewName | null | undefined;
  after?: string | null | undefined;
}>;


export type ExplainInputsDraftQuery = { draft: { explanation: { inputs: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ key: string, variable: string, entity: string, instance: string, year: number | null, isOpening: boolean, unit: string, value: number | null, holds: boolean | null, kind: ExplainedKind, formula: string | null, expression: unknown, isStated: boolean, isCut: boolean, solver: string | null, stated: unknown, status: Status | null, givenBy: GivenBy | null, inputSource: string | null, priceYear: number | null, priceFactor: number | null, source: string, file: string, line: number | null, partKeys: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, instanceLabel: { sv: string, en: string } }> } } } };

export type ModelVariableQueryVariables = Exact<{
  name: string;
}>;


export type ModelVariableQuery = { model: { engine: string, hash: string, variable: { name: string, entity: string, unit: string, formula: string | null, opening: string | null, isStatable: boolean, minimum: number | null, maximum: number | null, file: string, line: number | null, source: string, label: { sv: string, en: string }, description: { sv: string, en: string }, usedBy: Array<{ name: string, entity: string, label: { sv: string, en: string } }> } | null } };

export type ModelWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelWordsQuery = { model: { entities: Array<{ name: string, label: { sv: string, en: string } }>, tables: Array<{ name: string, unit: string, source: string, status: Status, label: { sv: string, en: string } }> } };

export type CourseFragment = { alternative: string, future: string, series: Array<{ variable: string, instance: string, years: Array<number>, values: Array<number | null> }> };

export type FuturesQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  alternative: string;
  seed?: string | null | undefined;
  variables?: Array<string> | string | null | undefined;
}>;


export type FuturesQuery = { draft: { first: { alternative: string, future: string, series: Array<{ variable: string, instance: string, years: Array<number>, values: Array<number | null> }> }, second: { alternative: string, future: string, series: Array<{ variable: string, instance: string, years: Array<number>, values: Array<number | null> }> }, third: { alternative: string, future: string, series: Array<{ variable: string, instance: string, years: Array<number>, values: Array<number | null> }> }, fourth: { alternative: string, future: string, series: Array<{ variable: string, instance: string, years: Array<number>, values: Array<number | null> }> } } };

export type DefaultsOfFormQueryVariables = Exact<{ [key: string]: never; }>;


export type DefaultsOfFormQuery = { model: { localShare: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, tradeMargin: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, staffFixedBase: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, staffFixedShare: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, staffShare: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, floorArea: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, premisesBase: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, premisesShare: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, exitRate: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, retirementAge: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, successionBase: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null, successionSlope: { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null } | null } };

export type DefaultOfVariableFragment = { name: string, unit: string, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null };

export type PlacePartsFragment = { id: string, key: string, name: string, municipality: string, county: string, latitude: number, longitude: number, population: number, populationStatus: Status, source: string };

export type PlacesQueryVariables = Exact<{
  filter?: PlaceFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PlacesQuery = { places: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ distanceKm: number | null, place: { id: string, key: string, name: string, municipality: string, county: string, latitude: number, longitude: number, population: number, populationStatus: Status, source: string } }> } };

export type PlaceByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type PlaceByIdQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Comparison' }
    | { __typename: 'Job' }
    | { __typename: 'Place', id: string, key: string, name: string, municipality: string, county: string, latitude: number, longitude: number, population: number, populationStatus: Status, source: string }
    | { __typename: 'Revision' }
    | { __typename: 'Scenario' }
    | { __typename: 'Workspace' }
   | null };

export type ScenariosToChooseQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ScenariosToChooseQuery = { scenarios: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, own: boolean, latest: { createdAt: string, placesCount: number, alternativesCount: number, label: { sv: string, en: string }, places: Array<{ stated: unknown, label: { sv: string, en: string } }> } }> } };

export type WordsFragment = { sv: string, en: string };

export type YearlyFragment = { variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null };

export type YearOfViewFragment = { year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string, byItem: Array<{ key: string, depreciationSekPerYear: string, interestSekPerYear: string, label: { sv: string, en: string } }>, byCategory: Array<{ category: CostCategory, amountSekPerYear: string }> };

export type AnswerFragment = { asStated: Ahead, atLowest: Ahead, futures: number, points: Array<{ at: number | null, after: Ahead, before: Ahead, kind: BreakEvenKind, standardError: number | null, foundBetween: { low: number, high: number } }> };

export type ResultPartsFragment = { scenario: string, years: Array<number>, pairsDroppedOverSea: number, label: { sv: string, en: string }, certificate: { engine: string, futures: number, futuresPerParameterSet: number, modelHash: string, resultHash: string, scenarioHash: string, seed: string }, synthetic: { places: number, ofPlaces: number, shops: number, ofShops: number, values: number } | null, failed: { count: number }, alternatives: Array<{ key: string, isBaseline: boolean, isAdded: boolean, label: { sv: string, en: string }, measures: { nodes: Array<{ key: string, host: string | null, agreementYears: number, label: { sv: string, en: string } }> }, overview: { costs: Array<{ party: Party, meanSekPerYear: number | null, likelySekPerYear: number | null, label: { sv: string, en: string } }>, gain: { travelSparedKmPerYear: number | null, residents: { meanSek: number | null, standardErrorSek: number | null }, society: { meanSek: number | null, standardErrorSek: number | null } } | null, shops: { totalCount: number, nodes: Array<{ shop: string, chance: number | null, yearsOpen: number | null }> }, withoutShop: { municipalitySekPerYear: number | null, residentsSekPerYear: number | null, stateSekPerYear: number | null } }, survival: { totalCount: number, nodes: Array<{ shop: string, years: Array<{ year: number, chance: number | null, samplingError: number | null, standsInLikelyFuture: boolean, range: { low: number, high: number } | null, interval: { low: number, high: number }, closures: { gaveUp: number | null, insolvent: number | null, noSuccessor: number | null } }> }> }, people: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, customers: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, sales: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ownerPay: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, cash: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ledger: { nodes: Array<{ flow: string, from: Party, to: Party, kind: LedgerKind, basis: Array<LedgerBasis>, years: Array<number>, likelySekPerYear: Array<number | null>, meanSekPerYear: Array<number | null>, label: { sv: string, en: string }, fromLabel: { sv: string, en: string }, toLabel: { sv: string, en: string } }> }, presentValues: { nodes: Array<{ variable: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> } }>, differences: { nodes: Array<{ alternative: string, variable: string, entity: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, probabilityBetter: number | null, probabilityEqual: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> }, drivers: Array<{ alternative: string, variable: string, instance: string, unit: string, luckShare: number | null, lookedAt: number, parameterSets: number, worthKnowing: Array<string>, label: { sv: string, en: string }, byCorrelation: Array<{ parameter: string, unit: string, isAssumption: boolean, rankCorrelation: number | null, label: { sv: string, en: string }, rankCorrelationInterval: { low: number, high: number } | null, ifKnown: { share: number | null, isTold: boolean } | null }> }> | null, closures: Array<{ alternative: string, sizes: Array<{ kind: ClosureKind, shops: number, standingAtEnd: number | null }> }> | null, calculations: Array<{ key: string, measure: string, investmentSek: string, years: Array<number>, label: { sv: string, en: string }, about: { sv: string, en: string } | null, items: Array<{ key: string, costSek: string, lifeYears: number, interestRate: number, interestMethod: InterestMethod, residualSek: string, label: { sv: string, en: string }, tranches: Array<{ key: string, payer: Party, isGrant: boolean, costSek: string, residualSek: string, label: { sv: string, en: string } }> }>, financing: Array<{ payer: Party, amountSek: string, label: { sv: string, en: string } }>, running: Array<{ key: string, category: CostCategory, payer: Party, firstYearSek: string, byYearSek: Array<string>, posts: number | null, postCostSekPerYear: string | null, label: { sv: string, en: string } }>, views: Array<{ view: CalculationViewName, label: { sv: string, en: string }, firstYear: { year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string, byItem: Array<{ key: string, depreciationSekPerYear: string, interestSekPerYear: string, label: { sv: string, en: string } }>, byCategory: Array<{ category: CostCategory, amountSekPerYear: string }> }, byYear: Array<{ year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string }> }> }>, financed: { nodes: Array<{ alternative: string, measure: string, agreementEnd: number, endsWithAgreement: boolean, firstYearNotCovered: number | null, isThroughAgreement: boolean, label: { sv: string, en: string }, years: Array<{ year: number, costSek: number | null, grantsSek: number | null, promisedSek: number | null, assumedSek: number | null, missingSek: number | null }> }> }, sameMoney: { alternative: string, as: string, shop: string, byYear: Array<{ year: number, supportSek: number }> } | null, openQuestions: Array<{ key: string, at: string | null, stated: unknown, about: { sv: string, en: string }, question: { sv: string, en: string }, assumed: { sv: string, en: string } | null }>, supportRules: { rules: Array<{ key: string, reference: string, status: Status, label: { sv: string, en: string }, warnings: Array<{ kind: RuleWarningKind, variable: string | null, fromYear: number | null, toYear: number | null, knownYear: number | null, label: { sv: string, en: string } | null }> }> }, assumptions: { totalCount: number, nodes: Array<{ input: string, entity: string, instance: string, unit: string, stated: unknown, givenBy: GivenBy, source: string | null, label: { sv: string, en: string } }> } };

export type ComparisonQueryVariables = Exact<{
  revision: string | number;
  draws: number;
  inner: number;
  seed?: string | null | undefined;
}>;


export type ComparisonQuery = { comparison: { id: string, result: { scenario: string, years: Array<number>, pairsDroppedOverSea: number, label: { sv: string, en: string }, certificate: { engine: string, futures: number, futuresPerParameterSet: number, modelHash: string, resultHash: string, scenarioHash: string, seed: string }, synthetic: { places: number, ofPlaces: number, shops: number, ofShops: number, values: number } | null, failed: { count: number }, alternatives: Array<{ key: string, isBaseline: boolean, isAdded: boolean, label: { sv: string, en: string }, measures: { nodes: Array<{ key: string, host: string | null, agreementYears: number, label: { sv: string, en: string } }> }, overview: { costs: Array<{ party: Party, meanSekPerYear: number | null, likelySekPerYear: number | null, label: { sv: string, en: string } }>, gain: { travelSparedKmPerYear: number | null, residents: { meanSek: number | null, standardErrorSek: number | null }, society: { meanSek: number | null, standardErrorSek: number | null } } | null, shops: { totalCount: number, nodes: Array<{ shop: string, chance: number | null, yearsOpen: number | null }> }, withoutShop: { municipalitySekPerYear: number | null, residentsSekPerYear: number | null, stateSekPerYear: number | null } }, survival: { totalCount: number, nodes: Array<{ shop: string, years: Array<{ year: number, chance: number | null, samplingError: number | null, standsInLikelyFuture: boolean, range: { low: number, high: number } | null, interval: { low: number, high: number }, closures: { gaveUp: number | null, insolvent: number | null, noSuccessor: number | null } }> }> }, people: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, customers: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, sales: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ownerPay: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, cash: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ledger: { nodes: Array<{ flow: string, from: Party, to: Party, kind: LedgerKind, basis: Array<LedgerBasis>, years: Array<number>, likelySekPerYear: Array<number | null>, meanSekPerYear: Array<number | null>, label: { sv: string, en: string }, fromLabel: { sv: string, en: string }, toLabel: { sv: string, en: string } }> }, presentValues: { nodes: Array<{ variable: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> } }>, differences: { nodes: Array<{ alternative: string, variable: string, entity: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, probabilityBetter: number | null, probabilityEqual: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> }, drivers: Array<{ alternative: string, variable: string, instance: string, unit: string, luckShare: number | null, lookedAt: number, parameterSets: number, worthKnowing: Array<string>, label: { sv: string, en: string }, byCorrelation: Array<{ parameter: string, unit: string, isAssumption: boolean, rankCorrelation: number | null, label: { sv: string, en: string }, rankCorrelationInterval: { low: number, high: number } | null, ifKnown: { share: number | null, isTold: boolean } | null }> }> | null, closures: Array<{ alternative: string, sizes: Array<{ kind: ClosureKind, shops: number, standingAtEnd: number | null }> }> | null, calculations: Array<{ key: string, measure: string, investmentSek: string, years: Array<number>, label: { sv: string, en: string }, about: { sv: string, en: string } | null, items: Array<{ key: string, costSek: string, lifeYears: number, interestRate: number, interestMethod: InterestMethod, residualSek: string, label: { sv: string, en: string }, tranches: Array<{ key: string, payer: Party, isGrant: boolean, costSek: string, residualSek: string, label: { sv: string, en: string } }> }>, financing: Array<{ payer: Party, amountSek: string, label: { sv: string, en: string } }>, running: Array<{ key: string, category: CostCategory, payer: Party, firstYearSek: string, byYearSek: Array<string>, posts: number | null, postCostSekPerYear: string | null, label: { sv: string, en: string } }>, views: Array<{ view: CalculationViewName, label: { sv: string, en: string }, firstYear: { year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string, byItem: Array<{ key: string, depreciationSekPerYear: string, interestSekPerYear: string, label: { sv: string, en: string } }>, byCategory: Array<{ category: CostCategory, amountSekPerYear: string }> }, byYear: Array<{ year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string }> }> }>, financed: { nodes: Array<{ alternative: string, measure: string, agreementEnd: number, endsWithAgreement: boolean, firstYearNotCovered: number | null, isThroughAgreement: boolean, label: { sv: string, en: string }, years: Array<{ year: number, costSek: number | null, grantsSek: number | null, promisedSek: number | null, assumedSek: number | null, missingSek: number | null }> }> }, sameMoney: { alternative: string, as: string, shop: string, byYear: Array<{ year: number, supportSek: number }> } | null, openQuestions: Array<{ key: string, at: string | null, stated: unknown, about: { sv: string, en: string }, question: { sv: string, en: string }, assumed: { sv: string, en: string } | null }>, supportRules: { rules: Array<{ key: string, reference: string, status: Status, label: { sv: string, en: string }, warnings: Array<{ kind: RuleWarningKind, variable: string | null, fromYear: number | null, toYear: number | null, knownYear: number | null, label: { sv: string, en: string } | null }> }> }, assumptions: { totalCount: number, nodes: Array<{ input: string, entity: string, instance: string, unit: string, stated: unknown, givenBy: GivenBy, source: string | null, label: { sv: string, en: string } }> } } } };

export type DraftQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  draws: number;
  inner: number;
  seed?: string | null | undefined;
}>;


export type DraftQuery = { draft: { changes: Array<{ kind: ChangeKind, path: string, before: unknown, after: unknown }>, result: { scenario: string, years: Array<number>, pairsDroppedOverSea: number, label: { sv: string, en: string }, certificate: { engine: string, futures: number, futuresPerParameterSet: number, modelHash: string, resultHash: string, scenarioHash: string, seed: string }, synthetic: { places: number, ofPlaces: number, shops: number, ofShops: number, values: number } | null, failed: { count: number }, alternatives: Array<{ key: string, isBaseline: boolean, isAdded: boolean, label: { sv: string, en: string }, measures: { nodes: Array<{ key: string, host: string | null, agreementYears: number, label: { sv: string, en: string } }> }, overview: { costs: Array<{ party: Party, meanSekPerYear: number | null, likelySekPerYear: number | null, label: { sv: string, en: string } }>, gain: { travelSparedKmPerYear: number | null, residents: { meanSek: number | null, standardErrorSek: number | null }, society: { meanSek: number | null, standardErrorSek: number | null } } | null, shops: { totalCount: number, nodes: Array<{ shop: string, chance: number | null, yearsOpen: number | null }> }, withoutShop: { municipalitySekPerYear: number | null, residentsSekPerYear: number | null, stateSekPerYear: number | null } }, survival: { totalCount: number, nodes: Array<{ shop: string, years: Array<{ year: number, chance: number | null, samplingError: number | null, standsInLikelyFuture: boolean, range: { low: number, high: number } | null, interval: { low: number, high: number }, closures: { gaveUp: number | null, insolvent: number | null, noSuccessor: number | null } }> }> }, people: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, customers: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, sales: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ownerPay: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, cash: { nodes: Array<{ variable: string, entity: string, instance: string, unit: string, years: Array<number>, likely: Array<number | null>, mean: Array<number | null>, label: { sv: string, en: string }, description: { sv: string, en: string }, quantiles: { p5: Array<number | null>, p25: Array<number | null>, p50: Array<number | null>, p75: Array<number | null>, p95: Array<number | null> } | null }> }, ledger: { nodes: Array<{ flow: string, from: Party, to: Party, kind: LedgerKind, basis: Array<LedgerBasis>, years: Array<number>, likelySekPerYear: Array<number | null>, meanSekPerYear: Array<number | null>, label: { sv: string, en: string }, fromLabel: { sv: string, en: string }, toLabel: { sv: string, en: string } }> }, presentValues: { nodes: Array<{ variable: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> } }>, differences: { nodes: Array<{ alternative: string, variable: string, entity: string, instance: string, unit: string, likely: number | null, mean: number | null, standardError: number | null, probabilityBetter: number | null, probabilityEqual: number | null, label: { sv: string, en: string }, quantiles: { p5: number | null, p50: number | null, p95: number | null } }> }, drivers: Array<{ alternative: string, variable: string, instance: string, unit: string, luckShare: number | null, lookedAt: number, parameterSets: number, worthKnowing: Array<string>, label: { sv: string, en: string }, byCorrelation: Array<{ parameter: string, unit: string, isAssumption: boolean, rankCorrelation: number | null, label: { sv: string, en: string }, rankCorrelationInterval: { low: number, high: number } | null, ifKnown: { share: number | null, isTold: boolean } | null }> }> | null, closures: Array<{ alternative: string, sizes: Array<{ kind: ClosureKind, shops: number, standingAtEnd: number | null }> }> | null, calculations: Array<{ key: string, measure: string, investmentSek: string, years: Array<number>, label: { sv: string, en: string }, about: { sv: string, en: string } | null, items: Array<{ key: string, costSek: string, lifeYears: number, interestRate: number, interestMethod: InterestMethod, residualSek: string, label: { sv: string, en: string }, tranches: Array<{ key: string, payer: Party, isGrant: boolean, costSek: string, residualSek: string, label: { sv: string, en: string } }> }>, financing: Array<{ payer: Party, amountSek: string, label: { sv: string, en: string } }>, running: Array<{ key: string, category: CostCategory, payer: Party, firstYearSek: string, byYearSek: Array<string>, posts: number | null, postCostSekPerYear: string | null, label: { sv: string, en: string } }>, views: Array<{ view: CalculationViewName, label: { sv: string, en: string }, firstYear: { year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string, byItem: Array<{ key: string, depreciationSekPerYear: string, interestSekPerYear: string, label: { sv: string, en: string } }>, byCategory: Array<{ category: CostCategory, amountSekPerYear: string }> }, byYear: Array<{ year: number, depreciationSekPerYear: string, interestSekPerYear: string, runningSekPerYear: string, totalSekPerYear: string }> }> }>, financed: { nodes: Array<{ alternative: string, measure: string, agreementEnd: number, endsWithAgreement: boolean, firstYearNotCovered: number | null, isThroughAgreement: boolean, label: { sv: string, en: string }, years: Array<{ year: number, costSek: number | null, grantsSek: number | null, promisedSek: number | null, assumedSek: number | null, missingSek: number | null }> }> }, sameMoney: { alternative: string, as: string, shop: string, byYear: Array<{ year: number, supportSek: number }> } | null, openQuestions: Array<{ key: string, at: string | null, stated: unknown, about: { sv: string, en: string }, question: { sv: string, en: string }, assumed: { sv: string, en: string } | null }>, supportRules: { rules: Array<{ key: string, reference: string, status: Status, label: { sv: string, en: string }, warnings: Array<{ kind: RuleWarningKind, variable: string | null, fromYear: number | null, toYear: number | null, knownYear: number | null, label: { sv: string, en: string } | null }> }> }, assumptions: { totalCount: number, nodes: Array<{ input: string, entity: string, instance: string, unit: string, stated: unknown, givenBy: GivenBy, source: string | null, label: { sv: string, en: string } }> } } } };

export type BreakEvenPartsFragment = { certificate: { futures: number }, breakEven: Array<{ alternative: string, variable: string, instance: string, unit: string, isDecisive: boolean, whyNone: string | null, label: { sv: string, en: string }, quantity: { path: string, entity: string, instance: string, unit: string, likely: number | null, stated: unknown, isAssumption: boolean, label: { sv: string, en: string }, tried: { low: number, high: number } }, likely: { asStated: Ahead, atLowest: Ahead, futures: number, points: Array<{ at: number | null, after: Ahead, before: Ahead, kind: BreakEvenKind, standardError: number | null, foundBetween: { low: number, high: number } }> }, average: { asStated: Ahead, atLowest: Ahead, futures: number, points: Array<{ at: number | null, after: Ahead, before: Ahead, kind: BreakEvenKind, standardError: number | null, foundBetween: { low: number, high: number } }> } | null }> | null };

export type BreakEvenQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  seed?: string | null | undefined;
  futures: number;
}>;


export type BreakEvenQuery = { draft: { result: { certificate: { futures: number }, breakEven: Array<{ alternative: string, variable: string, instance: string, unit: string, isDecisive: boolean, whyNone: string | null, label: { sv: string, en: string }, quantity: { path: string, entity: string, instance: string, unit: string, likely: number | null, stated: unknown, isAssumption: boolean, label: { sv: string, en: string }, tried: { low: number, high: number } }, likely: { asStated: Ahead, atLowest: Ahead, futures: number, points: Array<{ at: number | null, after: Ahead, before: Ahead, kind: BreakEvenKind, standardError: number | null, foundBetween: { low: number, high: number } }> }, average: { asStated: Ahead, atLowest: Ahead, futures: number, points: Array<{ at: number | null, after: Ahead, before: Ahead, kind: BreakEvenKind, standardError: number | null, foundBetween: { low: number, high: number } }> } | null }> | null } } };

export type RevisionPartsFragment = { id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> };

export type NewestRevisionQueryVariables = Exact<{
  slug: string;
}>;


export type NewestRevisionQuery = { scenario: { id: string, slug: string, own: boolean, latest: { id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> } } | null };

export type RevisionByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type RevisionByIdQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Comparison' }
    | { __typename: 'Job' }
    | { __typename: 'Place' }
    | { __typename: 'Revision', id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> }
    | { __typename: 'Scenario' }
    | { __typename: 'Workspace' }
   | null };

export type MeasureKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type MeasureKindsQuery = { measureKinds: Array<{ name: string, site: MeasureSite, opensHost: boolean, rules: Array<string>, label: { sv: string, en: string }, description: { sv: string, en: string }, parties: Array<{ name: string, label: { sv: string, en: string } }>, fields: Array<{ name: string, unit: string, default: unknown, minimum: number | null, maximum: number | null, isRequired: boolean, isWhole: boolean, priceYear: number | null, source: string | null, status: Status | null, label: { sv: string, en: string }, description: { sv: string, en: string } }>, fieldsOfPlacesServed: Array<{ name: string, unit: string, default: unknown, minimum: number | null, maximum: number | null, isRequired: boolean, isWhole: boolean, priceYear: number | null, source: string | null, status: Status | null, label: { sv: string, en: string }, description: { sv: string, en: string } }> }> };

export type FieldOfMeasureFragment = { name: string, unit: string, default: unknown, minimum: number | null, maximum: number | null, isRequired: boolean, isWhole: boolean, priceYear: number | null, source: string | null, status: Status | null, label: { sv: string, en: string }, description: { sv: string, en: string } };

type Wrong_Busy_Fragment = { message: string };

type Wrong_InvalidInput_Fragment = { message: string, problems: Array<{ code: string, message: string, path: string | null, line: number | null, found: string | null, allowed: string | null, hint: string | null }> };

type Wrong_NotAllowed_Fragment = { message: string };

type Wrong_Stopped_Fragment = { message: string };

export type WrongFragment =
  | Wrong_Busy_Fragment
  | Wrong_InvalidInput_Fragment
  | Wrong_NotAllowed_Fragment
  | Wrong_Stopped_Fragment
;

export type CreateScenarioMutationVariables = Exact<{
  input: CreateScenarioInput;
}>;


export type CreateScenarioMutation = { createScenario:
    | { __typename: 'Busy', message: string }
    | { __typename: 'InvalidInput', message: string, problems: Array<{ code: string, message: string, path: string | null, line: number | null, found: string | null, allowed: string | null, hint: string | null }> }
    | { __typename: 'NotAllowed', message: string }
    | { __typename: 'Revision', id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> }
    | { __typename: 'Stopped', message: string }
   };

export type ReviseScenarioMutationVariables = Exact<{
  input: ReviseScenarioInput;
}>;


export type ReviseScenarioMutation = { reviseScenario:
    | { __typename: 'Busy', message: string }
    | { __typename: 'InvalidInput', message: string, problems: Array<{ code: string, message: string, path: string | null, line: number | null, found: string | null, allowed: string | null, hint: string | null }> }
    | { __typename: 'NotAllowed', message: string }
    | { __typename: 'Revision', id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> }
    | { __typename: 'Stopped', message: string }
   };

export type ForkScenarioMutationVariables = Exact<{
  input: ForkScenarioInput;
}>;


export type ForkScenarioMutation = { forkScenario:
    | { __typename: 'Busy', message: string }
    | { __typename: 'InvalidInput', message: string, problems: Array<{ code: string, message: string, path: string | null, line: number | null, found: string | null, allowed: string | null, hint: string | null }> }
    | { __typename: 'NotAllowed', message: string }
    | { __typename: 'Revision', id: string, number: number, createdAt: string, author: string, note: string, file: string, start: number, years: number, files: Array<{ name: string, text: string }>, label: { sv: string, en: string }, scenario: { id: string, slug: string, own: boolean }, parent: { id: string, number: number, scenario: { slug: string } } | null, places: Array<{ key: string, stated: unknown, label: { sv: string, en: string } }>, shops: Array<{ key: string, place: string | null, stated: unknown, label: { sv: string, en: string } }>, measures: Array<{ key: string, kind: string, alternatives: Array<string>, host: string | null, stated: unknown, label: { sv: string, en: string } }> }
    | { __typename: 'Stopped', message: string }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role, workspace: { slug: string, name: string } } };

export type ModelInputsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ModelInputsQuery = { model: { sections: Array<{ name: string, title: { sv: string, en: string } }>, variables: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, field: string | null, entity: string, isStatable: boolean, unit: string, minimum: number | null, maximum: number | null, default: unknown, defaultStatus: Status | null, defaultSource: string | null, defaultPriceYear: number | null, section: string, label: { sv: string, en: string }, description: { sv: string, en: string } }> } } };

export type ModelValueQueryVariables = Exact<{
  revision: string | number;
  changes: Array<ValueChangeInput> | ValueChangeInput;
  what: string;
}>;


export type ModelValueQuery = { draft: { explanation: { root: { key: string, value: number | null, unit: string } | null } } };

export type RevisionsOfScenarioQueryVariables = Exact<{
  scenario: string | number;
  after?: string | null | undefined;
}>;


export type RevisionsOfScenarioQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Comparison' }
    | { __typename: 'Job' }
    | { __typename: 'Place' }
    | { __typename: 'Revision' }
    | { __typename: 'Scenario', revisions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number, createdAt: string, author: string, note: string }> } }
    | { __typename: 'Workspace' }
   | null };

export type ParametersOfVillageQueryVariables = Exact<{
  revision: string | number;
  after?: string | null | undefined;
}>;


export type ParametersOfVillageQuery = { node:
    | { __typename: 'AccessToken' }
    | { __typename: 'Comparison' }
    | { __typename: 'Job' }
    | { __typename: 'Place' }
    | { __typename: 'Revision', distances: { nodes: Array<{ name: string, entity: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, priceYear: number | null, label: { sv: string, en: string } }> }, whole: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, entity: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, priceYear: number | null, label: { sv: string, en: string } }> } }
    | { __typename: 'Scenario' }
    | { __typename: 'Workspace' }
   | null };

export type VillageParameterFragment = { name: string, entity: string, instance: string, unit: string, stated: unknown, status: Status | null, source: string | null, givenBy: GivenBy, priceYear: number | null, label: { sv: string, en: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WordsFragmentDoc = new TypedDocumentString(`
    fragment Words on Label {
  sv
  en
}
    `, {"fragmentName":"Words"}) as unknown as TypedDocumentString<WordsFragment, unknown>;
export const YearlyFragmentDoc = new TypedDocumentString(`
    fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"Yearly"}) as unknown as TypedDocumentString<YearlyFragment, unknown>;
export const CoursePageFragmentDoc = new TypedDocumentString(`
    fragment CoursePage on ComparedAlternativeSeriesConnection {
  nodes {
    ...Yearly
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}`, {"fragmentName":"CoursePage"}) as unknown as TypedDocumentString<CoursePageFragment, unknown>;
export const ResidentsPartsFragmentDoc = new TypedDocumentString(`
    fragment ResidentsParts on Result {
  alternatives {
    key
    people5ToShop: series(variable: "people5ToShop", first: 1) {
      ...CoursePage
    }
    people10ToShop: series(variable: "people10ToShop", first: 1) {
      ...CoursePage
    }
    withoutShop: series(variable: "withoutShop", first: 1) {
      ...CoursePage
    }
    olderFarFromShop: series(variable: "olderFarFromShop", first: 1) {
      ...CoursePage
    }
    carlessFarFromShop: series(variable: "carlessFarFromShop", first: 1) {
      ...CoursePage
    }
    people5ToServicePoint: series(variable: "people5ToServicePoint", first: 1) {
      ...CoursePage
    }
    shoppingTravel: series(variable: "shoppingTravel", first: 1) {
      ...CoursePage
    }
    errandTravel: series(variable: "errandTravel", first: 1) {
      ...CoursePage
    }
    nearestShop: series(variable: "nearestShop", first: 20) {
      ...CoursePage
    }
    result: series(variable: "result", first: 8) {
      ...CoursePage
    }
  }
}
    fragment CoursePage on ComparedAlternativeSeriesConnection {
  nodes {
    ...Yearly
  }
}
fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}`, {"fragmentName":"ResidentsParts"}) as unknown as TypedDocumentString<ResidentsPartsFragment, unknown>;
export const StatedParameterFragmentDoc = new TypedDocumentString(`
    fragment StatedParameter on Parameter {
  name
  label {
    ...Words
  }
  instance
  unit
  stated
  status
  source
  givenBy
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"StatedParameter"}) as unknown as TypedDocumentString<StatedParameterFragment, unknown>;
export const SumFragmentDoc = new TypedDocumentString(`
    fragment Sum on ExplainedSum {
  label {
    ...Words
  }
  amountSekPerYear
  number {
    key
  }
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"Sum"}) as unknown as TypedDocumentString<SumFragment, unknown>;
export const ExplainedFragmentDoc = new TypedDocumentString(`
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"Explained"}) as unknown as TypedDocumentString<ExplainedFragment, unknown>;
export const ExplanationPartsFragmentDoc = new TypedDocumentString(`
    fragment ExplanationParts on Explanation {
  isComplete
  root {
    key
  }
  total {
    ...Sum
    parts {
      ...Sum
      parts {
        ...Sum
        parts {
          ...Sum
        }
      }
    }
  }
  numbers(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  inputs(first: 100) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  synthetic {
    values
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment Sum on ExplainedSum {
  label {
    ...Words
  }
  amountSekPerYear
  number {
    key
  }
}
fragment Words on Label {
  sv
  en
}`, {"fragmentName":"ExplanationParts"}) as unknown as TypedDocumentString<ExplanationPartsFragment, unknown>;
export const MoreInputsFragmentDoc = new TypedDocumentString(`
    fragment MoreInputs on Explanation {
  inputs(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment Words on Label {
  sv
  en
}`, {"fragmentName":"MoreInputs"}) as unknown as TypedDocumentString<MoreInputsFragment, unknown>;
export const CourseFragmentDoc = new TypedDocumentString(`
    fragment Course on SingleFuture {
  alternative
  future
  series(variables: $variables) {
    variable
    instance
    years
    values
  }
}
    `, {"fragmentName":"Course"}) as unknown as TypedDocumentString<CourseFragment, unknown>;
export const DefaultOfVariableFragmentDoc = new TypedDocumentString(`
    fragment DefaultOfVariable on ModelVariable {
  name
  unit
  default
  defaultStatus
  defaultSource
  defaultPriceYear
}
    `, {"fragmentName":"DefaultOfVariable"}) as unknown as TypedDocumentString<DefaultOfVariableFragment, unknown>;
export const PlacePartsFragmentDoc = new TypedDocumentString(`
    fragment PlaceParts on Place {
  id
  key
  name
  municipality
  county
  latitude
  longitude
  population
  populationStatus
  source
}
    `, {"fragmentName":"PlaceParts"}) as unknown as TypedDocumentString<PlacePartsFragment, unknown>;
export const YearOfViewFragmentDoc = new TypedDocumentString(`
    fragment YearOfView on CalculationYear {
  year
  depreciationSekPerYear
  interestSekPerYear
  runningSekPerYear
  totalSekPerYear
  byItem {
    key
    label {
      ...Words
    }
    depreciationSekPerYear
    interestSekPerYear
  }
  byCategory {
    category
    amountSekPerYear
  }
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"YearOfView"}) as unknown as TypedDocumentString<YearOfViewFragment, unknown>;
export const ResultPartsFragmentDoc = new TypedDocumentString(`
    fragment ResultParts on Result {
  scenario
  label {
    ...Words
  }
  years
  pairsDroppedOverSea
  certificate {
    engine
    futures
    futuresPerParameterSet
    modelHash
    resultHash
    scenarioHash
    seed
  }
  synthetic {
    places
    ofPlaces
    shops
    ofShops
    values
  }
  failed {
    count
  }
  alternatives {
    key
    label {
      ...Words
    }
    isBaseline
    isAdded
    measures(first: 8) {
      nodes {
        key
        label {
          ...Words
        }
        host
        agreementYears
      }
    }
    overview {
      costs {
        party
        label {
          ...Words
        }
        meanSekPerYear
        likelySekPerYear
      }
      gain {
        residents {
          meanSek
          standardErrorSek
        }
        society {
          meanSek
          standardErrorSek
        }
        travelSparedKmPerYear
      }
      shops(first: 100) {
        totalCount
        nodes {
          shop
          chance
          yearsOpen
        }
      }
      withoutShop {
        municipalitySekPerYear
        residentsSekPerYear
        stateSekPerYear
      }
    }
    survival(first: 8) {
      totalCount
      nodes {
        shop
        years {
          year
          chance
          range {
            low
            high
          }
          interval {
            low
            high
          }
          samplingError
          standsInLikelyFuture
          closures {
            gaveUp
            insolvent
            noSuccessor
          }
        }
      }
    }
    people: series(variable: "people", first: 8) {
      nodes {
        ...Yearly
      }
    }
    customers: series(variable: "customers", first: 8) {
      nodes {
        ...Yearly
      }
    }
    sales: series(variable: "sales", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ownerPay: series(variable: "ownerPay", first: 8) {
      nodes {
        ...Yearly
      }
    }
    cash: series(variable: "cash", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ledger(first: 100) {
      nodes {
        flow
        label {
          ...Words
        }
        from
        fromLabel {
          ...Words
        }
        to
        toLabel {
          ...Words
        }
        kind
        basis
        years
        likelySekPerYear
        meanSekPerYear
      }
    }
    presentValues: outcomes(entity: "future", first: 100) {
      nodes {
        variable
        label {
          ...Words
        }
        instance
        unit
        likely
        mean
        standardError
        quantiles {
          p5
          p50
          p95
        }
      }
    }
  }
  differences(first: 100) {
    nodes {
      alternative
      variable
      label {
        ...Words
      }
      entity
      instance
      unit
      likely
      mean
      standardError
      probabilityBetter
      probabilityEqual
      quantiles {
        p5
        p50
        p95
      }
    }
  }
  drivers {
    alternative
    variable
    label {
      ...Words
    }
    instance
    unit
    luckShare
    lookedAt
    parameterSets
    worthKnowing
    byCorrelation {
      parameter
      label {
        ...Words
      }
      unit
      isAssumption
      rankCorrelation
      rankCorrelationInterval {
        low
        high
      }
      ifKnown {
        share
        isTold
      }
    }
  }
  closures {
    alternative
    sizes {
      kind
      shops
      standingAtEnd
    }
  }
  calculations {
    key
    label {
      ...Words
    }
    about {
      ...Words
    }
    measure
    investmentSek
    years
    items {
      key
      label {
        ...Words
      }
      costSek
      lifeYears
      interestRate
      interestMethod
      residualSek
      tranches {
        key
        label {
          ...Words
        }
        payer
        isGrant
        costSek
        residualSek
      }
    }
    financing {
      payer
      label {
        ...Words
      }
      amountSek
    }
    running {
      key
      label {
        ...Words
      }
      category
      payer
      firstYearSek
      byYearSek
      posts
      postCostSekPerYear
    }
    views {
      view
      label {
        ...Words
      }
      firstYear {
        ...YearOfView
      }
      byYear {
        year
        depreciationSekPerYear
        interestSekPerYear
        runningSekPerYear
        totalSekPerYear
      }
    }
  }
  financed(first: 50) {
    nodes {
      alternative
      measure
      label {
        ...Words
      }
      agreementEnd
      endsWithAgreement
      firstYearNotCovered
      isThroughAgreement
      years {
        year
        costSek
        grantsSek
        promisedSek
        assumedSek
        missingSek
      }
    }
  }
  sameMoney {
    alternative
    as
    shop
    byYear {
      year
      supportSek
    }
  }
  openQuestions {
    key
    about {
      ...Words
    }
    question {
      ...Words
    }
    assumed {
      ...Words
    }
    at
    stated
  }
  supportRules {
    rules {
      key
      label {
        ...Words
      }
      reference
      status
      warnings {
        kind
        label {
          ...Words
        }
        variable
        fromYear
        toYear
        knownYear
      }
    }
  }
  assumptions(first: 100) {
    totalCount
    nodes {
      input
      label {
        ...Words
      }
      entity
      instance
      unit
      stated
      givenBy
      source
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}
fragment YearOfView on CalculationYear {
  year
  depreciationSekPerYear
  interestSekPerYear
  runningSekPerYear
  totalSekPerYear
  byItem {
    key
    label {
      ...Words
    }
    depreciationSekPerYear
    interestSekPerYear
  }
  byCategory {
    category
    amountSekPerYear
  }
}`, {"fragmentName":"ResultParts"}) as unknown as TypedDocumentString<ResultPartsFragment, unknown>;
export const AnswerFragmentDoc = new TypedDocumentString(`
    fragment Answer on BreakEvenAnswer {
  asStated
  atLowest
  futures
  points {
    at
    after
    before
    kind
    foundBetween {
      low
      high
    }
    standardError
  }
}
    `, {"fragmentName":"Answer"}) as unknown as TypedDocumentString<AnswerFragment, unknown>;
export const BreakEvenPartsFragmentDoc = new TypedDocumentString(`
    fragment BreakEvenParts on Result {
  certificate {
    futures
  }
  breakEven {
    alternative
    variable
    label {
      ...Words
    }
    instance
    unit
    isDecisive
    whyNone
    quantity {
      path
      label {
        ...Words
      }
      entity
      instance
      unit
      likely
      stated
      isAssumption
      tried {
        low
        high
      }
    }
    likely {
      ...Answer
    }
    average {
      ...Answer
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Answer on BreakEvenAnswer {
  asStated
  atLowest
  futures
  points {
    at
    after
    before
    kind
    foundBetween {
      low
      high
    }
    standardError
  }
}`, {"fragmentName":"BreakEvenParts"}) as unknown as TypedDocumentString<BreakEvenPartsFragment, unknown>;
export const RevisionPartsFragmentDoc = new TypedDocumentString(`
    fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"RevisionParts"}) as unknown as TypedDocumentString<RevisionPartsFragment, unknown>;
export const FieldOfMeasureFragmentDoc = new TypedDocumentString(`
    fragment FieldOfMeasure on MeasureField {
  name
  label {
    ...Words
  }
  description {
    ...Words
  }
  unit
  default
  minimum
  maximum
  isRequired
  isWhole
  priceYear
  source
  status
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"FieldOfMeasure"}) as unknown as TypedDocumentString<FieldOfMeasureFragment, unknown>;
export const WrongFragmentDoc = new TypedDocumentString(`
    fragment Wrong on UserError {
  message
  ... on InvalidInput {
    problems {
      code
      message
      path
      line
      found
      allowed
      hint
    }
  }
}
    `, {"fragmentName":"Wrong"}) as unknown as TypedDocumentString<WrongFragment, unknown>;
export const VillageParameterFragmentDoc = new TypedDocumentString(`
    fragment VillageParameter on Parameter {
  name
  label {
    ...Words
  }
  entity
  instance
  unit
  stated
  status
  source
  givenBy
  priceYear
}
    fragment Words on Label {
  sv
  en
}`, {"fragmentName":"VillageParameter"}) as unknown as TypedDocumentString<VillageParameterFragment, unknown>;
export const DependenceDocument = new TypedDocumentString(`
    query Dependence($after: String) {
  model {
    variables(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        name
        entity
        field
        role
        dependsOn {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DependenceQuery, DependenceQueryVariables>;
export const ResidentsDocument = new TypedDocumentString(`
    query Residents($revision: ID!, $draws: Int!, $inner: Int!) {
  comparison(revision: $revision, draws: $draws, inner: $inner) {
    id
    result {
      ...ResidentsParts
    }
  }
}
    fragment CoursePage on ComparedAlternativeSeriesConnection {
  nodes {
    ...Yearly
  }
}
fragment ResidentsParts on Result {
  alternatives {
    key
    people5ToShop: series(variable: "people5ToShop", first: 1) {
      ...CoursePage
    }
    people10ToShop: series(variable: "people10ToShop", first: 1) {
      ...CoursePage
    }
    withoutShop: series(variable: "withoutShop", first: 1) {
      ...CoursePage
    }
    olderFarFromShop: series(variable: "olderFarFromShop", first: 1) {
      ...CoursePage
    }
    carlessFarFromShop: series(variable: "carlessFarFromShop", first: 1) {
      ...CoursePage
    }
    people5ToServicePoint: series(variable: "people5ToServicePoint", first: 1) {
      ...CoursePage
    }
    shoppingTravel: series(variable: "shoppingTravel", first: 1) {
      ...CoursePage
    }
    errandTravel: series(variable: "errandTravel", first: 1) {
      ...CoursePage
    }
    nearestShop: series(variable: "nearestShop", first: 20) {
      ...CoursePage
    }
    result: series(variable: "result", first: 8) {
      ...CoursePage
    }
  }
}
fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}`) as unknown as TypedDocumentString<ResidentsQuery, ResidentsQueryVariables>;
export const ResidentsOfDraftDocument = new TypedDocumentString(`
    query ResidentsOfDraft($revision: ID!, $changes: [ValueChangeInput!]!, $draws: Int!, $inner: Int!) {
  draft(revision: $revision, changes: $changes) {
    result(draws: $draws, inner: $inner) {
      ...ResidentsParts
    }
  }
}
    fragment CoursePage on ComparedAlternativeSeriesConnection {
  nodes {
    ...Yearly
  }
}
fragment ResidentsParts on Result {
  alternatives {
    key
    people5ToShop: series(variable: "people5ToShop", first: 1) {
      ...CoursePage
    }
    people10ToShop: series(variable: "people10ToShop", first: 1) {
      ...CoursePage
    }
    withoutShop: series(variable: "withoutShop", first: 1) {
      ...CoursePage
    }
    olderFarFromShop: series(variable: "olderFarFromShop", first: 1) {
      ...CoursePage
    }
    carlessFarFromShop: series(variable: "carlessFarFromShop", first: 1) {
      ...CoursePage
    }
    people5ToServicePoint: series(variable: "people5ToServicePoint", first: 1) {
      ...CoursePage
    }
    shoppingTravel: series(variable: "shoppingTravel", first: 1) {
      ...CoursePage
    }
    errandTravel: series(variable: "errandTravel", first: 1) {
      ...CoursePage
    }
    nearestShop: series(variable: "nearestShop", first: 20) {
      ...CoursePage
    }
    result: series(variable: "result", first: 8) {
      ...CoursePage
    }
  }
}
fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}`) as unknown as TypedDocumentString<ResidentsOfDraftQuery, ResidentsOfDraftQueryVariables>;
export const PresentStateDocument = new TypedDocumentString(`
    query PresentState($id: ID!) {
  node(id: $id) {
    __typename
    ... on Revision {
      ofPlaces: parameters(first: 100, filter: { entity: "place", givenBy: scenario }) {
        nodes {
          ...StatedParameter
        }
      }
      ofTowns: parameters(first: 100, filter: { entity: "town", givenBy: scenario }) {
        nodes {
          ...StatedParameter
        }
      }
      ofDistances: parameters(first: 100, filter: { entity: "townPair" }) {
        nodes {
          ...StatedParameter
        }
      }
      ofShops: parameters(first: 100, filter: { entity: "shop", givenBy: scenario }) {
        nodes {
          ...StatedParameter
        }
      }
    }
  }
}
    fragment StatedParameter on Parameter {
  name
  label {
    ...Words
  }
  instance
  unit
  stated
  status
  source
  givenBy
}
fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<PresentStateQuery, PresentStateQueryVariables>;
export const ExplainDocument = new TypedDocumentString(`
    query Explain($revision: ID!, $what: String!, $alternative: String, $future: String!, $seed: String, $view: CalculationViewName, $after: String) {
  explanation(
    revision: $revision
    what: $what
    alternative: $alternative
    future: $future
    seed: $seed
    view: $view
  ) {
    ...ExplanationParts
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment Sum on ExplainedSum {
  label {
    ...Words
  }
  amountSekPerYear
  number {
    key
  }
}
fragment ExplanationParts on Explanation {
  isComplete
  root {
    key
  }
  total {
    ...Sum
    parts {
      ...Sum
      parts {
        ...Sum
        parts {
          ...Sum
        }
      }
    }
  }
  numbers(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  inputs(first: 100) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  synthetic {
    values
  }
}
fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;
export const ExplainDraftDocument = new TypedDocumentString(`
    query ExplainDraft($revision: ID!, $changes: [ValueChangeInput!]!, $what: String!, $alternative: String, $future: String!, $seed: String, $view: CalculationViewName, $after: String) {
  draft(revision: $revision, changes: $changes) {
    explanation(
      what: $what
      alternative: $alternative
      future: $future
      seed: $seed
      view: $view
    ) {
      ...ExplanationParts
    }
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment Sum on ExplainedSum {
  label {
    ...Words
  }
  amountSekPerYear
  number {
    key
  }
}
fragment ExplanationParts on Explanation {
  isComplete
  root {
    key
  }
  total {
    ...Sum
    parts {
      ...Sum
      parts {
        ...Sum
        parts {
          ...Sum
        }
      }
    }
  }
  numbers(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  inputs(first: 100) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
  synthetic {
    values
  }
}
fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ExplainDraftQuery, ExplainDraftQueryVariables>;
export const ExplainInputsDocument = new TypedDocumentString(`
    query ExplainInputs($revision: ID!, $what: String!, $alternative: String, $future: String!, $view: CalculationViewName, $after: String) {
  explanation(
    revision: $revision
    what: $what
    alternative: $alternative
    future: $future
    view: $view
  ) {
    ...MoreInputs
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment MoreInputs on Explanation {
  inputs(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
}
fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ExplainInputsQuery, ExplainInputsQueryVariables>;
export const ExplainInputsDraftDocument = new TypedDocumentString(`
    query ExplainInputsDraft($revision: ID!, $changes: [ValueChangeInput!]!, $what: String!, $alternative: String, $future: String!, $view: CalculationViewName, $after: String) {
  draft(revision: $revision, changes: $changes) {
    explanation(
      what: $what
      alternative: $alternative
      future: $future
      view: $view
    ) {
      ...MoreInputs
    }
  }
}
    fragment Explained on ExplainedNumber {
  key
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  instanceLabel {
    ...Words
  }
  year
  isOpening
  unit
  value
  holds
  kind
  formula
  expression
  isStated
  isCut
  solver
  stated
  status
  givenBy
  inputSource
  priceYear
  priceFactor
  source
  file
  line
  partKeys
}
fragment MoreInputs on Explanation {
  inputs(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Explained
    }
  }
}
fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ExplainInputsDraftQuery, ExplainInputsDraftQueryVariables>;
export const ModelVariableDocument = new TypedDocumentString(`
    query ModelVariable($name: String!) {
  model {
    engine
    hash
    variable(name: $name) {
      name
      entity
      label {
        ...Words
      }
      description {
        ...Words
      }
      unit
      formula
      opening
      isStatable
      minimum
      maximum
      file
      line
      source
      usedBy {
        name
        entity
        label {
          ...Words
        }
      }
    }
  }
}
    fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ModelVariableQuery, ModelVariableQueryVariables>;
export const ModelWordsDocument = new TypedDocumentString(`
    query ModelWords {
  model {
    entities {
      name
      label {
        ...Words
      }
    }
    tables {
      name
      label {
        ...Words
      }
      unit
      source
      status
    }
  }
}
    fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ModelWordsQuery, ModelWordsQueryVariables>;
export const FuturesDocument = new TypedDocumentString(`
    query Futures($revision: ID!, $changes: [ValueChangeInput!]!, $alternative: String!, $seed: String, $variables: [String!]) {
  draft(revision: $revision, changes: $changes) {
    first: future(alternative: $alternative, future: "0.0", seed: $seed) {
      ...Course
    }
    second: future(alternative: $alternative, future: "1.1", seed: $seed) {
      ...Course
    }
    third: future(alternative: $alternative, future: "2.2", seed: $seed) {
      ...Course
    }
    fourth: future(alternative: $alternative, future: "3.3", seed: $seed) {
      ...Course
    }
  }
}
    fragment Course on SingleFuture {
  alternative
  future
  series(variables: $variables) {
    variable
    instance
    years
    values
  }
}`) as unknown as TypedDocumentString<FuturesQuery, FuturesQueryVariables>;
export const DefaultsOfFormDocument = new TypedDocumentString(`
    query DefaultsOfForm {
  model {
    localShare: variable(name: "localShare") {
      ...DefaultOfVariable
    }
    tradeMargin: variable(name: "tradeMargin") {
      ...DefaultOfVariable
    }
    staffFixedBase: variable(name: "staffFixedBase") {
      ...DefaultOfVariable
    }
    staffFixedShare: variable(name: "staffFixedShare") {
      ...DefaultOfVariable
    }
    staffShare: variable(name: "staffShare") {
      ...DefaultOfVariable
    }
    floorArea: variable(name: "floorArea") {
      ...DefaultOfVariable
    }
    premisesBase: variable(name: "premisesBase") {
      ...DefaultOfVariable
    }
    premisesShare: variable(name: "premisesShare") {
      ...DefaultOfVariable
    }
    exitRate: variable(name: "exitRate") {
      ...DefaultOfVariable
    }
    retirementAge: variable(name: "retirementAge") {
      ...DefaultOfVariable
    }
    successionBase: variable(name: "successionBase") {
      ...DefaultOfVariable
    }
    successionSlope: variable(name: "successionSlope") {
      ...DefaultOfVariable
    }
  }
}
    fragment DefaultOfVariable on ModelVariable {
  name
  unit
  default
  defaultStatus
  defaultSource
  defaultPriceYear
}`) as unknown as TypedDocumentString<DefaultsOfFormQuery, DefaultsOfFormQueryVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($filter: PlaceFilter, $first: Int!, $after: String) {
  places(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      distanceKm
      place {
        ...PlaceParts
      }
    }
  }
}
    fragment PlaceParts on Place {
  id
  key
  name
  municipality
  county
  latitude
  longitude
  population
  populationStatus
  source
}`) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const PlaceByIdDocument = new TypedDocumentString(`
    query PlaceById($id: ID!) {
  node(id: $id) {
    __typename
    ... on Place {
      ...PlaceParts
    }
  }
}
    fragment PlaceParts on Place {
  id
  key
  name
  municipality
  county
  latitude
  longitude
  population
  populationStatus
  source
}`) as unknown as TypedDocumentString<PlaceByIdQuery, PlaceByIdQueryVariables>;
export const ScenariosToChooseDocument = new TypedDocumentString(`
    query ScenariosToChoose($after: String) {
  scenarios(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      slug
      own
      latest {
        createdAt
        placesCount
        alternativesCount
        label {
          ...Words
        }
        places {
          label {
            ...Words
          }
          stated
        }
      }
    }
  }
}
    fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ScenariosToChooseQuery, ScenariosToChooseQueryVariables>;
export const ComparisonDocument = new TypedDocumentString(`
    query Comparison($revision: ID!, $draws: Int!, $inner: Int!, $seed: String) {
  comparison(revision: $revision, draws: $draws, inner: $inner, seed: $seed) {
    id
    result {
      ...ResultParts
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}
fragment YearOfView on CalculationYear {
  year
  depreciationSekPerYear
  interestSekPerYear
  runningSekPerYear
  totalSekPerYear
  byItem {
    key
    label {
      ...Words
    }
    depreciationSekPerYear
    interestSekPerYear
  }
  byCategory {
    category
    amountSekPerYear
  }
}
fragment ResultParts on Result {
  scenario
  label {
    ...Words
  }
  years
  pairsDroppedOverSea
  certificate {
    engine
    futures
    futuresPerParameterSet
    modelHash
    resultHash
    scenarioHash
    seed
  }
  synthetic {
    places
    ofPlaces
    shops
    ofShops
    values
  }
  failed {
    count
  }
  alternatives {
    key
    label {
      ...Words
    }
    isBaseline
    isAdded
    measures(first: 8) {
      nodes {
        key
        label {
          ...Words
        }
        host
        agreementYears
      }
    }
    overview {
      costs {
        party
        label {
          ...Words
        }
        meanSekPerYear
        likelySekPerYear
      }
      gain {
        residents {
          meanSek
          standardErrorSek
        }
        society {
          meanSek
          standardErrorSek
        }
        travelSparedKmPerYear
      }
      shops(first: 100) {
        totalCount
        nodes {
          shop
          chance
          yearsOpen
        }
      }
      withoutShop {
        municipalitySekPerYear
        residentsSekPerYear
        stateSekPerYear
      }
    }
    survival(first: 8) {
      totalCount
      nodes {
        shop
        years {
          year
          chance
          range {
            low
            high
          }
          interval {
            low
            high
          }
          samplingError
          standsInLikelyFuture
          closures {
            gaveUp
            insolvent
            noSuccessor
          }
        }
      }
    }
    people: series(variable: "people", first: 8) {
      nodes {
        ...Yearly
      }
    }
    customers: series(variable: "customers", first: 8) {
      nodes {
        ...Yearly
      }
    }
    sales: series(variable: "sales", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ownerPay: series(variable: "ownerPay", first: 8) {
      nodes {
        ...Yearly
      }
    }
    cash: series(variable: "cash", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ledger(first: 100) {
      nodes {
        flow
        label {
          ...Words
        }
        from
        fromLabel {
          ...Words
        }
        to
        toLabel {
          ...Words
        }
        kind
        basis
        years
        likelySekPerYear
        meanSekPerYear
      }
    }
    presentValues: outcomes(entity: "future", first: 100) {
      nodes {
        variable
        label {
          ...Words
        }
        instance
        unit
        likely
        mean
        standardError
        quantiles {
          p5
          p50
          p95
        }
      }
    }
  }
  differences(first: 100) {
    nodes {
      alternative
      variable
      label {
        ...Words
      }
      entity
      instance
      unit
      likely
      mean
      standardError
      probabilityBetter
      probabilityEqual
      quantiles {
        p5
        p50
        p95
      }
    }
  }
  drivers {
    alternative
    variable
    label {
      ...Words
    }
    instance
    unit
    luckShare
    lookedAt
    parameterSets
    worthKnowing
    byCorrelation {
      parameter
      label {
        ...Words
      }
      unit
      isAssumption
      rankCorrelation
      rankCorrelationInterval {
        low
        high
      }
      ifKnown {
        share
        isTold
      }
    }
  }
  closures {
    alternative
    sizes {
      kind
      shops
      standingAtEnd
    }
  }
  calculations {
    key
    label {
      ...Words
    }
    about {
      ...Words
    }
    measure
    investmentSek
    years
    items {
      key
      label {
        ...Words
      }
      costSek
      lifeYears
      interestRate
      interestMethod
      residualSek
      tranches {
        key
        label {
          ...Words
        }
        payer
        isGrant
        costSek
        residualSek
      }
    }
    financing {
      payer
      label {
        ...Words
      }
      amountSek
    }
    running {
      key
      label {
        ...Words
      }
      category
      payer
      firstYearSek
      byYearSek
      posts
      postCostSekPerYear
    }
    views {
      view
      label {
        ...Words
      }
      firstYear {
        ...YearOfView
      }
      byYear {
        year
        depreciationSekPerYear
        interestSekPerYear
        runningSekPerYear
        totalSekPerYear
      }
    }
  }
  financed(first: 50) {
    nodes {
      alternative
      measure
      label {
        ...Words
      }
      agreementEnd
      endsWithAgreement
      firstYearNotCovered
      isThroughAgreement
      years {
        year
        costSek
        grantsSek
        promisedSek
        assumedSek
        missingSek
      }
    }
  }
  sameMoney {
    alternative
    as
    shop
    byYear {
      year
      supportSek
    }
  }
  openQuestions {
    key
    about {
      ...Words
    }
    question {
      ...Words
    }
    assumed {
      ...Words
    }
    at
    stated
  }
  supportRules {
    rules {
      key
      label {
        ...Words
      }
      reference
      status
      warnings {
        kind
        label {
          ...Words
        }
        variable
        fromYear
        toYear
        knownYear
      }
    }
  }
  assumptions(first: 100) {
    totalCount
    nodes {
      input
      label {
        ...Words
      }
      entity
      instance
      unit
      stated
      givenBy
      source
    }
  }
}`) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
export const DraftDocument = new TypedDocumentString(`
    query Draft($revision: ID!, $changes: [ValueChangeInput!]!, $draws: Int!, $inner: Int!, $seed: String) {
  draft(revision: $revision, changes: $changes) {
    changes {
      kind
      path
      before
      after
    }
    result(draws: $draws, inner: $inner, seed: $seed) {
      ...ResultParts
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Yearly on Series {
  variable
  label {
    ...Words
  }
  description {
    ...Words
  }
  entity
  instance
  unit
  years
  likely
  mean
  quantiles {
    p5
    p25
    p50
    p75
    p95
  }
}
fragment YearOfView on CalculationYear {
  year
  depreciationSekPerYear
  interestSekPerYear
  runningSekPerYear
  totalSekPerYear
  byItem {
    key
    label {
      ...Words
    }
    depreciationSekPerYear
    interestSekPerYear
  }
  byCategory {
    category
    amountSekPerYear
  }
}
fragment ResultParts on Result {
  scenario
  label {
    ...Words
  }
  years
  pairsDroppedOverSea
  certificate {
    engine
    futures
    futuresPerParameterSet
    modelHash
    resultHash
    scenarioHash
    seed
  }
  synthetic {
    places
    ofPlaces
    shops
    ofShops
    values
  }
  failed {
    count
  }
  alternatives {
    key
    label {
      ...Words
    }
    isBaseline
    isAdded
    measures(first: 8) {
      nodes {
        key
        label {
          ...Words
        }
        host
        agreementYears
      }
    }
    overview {
      costs {
        party
        label {
          ...Words
        }
        meanSekPerYear
        likelySekPerYear
      }
      gain {
        residents {
          meanSek
          standardErrorSek
        }
        society {
          meanSek
          standardErrorSek
        }
        travelSparedKmPerYear
      }
      shops(first: 100) {
        totalCount
        nodes {
          shop
          chance
          yearsOpen
        }
      }
      withoutShop {
        municipalitySekPerYear
        residentsSekPerYear
        stateSekPerYear
      }
    }
    survival(first: 8) {
      totalCount
      nodes {
        shop
        years {
          year
          chance
          range {
            low
            high
          }
          interval {
            low
            high
          }
          samplingError
          standsInLikelyFuture
          closures {
            gaveUp
            insolvent
            noSuccessor
          }
        }
      }
    }
    people: series(variable: "people", first: 8) {
      nodes {
        ...Yearly
      }
    }
    customers: series(variable: "customers", first: 8) {
      nodes {
        ...Yearly
      }
    }
    sales: series(variable: "sales", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ownerPay: series(variable: "ownerPay", first: 8) {
      nodes {
        ...Yearly
      }
    }
    cash: series(variable: "cash", first: 8) {
      nodes {
        ...Yearly
      }
    }
    ledger(first: 100) {
      nodes {
        flow
        label {
          ...Words
        }
        from
        fromLabel {
          ...Words
        }
        to
        toLabel {
          ...Words
        }
        kind
        basis
        years
        likelySekPerYear
        meanSekPerYear
      }
    }
    presentValues: outcomes(entity: "future", first: 100) {
      nodes {
        variable
        label {
          ...Words
        }
        instance
        unit
        likely
        mean
        standardError
        quantiles {
          p5
          p50
          p95
        }
      }
    }
  }
  differences(first: 100) {
    nodes {
      alternative
      variable
      label {
        ...Words
      }
      entity
      instance
      unit
      likely
      mean
      standardError
      probabilityBetter
      probabilityEqual
      quantiles {
        p5
        p50
        p95
      }
    }
  }
  drivers {
    alternative
    variable
    label {
      ...Words
    }
    instance
    unit
    luckShare
    lookedAt
    parameterSets
    worthKnowing
    byCorrelation {
      parameter
      label {
        ...Words
      }
      unit
      isAssumption
      rankCorrelation
      rankCorrelationInterval {
        low
        high
      }
      ifKnown {
        share
        isTold
      }
    }
  }
  closures {
    alternative
    sizes {
      kind
      shops
      standingAtEnd
    }
  }
  calculations {
    key
    label {
      ...Words
    }
    about {
      ...Words
    }
    measure
    investmentSek
    years
    items {
      key
      label {
        ...Words
      }
      costSek
      lifeYears
      interestRate
      interestMethod
      residualSek
      tranches {
        key
        label {
          ...Words
        }
        payer
        isGrant
        costSek
        residualSek
      }
    }
    financing {
      payer
      label {
        ...Words
      }
      amountSek
    }
    running {
      key
      label {
        ...Words
      }
      category
      payer
      firstYearSek
      byYearSek
      posts
      postCostSekPerYear
    }
    views {
      view
      label {
        ...Words
      }
      firstYear {
        ...YearOfView
      }
      byYear {
        year
        depreciationSekPerYear
        interestSekPerYear
        runningSekPerYear
        totalSekPerYear
      }
    }
  }
  financed(first: 50) {
    nodes {
      alternative
      measure
      label {
        ...Words
      }
      agreementEnd
      endsWithAgreement
      firstYearNotCovered
      isThroughAgreement
      years {
        year
        costSek
        grantsSek
        promisedSek
        assumedSek
        missingSek
      }
    }
  }
  sameMoney {
    alternative
    as
    shop
    byYear {
      year
      supportSek
    }
  }
  openQuestions {
    key
    about {
      ...Words
    }
    question {
      ...Words
    }
    assumed {
      ...Words
    }
    at
    stated
  }
  supportRules {
    rules {
      key
      label {
        ...Words
      }
      reference
      status
      warnings {
        kind
        label {
          ...Words
        }
        variable
        fromYear
        toYear
        knownYear
      }
    }
  }
  assumptions(first: 100) {
    totalCount
    nodes {
      input
      label {
        ...Words
      }
      entity
      instance
      unit
      stated
      givenBy
      source
    }
  }
}`) as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
export const BreakEvenDocument = new TypedDocumentString(`
    query BreakEven($revision: ID!, $changes: [ValueChangeInput!]!, $seed: String, $futures: Int!) {
  draft(revision: $revision, changes: $changes) {
    result(draws: 64, inner: 16, seed: $seed, breakEvenFutures: $futures) {
      ...BreakEvenParts
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment Answer on BreakEvenAnswer {
  asStated
  atLowest
  futures
  points {
    at
    after
    before
    kind
    foundBetween {
      low
      high
    }
    standardError
  }
}
fragment BreakEvenParts on Result {
  certificate {
    futures
  }
  breakEven {
    alternative
    variable
    label {
      ...Words
    }
    instance
    unit
    isDecisive
    whyNone
    quantity {
      path
      label {
        ...Words
      }
      entity
      instance
      unit
      likely
      stated
      isAssumption
      tried {
        low
        high
      }
    }
    likely {
      ...Answer
    }
    average {
      ...Answer
    }
  }
}`) as unknown as TypedDocumentString<BreakEvenQuery, BreakEvenQueryVariables>;
export const NewestRevisionDocument = new TypedDocumentString(`
    query NewestRevision($slug: String!) {
  scenario(slug: $slug) {
    id
    slug
    own
    latest {
      ...RevisionParts
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}`) as unknown as TypedDocumentString<NewestRevisionQuery, NewestRevisionQueryVariables>;
export const RevisionByIdDocument = new TypedDocumentString(`
    query RevisionById($id: ID!) {
  node(id: $id) {
    __typename
    ... on Revision {
      ...RevisionParts
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}`) as unknown as TypedDocumentString<RevisionByIdQuery, RevisionByIdQueryVariables>;
export const MeasureKindsDocument = new TypedDocumentString(`
    query MeasureKinds {
  measureKinds {
    name
    label {
      ...Words
    }
    description {
      ...Words
    }
    site
    opensHost
    rules
    parties {
      name
      label {
        ...Words
      }
    }
    fields {
      ...FieldOfMeasure
    }
    fieldsOfPlacesServed {
      ...FieldOfMeasure
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment FieldOfMeasure on MeasureField {
  name
  label {
    ...Words
  }
  description {
    ...Words
  }
  unit
  default
  minimum
  maximum
  isRequired
  isWhole
  priceYear
  source
  status
}`) as unknown as TypedDocumentString<MeasureKindsQuery, MeasureKindsQueryVariables>;
export const CreateScenarioDocument = new TypedDocumentString(`
    mutation CreateScenario($input: CreateScenarioInput!) {
  createScenario(input: $input) {
    __typename
    ... on Revision {
      ...RevisionParts
    }
    ... on UserError {
      ...Wrong
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}
fragment Wrong on UserError {
  message
  ... on InvalidInput {
    problems {
      code
      message
      path
      line
      found
      allowed
      hint
    }
  }
}`) as unknown as TypedDocumentString<CreateScenarioMutation, CreateScenarioMutationVariables>;
export const ReviseScenarioDocument = new TypedDocumentString(`
    mutation ReviseScenario($input: ReviseScenarioInput!) {
  reviseScenario(input: $input) {
    __typename
    ... on Revision {
      ...RevisionParts
    }
    ... on UserError {
      ...Wrong
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}
fragment Wrong on UserError {
  message
  ... on InvalidInput {
    problems {
      code
      message
      path
      line
      found
      allowed
      hint
    }
  }
}`) as unknown as TypedDocumentString<ReviseScenarioMutation, ReviseScenarioMutationVariables>;
export const ForkScenarioDocument = new TypedDocumentString(`
    mutation ForkScenario($input: ForkScenarioInput!) {
  forkScenario(input: $input) {
    __typename
    ... on Revision {
      ...RevisionParts
    }
    ... on UserError {
      ...Wrong
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment RevisionParts on Revision {
  id
  number
  createdAt
  author
  note
  file
  files {
    name
    text
  }
  start
  years
  label {
    ...Words
  }
  scenario {
    id
    slug
    own
  }
  parent {
    id
    number
    scenario {
      slug
    }
  }
  places {
    key
    label {
      ...Words
    }
    stated
  }
  shops {
    key
    label {
      ...Words
    }
    place
    stated
  }
  measures {
    key
    kind
    label {
      ...Words
    }
    alternatives
    host
    stated
  }
}
fragment Wrong on UserError {
  message
  ... on InvalidInput {
    problems {
      code
      message
      path
      line
      found
      allowed
      hint
    }
  }
}`) as unknown as TypedDocumentString<ForkScenarioMutation, ForkScenarioMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
    workspace {
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ModelInputsDocument = new TypedDocumentString(`
    query ModelInputs($after: String) {
  model {
    sections {
      name
      title {
        ...Words
      }
    }
    variables(first: 100, role: input, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        name
        field
        entity
        isStatable
        label {
          ...Words
        }
        description {
          ...Words
        }
        unit
        minimum
        maximum
        default
        defaultStatus
        defaultSource
        defaultPriceYear
        section
      }
    }
  }
}
    fragment Words on Label {
  sv
  en
}`) as unknown as TypedDocumentString<ModelInputsQuery, ModelInputsQueryVariables>;
export const ModelValueDocument = new TypedDocumentString(`
    query ModelValue($revision: ID!, $changes: [ValueChangeInput!]!, $what: String!) {
  draft(revision: $revision, changes: $changes) {
    explanation(what: $what, future: "likely") {
      root {
        key
        value
        unit
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelValueQuery, ModelValueQueryVariables>;
export const RevisionsOfScenarioDocument = new TypedDocumentString(`
    query RevisionsOfScenario($scenario: ID!, $after: String) {
  node(id: $scenario) {
    __typename
    ... on Scenario {
      revisions(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          createdAt
          author
          note
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RevisionsOfScenarioQuery, RevisionsOfScenarioQueryVariables>;
export const ParametersOfVillageDocument = new TypedDocumentString(`
    query ParametersOfVillage($revision: ID!, $after: String) {
  node(id: $revision) {
    __typename
    ... on Revision {
      distances: parameters(first: 100, filter: { entity: "townPair" }) {
        nodes {
          ...VillageParameter
        }
      }
      whole: parameters(first: 100, filter: { entity: "future" }, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...VillageParameter
        }
      }
    }
  }
}
    fragment Words on Label {
  sv
  en
}
fragment VillageParameter on Parameter {
  name
  label {
    ...Words
  }
  entity
  instance
  unit
  stated
  status
  source
  givenBy
  priceYear
}`) as unknown as TypedDocumentString<ParametersOfVillageQuery, ParametersOfVillageQueryVariables>;