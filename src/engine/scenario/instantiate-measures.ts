import {
  type BothLanguages,
  compareIds,
  type Instance,
  type Party,
  type PlannedValue,
  type Provenance,
  partyNames,
} from '../compile/index.ts';
import type { YamlPath } from '../text/index.ts';
import { derived } from './distances.ts';
import { type Instantiation, labelOf } from './instantiation.ts';
import { categoryOf, methodOf, partId, type TranchePart, trancheId } from './measure-parts.ts';
import { planValue } from './plan-value.ts';
import type { InvestmentData, MeasureData } from './schema.ts';

type Given = Record<string, { planned: PlannedValue; provenance: Provenance }>;

/** The instances of one alternative: its measures, their kinds, tranches, running lines and pairs. */
export function measureInstances(
  work: Instantiation,
  alternative: {
    readonly id: string;
    readonly measures: Readonly<Record<string, MeasureData>>;
    readonly path: YamlPath;
  },
): Map<string, Instance[]> {
  const own = new Map<string, Instance[]>();
  const add = (entity: string, instance: Instance): void => {
    const list = own.get(entity) ?? [];
    list.push(instance);
    own.set(entity, list);
  };
  const sites = new Map<string, string>();
  for (const [id, measure] of Object.entries(alternative.measures)) {
    const inAlternative = work.data.alternatives?.[alternative.id]?.measures?.[id] !== undefined;
    const path: YamlPath = inAlternative ? ['alternatives', alternative.id, 'measures', id] : ['measures', id];
    const site = checkSite(work, id, measure, path, sites);
    addMeasure(work, id, measure, path, site, add);
  }
  for (const list of own.values()) list.sort((a, b) => compareIds(a.id, b.id));
  return own;
}

/**
 * Instances of one measure alone, for a stated calculation: without host or site, from the first year on, for as long as
 * its investments last. Nothing is bought again, and no agreement runs out.
 */
export function loneMeasureInstances(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  path: YamlPath,
): Map<string, Instance[]> {
  const own = new Map<string, Instance[]>();
  const investments = measure.investments?.map((item) => ({ ...item, renew: false }));
  const alone = { ...measure, host: undefined, place: undefined, start: undefined, renewAgreement: true, investments };
  addMeasure(work, id, alone, path, undefined, (entity, instance) => {
    const list = own.get(entity) ?? [];
    list.push(instance);
    own.set(entity, list);
  });
  for (const list of own.values()) list.sort((a, b) => compareIds(a.id, b.id));
  return own;
}

function checkSite(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  path: YamlPath,
  sites: Map<string, string>,
): string | undefined {
  const host = measure.host === undefined ? undefined : work.data.shops?.[measure.host];
  if (measure.host !== undefined && host === undefined)
    work.problems.unknown([...path, 'host'], 'shop', measure.host, Object.keys(work.data.shops ?? {}));
  if (measure.place !== undefined && work.data.places[measure.place] === undefined) {
    work.problems.unknown([...path, 'place'], 'place', measure.place, Object.keys(work.data.places));
  }
  if (measure.host === undefined && measure.place === undefined) {
    work.problems.add(path, 'missing', 'A measure stands with a host shop or at a place', {
      hint: 'State host or place',
    });
  }
  const site = measure.place ?? host?.place;
  const key = `${measure.kind} ${measure.host ?? ''} ${site ?? ''}`;
  const other = sites.get(key);
  if (other !== undefined)
    work.problems.add(path, 'contradiction', `«${id}» and «${other}» are the same kind of measure at the same host`);
  sites.set(key, id);
  return site;
}

