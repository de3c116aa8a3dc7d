import { parseUnit } from '../../units/index.ts';
import { parseFormula } from './formula.ts';
import { compareIds, type Instance, type Instances, type PlannedValue } from './instances.ts';
import {
  asParty,
  type Flow,
  type FormulaVariable,
  futureEntity,
  type InputVariable,
  type Model,
  type Variable,
} from './model.ts';
import { type Party, parties } from './model-file.ts';

/** One line of the ledger: all rows of one flow between the same two parties, added up over entities. */
export type LedgerLine = {
  /** Name of the future-wide variable that holds its amount, SEK a year. */
  readonly variable: string;
  readonly flow: Flow;
  readonly from: Party;
  readonly to: Party;
};

/** The ledger of a plan: its lines, and for each party the variables of its yearly net and present value. */
export type Ledger = {
  readonly lines: readonly LedgerLine[];
  readonly accounts: readonly {
    readonly party: Party | 'society';
    /** Cash received less cash paid, SEK a year. For society: the resources used, negative. */
    readonly net: string;
    /** Present value of net and terminal values so far, SEK. */
    readonly presentValue: string;
  }[];
};

/**
 * Adds a plan's ledger to the model: a line for every flow and pair of parties that occurs, nets and present values by
 * party, and society's account of resources. They are ordinary variables, so that every back end computes and explains them.
 */
export function withLedger(model: Model, instances: Instances): { model: Model; instances: Instances; ledger: Ledger } {
  const variables = new Map<string, Variable>(model.variables);
  const masks = new Map<string, Set<Party>>();
  const all = (entity: string): Instance[] => [
    ...(instances.shared.get(entity) ?? []),
    ...instances.alternatives.flatMap((alternative) => alternative.own.get(entity) ?? []),
  ];
  const lines: LedgerLine[] = [];
  for (const flow of [...model.flows].sort((a, b) => compareIds(a.id, b.id))) {
    const fixed = asParty(flow.from) !== undefined && asParty(flow.to) !== undefined;
    const side = (word: string, instance: Instance | undefined) => asParty(word) ?? instance?.parties[word];
    const occurring = new Set(
      (fixed ? [undefined] : all(flow.entity)).map(
        (instance) => `${side(flow.from, instance)} ${side(flow.to, instance)}`,
      ),
    );
    for (const from of parties) {
      for (const to of parties) {
        if (from === to || !occurring.has(`${from} ${to}`)) continue;
        const conditions: string[] = [];
        for (const [word, party] of [
          [flow.from, from],
          [flow.to, to],
        ] as const) {
          if (asParty(word) !== undefined) continue;
          const mask = maskName(flow.entity, word, party);
          conditions.push(mask);
          const key = `${flow.entity} ${word}`;
          masks.set(key, (masks.get(key) ?? new Set()).add(party));
          variables.set(mask, maskInput(mask, flow.entity, model));
        }
        const amount = conditions.length === 0 ? flow.id : `(${conditions.join(' and ')} ? ${flow.id} : 0)`;
        const variable = conditions.length === 0 ? `ledger_${flow.id}` : `ledger_${flow.id}_${from}_${to}`;
        const text = flow.entity === futureEntity ? amount : `sum(${flow.entity}, ${amount})`;
        const definition = model.variables.get(flow.id) as Variable;
        variables.set(variable, ledgerVariable(variable, 'SEK/year', text, definition, flow.label));
        lines.push({ variable, flow, from, to });
      }
    }
  }
  const accounts = addAccounts(model, variables, lines);
  return { model: { ...model, variables }, instances: withMasks(instances, masks), ledger: { lines, accounts } };
}

