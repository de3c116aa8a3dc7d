import {
  type BothLanguages,
  compareIds,
  type Entity,
  type Instance,
  type Party,
  type PlannedValue,
  type Provenance,
  partyNames,
} from '../compile/index.ts';
import { nearestName, type YamlPath } from '../text/index.ts';
import { type Distance, derived } from './distances.ts';
import { type DemandNode, type Instantiation, labelOf } from './instantiation.ts';
import { categoryOf, methodOf, partId, type TranchePart, trancheId } from './measure-parts.ts';
import { planValue } from './plan-value.ts';
import { fieldsOfKind, type InvestmentData, type MeasureData, measureKinds, pairEntities } from './schema.ts';

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
  const taken = new Map<string, string>();
  for (const [id, measure] of Object.entries(alternative.measures)) {
    const inAlternative = work.data.alternatives?.[alternative.id]?.measures?.[id] !== undefined;
    const path: YamlPath = inAlternative ? ['alternatives', alternative.id, 'measures', id] : ['measures', id];
    const site = checkSite(work, id, measure, path, taken);
    checkFields(work, measure, path);
    checkAgreement(work, measure, path);
    checkSecured(work, measure, path);
    checkOpenHost(work, alternative.measures, measure, path);
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
  taken: Map<string, string>,
): string | undefined {
  const sites = work.model.entities.get(measure.kind)?.sites ?? 'one';
  const host = measure.host === undefined ? undefined : work.data.shops?.[measure.host];
  if (measure.host !== undefined && host === undefined)
    work.problems.unknown([...path, 'host'], 'shop', measure.host, Object.keys(work.data.shops ?? {}));
  if (measure.place !== undefined && work.data.places[measure.place] === undefined) {
    work.problems.unknown([...path, 'place'], 'place', measure.place, Object.keys(work.data.places));
  }
  if (sites === 'one' && measure.host === undefined && measure.place === undefined) {
    work.problems.add(path, 'missing', 'A measure stands with a host shop or at a place', {
      hint: 'State host or place',
    });
  }
  if (sites === 'host' && measure.host === undefined) {
    work.problems.add(path, 'missing', `A measure of kind ${measure.kind} is for a shop`, {
      hint: 'State host: the id of the shop',
    });
  }
  const serving = pairEntities(work.model, measure.kind).some((entity) => entity.pairs?.with === 'serves');
  const served = Object.keys(measure.serves ?? {});
  if (serving && served.length === 0) {
    work.problems.add(
      measure.serves === undefined ? path : [...path, 'serves'],
      'missing',
      'The measure serves no place',
      {
        found: measure.serves === undefined ? 'nothing under serves' : 'an empty map',
        allowed: `ids of places: ${Object.keys(work.data.places).slice(0, 10).join(', ')}`,
        hint: 'List the places under serves, each with what is stated of it there, or {}',
      },
    );
  }
  if (!serving && served.length > 0)
    work.problems.add([...path, 'serves'], 'contradiction', `A measure of kind ${measure.kind} has no list of places`, {
      hint: 'It reaches the places around it by distance',
    });
  for (const each of served) {
    if (work.data.places[each] === undefined)
      work.problems.unknown([...path, 'serves', each], 'place', each, Object.keys(work.data.places));
  }
  const site = measure.place ?? host?.place;
  const keys =
    sites === 'none'
      ? served.map((each) => `${measure.kind} > ${each}`)
      : [`${measure.kind} ${measure.host ?? ''} ${site ?? ''}`];
  for (const key of keys) {
    const other = taken.get(key);
    if (other !== undefined)
      work.problems.add(
        path,
        'contradiction',
        sites === 'none'
          ? `«${id}» and «${other}» are the same kind of measure for the same place`
          : `«${id}» and «${other}» are the same kind of measure at the same host`,
      );
    taken.set(key, id);
  }
  return site;
}