function addMeasure(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  path: YamlPath,
  site: string | undefined,
  add: (entity: string, instance: Instance) => void,
): void {
  const { data } = work;
  const label = labelOf(measure.label, id);
  const holder = (measure.owner ?? 'municipality') as Party;
  const startYear = measure.start ?? data.start;
  if (startYear < data.start || startYear >= data.start + work.context.years) {
    work.problems.add([...path, 'start'], 'out-of-range', 'The measure does not begin within the years simulated', {
      found: String(startYear),
      allowed: `${data.start} to ${data.start + work.context.years - 1}`,
    });
  }
  const parents: Record<string, string> = {};
  if (measure.host !== undefined && data.shops?.[measure.host] !== undefined) parents['host'] = measure.host;
  if (site !== undefined && data.places[site] !== undefined) parents['site'] = site;
  const onClose = measure.onHostClose ?? 'end';
  add(
    'measure',
    work.instance(
      'measure',
      id,
      label,
      parents,
      measure,
      path,
      id,
      {
        measureStart: fact(startYear - data.start),
        endsWithHost: fact(onClose === 'end'),
        movesWithHost: fact(onClose === 'move'),
      },
      { holder },
    ),
  );
  add(
    measure.kind,
    work.instance(
      measure.kind,
      id,
      label,
      { measure: id },
      measure,
      path,
      id,
      {},
      {
        compensationPayer: (measure.compensationPayer ?? 'municipality') as Party,
        incomePayer: (measure.incomePayer ?? 'residents') as Party,
        incomeTaker: (measure.incomeTaker ?? holder) as Party,
      },
    ),
  );
  for (const [index, item] of (measure.investments ?? []).entries())
    addTranches(work, id, item, index, holder, [...path, 'investments', index], add);
  for (const [index, line] of (measure.running ?? []).entries())
    addLine(work, id, line, index, [...path, 'running', index], add);
  if (measure.kind === 'servicePoint' && site !== undefined) addServicePairs(work, id, measure, site, label, add);
}

function addTranches(
  work: Instantiation,
  measure: string,
  item: InvestmentData,
  index: number,
  holder: Party,
  path: YamlPath,
  add: (entity: string, instance: Instance) => void,
): void {
  const cost = work.amount(item.cost, [...path, 'cost']);
  const residual = work.amount(item.residual ?? 0, [...path, 'residual']);
  if (residual > cost) {
    work.problems.add([...path, 'residual'], 'out-of-range', 'The residual value exceeds the cost', {
      found: String(residual),
      allowed: `at most ${cost}`,
    });
  }
  const grants = (item.grants ?? []).map((grant, position) => ({
    payer: grant.from as Party,
    amount: work.amount(grant.amount, [...path, 'grants', position, 'amount']),
    position,
    grant,
  }));
  // Sums of öre are exact in whole numbers, where sums of kronor with decimals are not.
  const granted = grants.reduce((sum, grant) => sum + Math.round(grant.amount * 100), 0) / 100;
  if (granted > cost) {
    work.problems.add([...path, 'grants'], 'contradiction', 'The grants exceed the cost they are for', {
      found: `${granted} SEK`,
      allowed: `at most ${cost} SEK`,
    });
  }
  const remainder = (Math.round(cost * 100) - Math.round(granted * 100)) / 100;
  const label = labelOf(item.label, `${measure} ${index + 1}`);
  const method = methodOf(item);
  const renew = item.renew ?? false;
  const common: Given = {
    itemCost: told(cost, item.cost, item),
    itemResidual: told(residual, item),
    trancheLife: told(item.life, item),
    imputedRate: told(item.rate, item),
    methodOpening: fact(method === 'opening-balance'),
    methodAnnuity: fact(method === 'annuity'),
    renewItem: fact(renew),
  };
  const id = partId(measure, index);
  const tranche = (
    part: TranchePart,
    name: BothLanguages,
    payer: Party,
    first: Given[string],
    atRenewal: number,
  ): void => {
    const given: Given = {
      ...common,
      trancheCost: first,
      renewalCost: fact(atRenewal),
      isGrant: fact(payer !== holder),
    };
    const names = { sv: `${label.sv}: ${name.sv}`, en: `${label.en}: ${name.en}` };
    add(
      'tranche',
      work.instance('tranche', trancheId(id, part), names, { measure }, {}, path, measure, given, {
        payer,
        keeper: holder,
      }),
    );
  };
  for (const { payer, amount, position, grant } of grants) {
    const name = grant.label === undefined ? partyNames[payer] : labelOf(grant.label, payer);
    tranche({ grant: position, from: payer }, name, payer, told(amount, grant.amount, grant), 0);
  }
  const rest: Given[string] =
    grants.length === 0
      ? told(remainder, item.cost, item)
      : { planned: { kind: 'constant', value: remainder }, provenance: derived(remainder, 'cost less grants') };
  if (remainder > 0 || grants.length === 0) tranche('remainder', partyNames[holder], holder, rest, 0);
  if (renew)
    tranche('renewal', { sv: 'förnyelse', en: 'renewal' }, (item.renewalPayer ?? holder) as Party, fact(0), cost);
}