function addAccounts(model: Model, variables: Map<string, Variable>, lines: readonly LedgerLine[]): Ledger['accounts'] {
  const present = parties.filter(
    (party) => party !== 'resource' && lines.some((line) => line.from === party || line.to === party),
  );
  const accounts: { party: Party | 'society'; net: string; presentValue: string }[] = [];
  const definition = model.variables.get('discountFactor');
  if (definition === undefined) return [];
  const add = (
    party: Party | 'society',
    about: { sv: string; en: string },
    sign: (line: LedgerLine) => string | undefined,
  ): void => {
    const terms = (basis: 'cash' | 'terminal'): string => {
      const text = lines
        .filter((line) => line.flow.basis.includes(basis))
        .map((line) => ({ line, sign: sign(line) }))
        .filter((term) => term.sign !== undefined)
        .map((term) => `${term.sign} ${term.line.variable}`)
        .join(' ');
      return text === '' ? '0' : `0 ${text}`;
    };
    const net = `net_${party}`;
    const presentValue = `presentValue_${party}`;
    // A party with a rate of its own has a discount factor of its own in the model files: discountFactorMunicipality.
    const ownFactor = `discountFactor${party.charAt(0).toUpperCase()}${party.slice(1)}`;
    const factor = variables.has(ownFactor) ? ownFactor : 'discountFactor';
    variables.set(
      net,
      ledgerVariable(net, 'SEK/year', terms('cash'), definition, { sv: `Netto, ${about.sv}`, en: `Net, ${about.en}` }),
    );
    const terminal = `terminal_${party}`;
    variables.set(
      terminal,
      ledgerVariable(terminal, 'SEK/year', terms('terminal'), definition, {
        sv: `Slutvärde, ${about.sv}`,
        en: `Terminal value, ${about.en}`,
      }),
    );
    variables.set(presentValue, {
      ...ledgerVariable(
        presentValue,
        'SEK',
        `previous(${presentValue}) + ${factor} * (${net} + ${terminal}) * step`,
        definition,
        {
          sv: `Nuvärde, ${about.sv}`,
          en: `Present value, ${about.en}`,
        },
      ),
      opening: parseFormula('0'),
      outcome: true,
    });
    accounts.push({ party, net, presentValue });
  };
  for (const party of present) {
    add(party, partyNames[party], (line) => (line.to === party ? '+' : line.from === party ? '-' : undefined));
  }
  // Only resource rows count for society: what one party pays another moves money and uses nothing up.
  add('society', { sv: 'samhället', en: 'society' }, (line) =>
    line.flow.kind !== 'resource' ? undefined : line.to === 'resource' ? '-' : '+',
  );
  return accounts;
}

/** What the parties are called. */
export const partyNames: Readonly<Record<Party | 'society', { readonly sv: string; readonly en: string }>> = {
  municipality: { sv: 'kommunen', en: 'the municipality' },
  region: { sv: 'regionen', en: 'the region' },
  state: { sv: 'staten', en: 'the state' },
  eu: { sv: 'EU', en: 'the EU' },
  foundation: { sv: 'stiftelser och fonder', en: 'foundations' },
  association: { sv: 'föreningen', en: 'the association' },
  shop: { sv: 'butiken', en: 'the shop' },
  owner: { sv: 'ägaren', en: 'the owner' },
  residents: { sv: 'de boende', en: 'the residents' },
  lender: { sv: 'långivaren', en: 'the lender' },
  other: { sv: 'övriga', en: 'others' },
  resource: { sv: 'resurser', en: 'resources' },
  society: { sv: 'samhället', en: 'society' },
};

function maskName(entity: string, attribute: string, party: Party): string {
  return `${entity}_${attribute}_is_${party}`;
}

function maskInput(name: string, entity: string, model: Model): InputVariable {
  const about = model.entities.get(entity)?.label ?? { sv: entity, en: entity };
  return {
    name,
    entity,
    unit: 'boolean',
    unitText: 'boolean',
    label: about,
    description: about,
    source: 'scenario',
    section: 'ledger',
    file: 'ledger',
    line: undefined,
    role: 'input',
    default: false,
    status: undefined,
    drawn: 'each',
    index: undefined,
    minimum: undefined,
    maximum: undefined,
    whole: false,
    field: name,
    internal: true,
  };
}

function ledgerVariable(
  name: string,
  unitText: string,
  text: string,
  from: Variable,
  label: { sv: string; en: string },
): FormulaVariable {
  return {
    name,
    entity: futureEntity,
    unit: parseUnit(unitText),
    unitText,
    label,
    description: label,
    source: from.source,
    section: 'ledger',
    file: from.file,
    line: from.line,
    role: 'formula',
    formula: parseFormula(text, false),
    opening: undefined,
    statable: false,
    output: 'mean',
    outcome: false,
    round: false,
    collects: undefined,
  };
}

function withMasks(instances: Instances, masks: ReadonlyMap<string, ReadonlySet<Party>>): Instances {
  const mask = (entity: string, list: readonly Instance[]): readonly Instance[] => {
    const wanted = [...masks].filter(([key]) => key.startsWith(`${entity} `));
    if (wanted.length === 0) return list;
    return list.map((instance) => {
      const values: Record<string, PlannedValue> = { ...instance.values };
      for (const [key, found] of wanted) {
        const attribute = key.slice(entity.length + 1);
        for (const party of found) {
          values[maskName(entity, attribute, party)] = {
            kind: 'constant',
            value: instance.parties[attribute] === party ? 1 : 0,
          };
        }
      }
      return { ...instance, values };
    });
  };
  const each = (own: ReadonlyMap<string, readonly Instance[]>) =>
    new Map([...own].map(([entity, list]) => [entity, mask(entity, list)]));
  return {
    shared: each(instances.shared),
    alternatives: instances.alternatives.map((alternative) => ({ id: alternative.id, own: each(alternative.own) })),
  };
}