/** Fields that the schema allows because another kind has them mean nothing here: said, never ignored. */
function checkFields(work: Instantiation, measure: MeasureData, path: YamlPath): void {
  const own = fieldsOfKind(work.model, measure.kind);
  for (const field of Object.keys(measure)) {
    if (generalFields.has(field) || own.has(field)) continue;
    work.problems.add(
      [...path, field],
      'unknown-field',
      `«${field}» means nothing for a measure of kind ${measure.kind}`,
      {
        allowed: [...own].sort().join(', '),
        ...hintOf(nearestName(field, own)),
      },
    );
  }
  for (const [position, id] of (measure.rules ?? []).entries()) {
    if (measure.rules?.indexOf(id) !== position)
      work.problems.add([...path, 'rules', position], 'contradiction', `«${id}» is named twice`, {
        hint: 'A measure seeks a rule once',
      });
    const rule = work.model.rules.find((each) => each.id === id);
    if (rule === undefined) continue;
    if (rule.soughtBy.includes(measure.kind)) {
      if (rule.entity === 'shop' && measure.host === undefined)
        work.problems.add(
          [...path, 'rules', position],
          'contradiction',
          `«${id}» is support to a shop, and there is none`,
          {
            found: 'no host',
            hint: 'State host: the id of the shop, or take the rule away',
          },
        );
      continue;
    }
    const fitting = work.model.rules.filter((each) => each.soughtBy.includes(measure.kind)).map((each) => each.id);
    work.problems.add(
      [...path, 'rules', position],
      'contradiction',
      `«${id}» is not sought by a measure of kind ${measure.kind}`,
      {
        allowed: fitting.length === 0 ? 'no rules: state none' : fitting.join(', '),
        hint:
          rule.soughtBy.length === 0
            ? 'It applies of itself: no measure names it'
            : `It is sought by ${rule.soughtBy.join(', ')}`,
      },
    );
  }
}

function hintOf(near: string | undefined): { hint?: string } {
  return near === undefined ? {} : { hint: `Did you mean ${near}?` };
}

/** An agreement said to end, but not within the years simulated, would end unseen. */
function checkAgreement(work: Instantiation, measure: MeasureData, path: YamlPath): void {
  const stated = (measure as Record<string, unknown>)['agreementYears'];
  const renewed = (measure as Record<string, unknown>)['renewAgreement'];
  const years = typeof stated === 'object' && stated !== null && 'value' in stated ? stated.value : stated;
  const ends =
    renewed === false ||
    (typeof renewed === 'object' && renewed !== null && 'value' in renewed && renewed.value === false);
  const left = work.data.start + work.context.years - (measure.start ?? work.data.start);
  if (!ends || typeof years !== 'number' || years <= left || left <= 0) return;
  work.problems.add([...path, 'agreementYears'], 'out-of-range', 'The agreement runs beyond the years simulated', {
    found: `${years} years, not renewed`,
    allowed: `at most ${left} years`,
    hint: 'Lengthen years so that its end is seen, or let it be renewed (renewAgreement: true)',
  });
}

/** Financing is for years that are simulated, and its first year is no later than its last. */
function checkSecured(work: Instantiation, measure: MeasureData, path: YamlPath): void {
  const horizon = work.data.start + work.context.years - 1;
  for (const [position, { amount, years }] of (measure.secured ?? []).entries()) {
    const at = [...path, 'secured', position];
    work.amount(amount, [...at, 'amount']);
    const [first, last] = years;
    if (first > last || last < work.data.start || first > horizon)
      work.problems.add([...at, 'years'], 'out-of-range', 'The financing covers no year that is simulated', {
        found: `${first} to ${last}`,
        allowed: `first and last year, ${work.data.start} to ${horizon}`,
      });
  }
}

/** Support to a shop that is closed from the start and that nothing opens, or lacks what it is for, would be paid to nobody. */
function checkOpenHost(
  work: Instantiation,
  measures: Readonly<Record<string, MeasureData>>,
  measure: MeasureData,
  path: YamlPath,
): void {
  if (measure.host === undefined) return;
  const { hostNeeds } = work.model.entities.get(measure.kind) ?? {};
  if (hostNeeds !== undefined && !work.holdsForShop(measure.host, hostNeeds)) {
    const label = work.model.variables.get(hostNeeds)?.label.en.toLowerCase() ?? hostNeeds;
    work.problems.add(
      [...path, 'host'],
      'contradiction',
      `A measure of kind ${measure.kind} is for a shop that ${label}`,
      {
        found: `«${measure.host}», ${hostNeeds}: false`,
        hint: `State ${hostNeeds}: true for the shop, or another host`,
      },
    );
  }
  const opens = (each: MeasureData): boolean => work.model.entities.get(each.kind)?.opensHost === true;
  if (work.holdsForShop(measure.host, 'openAtStart') || opens(measure)) return;
  const start = measure.start ?? work.data.start;
  const opening = Object.values(measures).filter((each) => opens(each) && each.host === measure.host);
  if (opening.some((each) => (each.start ?? work.data.start) <= start)) return;
  const first = opening.map((each) => each.start ?? work.data.start).sort()[0];
  work.problems.add(
    [...path, 'host'],
    'contradiction',
    `The shop «${measure.host}» is closed when the measure begins`,
    {
      found: `openAtStart: false, ${first === undefined ? 'and no measure opens it' : `opened in ${first}`}`,
      allowed: 'an open shop',
      hint: `Add a measure that opens the shop no later (${kindsThatOpen(work)})${
        work.model.entities.get(measure.kind)?.sites === 'host' ? '' : ', or state place instead of host'
      }`,
    },
  );
}