function addLine(
  work: Instantiation,
  measure: string,
  line: NonNullable<MeasureData['running']>[number],
  index: number,
  path: YamlPath,
  add: (entity: string, instance: Instance) => void,
): void {
  const label: BothLanguages = labelOf(line.label, `${measure} ${index + 1}`);
  if (line.amount === undefined && (line.posts === undefined || line.postCost === undefined)) {
    work.problems.add(path, 'missing', 'A running line has an amount, or posts and postCost');
  }
  if (line.amount !== undefined && line.posts !== undefined)
    work.problems.add(path, 'contradiction', 'A running line has either an amount or posts, not both');
  const following = line.index ?? (categoryOf(line) === 'staff' ? 'wages' : 'costs');
  const input = work.model.variables.get('lineSum');
  if (input?.role !== 'input') throw new TypeError('the model has no lineSum');
  const amount = line.amount === undefined || line.amount === 'unknown' ? 0 : line.amount;
  if (line.amount === 'unknown') work.problems.add([...path, 'amount'], 'missing', 'A running line needs an amount');
  const sum = planValue(
    work.context,
    { ...input, index: following === 'wages' ? 'wages' : following === 'costs' ? 'otherCosts' : undefined },
    amount,
    'scenario',
    measure,
    (code, message, extra) => work.problems.add([...path, 'amount'], code, message, extra),
  );
  add(
    'runningLine',
    work.instance(
      'runningLine',
      partId(measure, index),
      label,
      { measure },
      {},
      path,
      measure,
      {
        lineSum: sum,
        linePosts: told(line.posts ?? 0, line),
        linePostCost:
          line.postCost === undefined
            ? fact(0)
            : told(work.amount(line.postCost, [...path, 'postCost']), line.postCost, line),
        lineByWage: fact(following === 'wages'),
        lineByCost: fact(following === 'costs'),
      },
      { runningPayer: line.payer as Party },
    ),
  );
}

function addServicePairs(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  site: string,
  label: BothLanguages,
  add: (entity: string, instance: Instance) => void,
): void {
  const reachKm = work.data.reach?.km ?? 60;
  const local =
    measure.distance ?? (measure.host === undefined ? undefined : work.data.shops?.[measure.host]?.distance) ?? 1;
  for (const node of work.nodes) {
    const distance = work.toSite(node, site, local, measure.host ?? site);
    if (distance === undefined || distance.km > reachKm) continue;
    add(
      'servicePair',
      work.instance(
        'servicePair',
        `${node.id}>${id}`,
        { sv: `${node.label.sv} – ${label.sv}`, en: `${node.label.en} – ${label.en}` },
        { place: node.id, point: id },
        {},
        [],
        '',
        {
          servicePointDistance: { planned: { kind: 'constant', value: distance.km }, provenance: distance.provenance },
        },
      ),
    );
  }
}

function fact(value: number | boolean): { planned: PlannedValue; provenance: Provenance } {
  return {
    planned: { kind: 'constant', value: Number(value) },
    provenance: {
      stated: value,
      status: undefined,
      source: undefined,
      priceYear: undefined,
      priceFactor: undefined,
      givenBy: 'scenario',
    },
  };
}

type Said = { readonly status?: Provenance['status']; readonly source?: string | undefined };

/** A number of the scenario with its source: what is said of the number itself, otherwise of what it stands in. */
function told(value: number, ...said: readonly (number | Said)[]): Given[string] {
  const about = said.filter((each) => typeof each !== 'number');
  const { planned, provenance } = fact(value);
  const status = about.find((each) => each.status !== undefined)?.status;
  const source = about.find((each) => each.source !== undefined)?.source;
  return { planned, provenance: { ...provenance, stated: value, status, source } };
}