function kindsThatOpen(work: Instantiation): string {
  return measureKinds(work.model)
    .filter((kind) => work.model.entities.get(kind)?.opensHost === true)
    .join(', ');
}

/** What every measure may state, whatever its kind. */
const generalFields: ReadonlySet<string> = new Set([
  'kind',
  'label',
  'start',
  'host',
  'place',
  'hostKind',
  'owner',
  'onHostClose',
  'distance',
  'investments',
  'running',
  'services',
  'secured',
  'hoursPerWeek',
  'serves',
  'rules',
]);

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
        ...work.rulesSoughtBy(measure),
      },
      { holder },
    ),
  );
  add(
    measure.kind,
    work.instance(measure.kind, id, label, { measure: id }, measure, path, id, {}, partiesOf(work, measure)),
  );
  for (const [index, item] of (measure.investments ?? []).entries())
    addTranches(work, id, item, index, holder, [...path, 'investments', index], add);
  for (const [index, line] of (measure.running ?? []).entries())
    addLine(work, id, line, index, [...path, 'running', index], add);
  for (const entity of pairEntities(work.model, measure.kind)) {
    if (entity.pairs?.with === 'serves') addServedPairs(work, id, measure, entity, label, path, add);
    else if (site !== undefined) addReachedPairs(work, id, measure, entity, site, label, add);
  }
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

function addReachedPairs(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  entity: Entity,
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
    addPair(work, id, measure, entity, node, distance, label, {}, [], add);
  }
}

/** The places a measure serves, each with its hinterland. */
function addServedPairs(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  entity: Entity,
  label: BothLanguages,
  path: YamlPath,
  add: (entity: string, instance: Instance) => void,
): void {
  for (const node of work.nodes) {
    const stated = measure.serves?.[node.place];
    if (stated === undefined) continue;
    const distance = work.toSite(node, node.place, measure.distance ?? 1, node.place);
    if (distance !== undefined)
      addPair(work, id, measure, entity, node, distance, label, stated, [...path, 'serves', node.place], add);
  }
}

function addPair(
  work: Instantiation,
  id: string,
  measure: MeasureData,
  entity: Entity,
  node: DemandNode,
  distance: Distance,
  label: BothLanguages,
  stated: object,
  path: YamlPath,
  add: (entity: string, instance: Instance) => void,
): void {
  const role = (of: (entity: string) => boolean): string =>
    entity.parents.find((parent) => of(parent.entity))?.role as string;
  const given: Given =
    entity.pairs?.distance === undefined
      ? {}
      : {
          [entity.pairs.distance]: {
            planned: { kind: 'constant', value: distance.km },
            provenance: distance.provenance,
          },
        };
  const names = { sv: `${node.label.sv} – ${label.sv}`, en: `${node.label.en} – ${label.en}` };
  const parents = { [role((each) => each === 'place')]: node.id, [role((each) => each !== 'place')]: id };
  add(
    entity.name,
    work.instance(
      entity.name,
      `${node.id}>${id}`,
      names,
      parents,
      stated,
      path,
      `${node.place}>${id}`,
      given,
      partiesOf(work, measure),
    ),
  );
}

/** The parties of a measure: as stated, and otherwise as its kind has them. */
function partiesOf(work: Instantiation, measure: MeasureData): Record<string, Party> {
  const holder = (measure.owner ?? 'municipality') as Party;
  return Object.fromEntries(
    (work.model.entities.get(measure.kind)?.parties ?? []).map(({ name, default: usual }) => {
      const stated = (measure as Record<string, unknown>)[name] as Party | undefined;
      return [name, stated ?? (usual === undefined || usual === 'holder' ? holder : usual)];
    }),
  );
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
