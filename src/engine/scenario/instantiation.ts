import { pow } from '../arithmetic/index.ts';
import {
  type BothLanguages,
  compareIds,
  type FormulaVariable,
  type InputVariable,
  type Instance,
  type Model,
  type Party,
  type PlannedValue,
  type Provenance,
  type StatedValue,
  type SupportRule,
} from '../compile/index.ts';
import { mostProblems, show, type YamlPath } from '../text/index.ts';
import { checkCoordinates } from './check-coordinates.ts';
import { type Distance, Distances, derived, fromHinterland } from './distances.ts';
import { endsOfPlanned, likelyOf, planValue, rangeText, type ValueContext } from './plan-value.ts';
import { ProblemList } from './problem-list.ts';
import type { Scenario } from './scenario.ts';
import { inputByField, type LabelData, type MeasureData, type ScenarioData } from './schema.ts';

/** A demand node: the centre of a place, or its hinterland. */
export type DemandNode = {
  readonly id: string;
  readonly place: string;
  readonly hinterlandKm: number;
  readonly label: BothLanguages;
};

type Values = { values: Record<string, PlannedValue>; provenance: Record<string, Provenance> };

/** The work of turning one scenario into instances: what every part of it needs, and places, shops and pairs. */
export class Instantiation {
  readonly model: Model;
  readonly data: ScenarioData;
  readonly problems: ProblemList;
  readonly distances: Distances;
  readonly context: ValueContext;
  readonly nodes: readonly DemandNode[];
  /** Km of sea between pairs whose distance is not stated, by the pair as it is told; none for most pairs. */
  private readonly seaOfPair = new Map<string, number>();
  private readonly overrides = new Map<string, { stated: StatedValue; path: YamlPath }>();
  private readonly inputsOf = new Map<string, InputVariable[]>();
  private readonly statableOf = new Map<string, FormulaVariable[]>();

  constructor(model: Model, scenario: Scenario) {
    this.model = model;
    this.data = scenario.data;
    this.problems = new ProblemList(scenario.text);
    this.distances = new Distances(this.data);
    for (const variable of model.variables.values()) {
      if (variable.role === 'input') push(this.inputsOf, variable.entity, variable);
      if (variable.role === 'formula' && variable.statable) push(this.statableOf, variable.entity, variable);
    }
    for (const [field, stated] of Object.entries(this.data.parameters ?? {})) {
      const input = inputByField(model, field);
      if (input !== undefined && stated !== undefined)
        this.overrides.set(input.name, { stated, path: ['parameters', field] });
    }
    this.context = {
      model,
      start: this.data.start,
      years: this.data.years ?? 15,
      growth: (parameter) => this.likelyParameter(parameter),
    };
    this.nodes = Object.entries(this.data.places)
      .flatMap(([id, place]): DemandNode[] => {
        const label = labelOf(place.label, id);
        const centre = { id, place: id, hinterlandKm: 0, label };
        if (place.hinterland === undefined) return [centre];
        return [
          centre,
          {
            id: `${id}.hinterland`,
            place: id,
            hinterlandKm: place.hinterland.distance,
            label: { sv: `${label.sv}, omland`, en: `${label.en}, hinterland` },
          },
        ];
      })
      .sort((a, b) => compareIds(a.id, b.id));
  }

  /** An instance with every input of its entity planned. */
  instance(
    entity: string,
    id: string,
    label: BothLanguages,
    parents: Readonly<Record<string, string>>,
    stated: object,
    path: YamlPath,
    streamId: string,
    given: Readonly<Record<string, { planned: PlannedValue; provenance: Provenance }>> = {},
    parties: Readonly<Record<string, Party>> = {},
  ): Instance {
    const { values, provenance } = this.values(entity, stated as Record<string, unknown>, path, streamId, given);
    return { id, label, parents, values, provenance, parties };
  }

  /** The likely value of a future-wide parameter. */
  likelyParameter(name: string): number {
    const input = this.model.variables.get(name);
    if (input?.role !== 'input') throw new TypeError(`no parameter ${name}`);
    const stated = this.overrides.get(name)?.stated ?? input.default ?? 0;
    const context = { ...this.context, growth: () => 0 };
    return likelyOf(
      planValue(context, input, stated === 'unknown' ? (input.default ?? 0) : stated, 'scenario', '', () => {}).planned,
    );
  }

  /** Distance from a demand node to something at a place (a shop or a service point), `local` km from its centre. */
  toSite(node: DemandNode, place: string, local: number, id: string): Distance | undefined {
    const own = node.place === id ? undefined : this.distances.between(node.place, id);
    const centre =
      own ??
      (node.place === place
        ? { km: local, provenance: derived(local, 'from the centre of its place') }
        : this.distances.between(node.place, place));
    return centre === undefined ? undefined : fromHinterland(centre, node.hinterlandKm);
  }

  /**
   * Whether a demand node's way to something at a place crosses the sea and must be left out. Unless the scenario drops such
   * pairs, none is left out, and {@link reportPairsOverSea} will ask for its distance.
   */
  leavesOut(node: DemandNode, place: string, id: string): boolean {
    if (node.place === place || this.distances.states(node.place, id) || this.distances.states(node.place, place))
      return false;
    const pair = pairText(node.place, place);
    let sea = this.seaOfPair.get(pair);
    if (sea === undefined) {
      sea = this.distances.seaBetween(node.place, place);
      this.seaOfPair.set(pair, sea);
    }
    return sea > mostSeaKm && this.data.overSea === 'drop';
  }

  /** Says of every pair over sea that its distance must be stated; where they are dropped, how many were. */
  reportPairsOverSea(): number {
    const overSea = [...this.seaOfPair].filter(([, sea]) => sea > mostSeaKm);
    if (this.data.overSea === 'drop') return overSea.length;
    const isWrong = (id: string): boolean =>
      ['places', 'towns'].some((list) => this.problems.isWrong([list, id, 'lat']));
    for (const [pair, sea] of this.problems.isWrong(['distances']) ? [] : overSea) {
      const ids = pair.split(' and ');
      if (ids.some(isWrong)) continue;
      this.problems.add(['distances'], 'over-sea', `There is sea between ${pair}, and no distance is stated`, {
        found: `${Math.round(sea)} km of sea`,
        allowed: `at most ${mostSeaKm} km`,
        hint: `State the way by road or ferry under distances: - { between: [${ids.join(', ')}], km: … }`,
      });
    }
    return 0;
  }

  /** Whether a truth value of a shop holds, as stated or by default; true where the shop is not known. */
  holdsForShop(shop: string, field: string): boolean {
    const stated = (this.data.shops?.[shop] as Record<string, unknown> | undefined)?.[field];
    const value = stated ?? inputByField(this.model, field, ['shop'])?.default ?? true;
    return (typeof value === 'object' && value !== null && 'value' in value ? value.value : value) !== false;
  }

  /** Of each support rule, whether a measure seeks it; `possible` where the rule is tried for each measure. */
  rulesSoughtBy(measure: MeasureData): Record<string, { planned: PlannedValue; provenance: Provenance }> {
    return Object.fromEntries(
      this.model.rules
        .filter((rule) => rule.soughtHere !== undefined && this.seeks(measure, rule))
        .flatMap((rule) => [rule.soughtHere as string, ...(rule.entity === 'measure' ? [rule.possible] : [])])
        .map((name) => [name, truth]),
    );
  }

  /** Of each support rule tried for each shop or place, whether it can be of use to this one in any alternative. */
  private rulesPossible(entity: string, id: string): Record<string, { planned: PlannedValue; provenance: Provenance }> {
    const measures = this.alternatives().flatMap((alternative) => Object.values(alternative.measures));
    return Object.fromEntries(
      this.model.rules
        .filter((rule) => rule.entity === entity)
        .filter(
          (rule) =>
            rule.soughtHere === undefined ||
            measures.some((measure) => measure.host === id && this.seeks(measure, rule)),
        )
        .map((rule) => [rule.possible, truth]),
    );
  }

  private seeks(measure: MeasureData, rule: SupportRule): boolean {
    if (!rule.soughtBy.includes(measure.kind)) return false;
    return measure.rules === undefined ? rule.byDefault : measure.rules.includes(rule.id);
  }

  /** An amount that is stated to the öre. */
  amount(stated: number | { readonly value: number }, path: YamlPath): number {
    const value = typeof stated === 'number' ? stated : stated.value;
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) {
      this.problems.add(path, 'out-of-range', 'An amount of money has at most two decimals', { found: String(value) });
    }
    return value;
  }

  private values(
    entity: string,
    stated: Record<string, unknown>,
    path: YamlPath,
    streamId: string,
    given: Readonly<Record<string, { planned: PlannedValue; provenance: Provenance }>>,
  ): Values {
    const result: Values = { values: {}, provenance: {} };
    const statable = new Map(
      (this.statableOf.get(entity) ?? []).flatMap((variable) =>
        [`${variable.name}Given`, `${variable.name}Stated`].map((name) => [name, variable] as const),
      ),
    );
    for (const input of this.inputsOf.get(entity) ?? []) {
      const ready = given[input.name];
      if (ready !== undefined) {
        result.values[input.name] = ready.planned;
        result.provenance[input.name] = ready.provenance;
        continue;
      }
      const variable = statable.get(input.name);
      if (variable !== undefined) {
        this.planStatable(variable, input, stated, path, streamId, result);
        continue;
      }
      const own = stated[input.field] as StatedValue | undefined;
      const override = this.overrides.get(input.name);
      let value: StatedValue | undefined = own === 'unknown' ? undefined : own;
      let at: YamlPath = [...path, input.field];
      let givenBy: Provenance['givenBy'] = 'scenario';
      if (value === undefined && override !== undefined && override.stated !== 'unknown') {
        value = override.stated;
        at = override.path;
      }
      if (value === undefined) {
        value = input.default;
        givenBy = input.internal ? 'program' : 'default';
      }
      if (value === undefined) {
        this.problems.add(at, 'missing', `${input.label.en} must be stated`, { allowed: rangeText(input) });
        value = input.minimum ?? 0;
      }
      const planned = planValue(
        this.context,
        input,
        value,
        givenBy,
        input.drawn === 'shared' ? '' : streamId,
        (code, message, extra) => this.problems.add(at, code, message, extra),
      );
      result.values[input.name] = planned.planned;
      result.provenance[input.name] = planned.provenance;
    }
    return result;
  }

  private planStatable(
    variable: FormulaVariable,
    input: InputVariable,
    stated: Record<string, unknown>,
    path: YamlPath,
    streamId: string,
    result: Values,
  ): void {
    const own = stated[variable.name] as StatedValue | undefined;
    const override = this.overrides.get(`${variable.name}Stated`);
    const value =
      own !== undefined && own !== 'unknown' ? own : override?.stated === 'unknown' ? undefined : override?.stated;
    const isGiven = value !== undefined;
    if (input.name.endsWith('Given')) {
      result.values[input.name] = { kind: 'constant', value: isGiven ? 1 : 0 };
      result.provenance[input.name] = { ...derived(isGiven ? 1 : 0, ''), stated: isGiven };
      return;
    }
    const at = own !== undefined ? [...path, variable.name] : (override?.path ?? path);
    const planned = planValue(
      this.context,
      input,
      value ?? 0,
      isGiven ? 'scenario' : 'program',
      streamId,
      (code, message, extra) => {
        if (isGiven) this.problems.add(at, code, message, extra);
      },
    );
    result.values[input.name] = planned.planned;
    result.provenance[input.name] = planned.provenance;
  }

  places(): Instance[] {
    const instances: Instance[] = [];
    const centres = new Map<string, Instance>();
    for (const node of this.nodes) {
      const place = this.data.places[node.place] as ScenarioData['places'][string];
      const isHinterland = node.id !== node.place;
      const stated = (isHinterland ? place.hinterland : place) as Record<string, unknown>;
      const path = isHinterland ? ['places', node.place, 'hinterland'] : ['places', node.place];
      // A hinterland lives the life of its village: what is drawn for one is drawn for both.
      const centre = isHinterland && stated['trend'] === undefined ? centres.get(node.place) : undefined;
      const inherited =
        centre === undefined
          ? {}
          : {
              trend: {
                planned: centre.values['trend'] as PlannedValue,
                provenance: centre.provenance['trend'] as Provenance,
              },
            };
      const given = { ...inherited, ...this.bandFlag(stated), ...this.rulesPossible('place', node.id) };
      const instance = this.instance(
        'place',
        node.id,
        node.label,
        {},
        this.withBands(stated, path),
        path,
        node.place,
        given,
      );
      if (!isHinterland) centres.set(node.id, instance);
      instances.push(instance);
    }
    return instances;
  }

  private bandFlag(stated: Record<string, unknown>): Record<string, { planned: PlannedValue; provenance: Provenance }> {
    const byBand = bands.some((band) => stated[band] !== undefined);
    return {
      byBand: {
        planned: { kind: 'constant', value: byBand ? 1 : 0 },
        provenance: { ...derived(Number(byBand), ''), stated: byBand },
      },
    };
  }

  /** With age bands all four are needed, and together they are the inhabitants. */
  private withBands(stated: Record<string, unknown>, path: YamlPath): Record<string, unknown> {
    if (!bands.some((band) => stated[band] !== undefined)) return stated;
    let sum = 0;
    let complete = true;
    for (const band of bands) {
      const value = stated[band] as StatedValue | undefined;
      const number = typeof value === 'object' && 'value' in value ? value.value : value;
      if (typeof number === 'number') sum += number;
      else {
        complete = false;
        const found = value === undefined ? {} : { found: show(value) };
        this.problems.add(
          [...path, band],
          'missing',
          `Where one age band is stated, ${band} must be stated too, as one number`,
          { ...found, allowed: 'a number of persons', hint: `The bands are ${bands.join(', ')}` },
        );
      }
    }
    if (!complete) return { ...stated, ...Object.fromEntries(bands.map((band) => [band, 0])), inhabitants: 0 };
    const total = stated['inhabitants'];
    const number = typeof total === 'object' && total !== null && 'value' in total ? total.value : total;
    if (
      typeof number === 'number' ? Math.abs(number - sum) > 1e-9 * sum : number !== undefined && number !== 'unknown'
    ) {
      this.problems.add([...path, 'inhabitants'], 'contradiction', 'The age bands do not add up to the inhabitants', {
        found: show(number),
        allowed: String(sum),
      });
    }
    return { ...stated, inhabitants: typeof number === 'number' ? total : sum };
  }

  shops(): Instance[] {
    const instances: Instance[] = [];
    for (const [id, shop] of Object.entries(this.data.shops ?? {})) {
      const path = ['shops', id];
      if (this.data.places[shop.place] === undefined)
        this.problems.unknown([...path, 'place'], 'place', shop.place, Object.keys(this.data.places));
      if (this.data.places[id] !== undefined || this.data.towns?.[id] !== undefined) {
        this.problems.add(path, 'duplicate-id', `The id «${id}» is already that of a place or town`);
      }
      const instance = this.instance(
        'shop',
        id,
        labelOf(shop.label, id),
        this.data.places[shop.place] === undefined ? {} : { place: shop.place },
        shop,
        path,
        id,
        this.rulesPossible('shop', id),
      );
      const value = (name: string): number => likelyOf(instance.values[name] as PlannedValue);
      const least = (name: string): number => endsOfPlanned(instance.values[name] as PlannedValue)[0];
      const greatest = (name: string): number => endsOfPlanned(instance.values[name] as PlannedValue)[1];
      const wrong = (name: string): boolean => this.problems.isWrong([...path, name]);
      if (
        !wrong('reinvestmentLife') &&
        !wrong('reinvestmentInterval') &&
        greatest('reinvestmentLife') > least('reinvestmentInterval')
      ) {
        const stated =
          (shop as Record<string, unknown>)['reinvestmentLife'] === undefined
            ? 'reinvestmentInterval'
            : 'reinvestmentLife';
        this.problems.add(
          [...path, stated],
          'contradiction',
          'A reinvestment must be written off before the next is due',
          {
            found: `a life of ${greatest('reinvestmentLife')} years and an interval of ${least('reinvestmentInterval')}`,
            allowed: 'reinvestmentLife at most reinvestmentInterval',
          },
        );
      }
      if (!wrong('openingRemainingLife') && value('openingBookValue') > 0 && value('openingRemainingLife') === 0) {
        this.problems.add(
          [...path, 'openingRemainingLife'],
          'missing',
          'A book value at the start needs the years left to write it off',
        );
      }
      for (const [turnover, passing, unit] of [
        ['turnover', 'passingTrade', 'SEK a year'],
        ['fuelTurnover', 'passingLitres', 'litres a year'],
      ] as const) {
        if (value(`${turnover}Given`) !== 1 || wrong(turnover) || wrong(passing)) continue;
        if (!(least(`${turnover}Stated`) > 0)) {
          this.problems.add([...path, turnover], 'out-of-range', 'The value is too small', {
            found: String(least(`${turnover}Stated`)),
            allowed: `more than 0 ${unit}`,
            hint: 'Leave it out if it is not known',
          });
          continue;
        }
        if (least(`${turnover}Stated`) > greatest(passing)) continue;
        this.problems.add(
          [...path, passing],
          'contradiction',
          'What is sold to passers-by must be less than all that is sold',
          {
            found: `${Math.round(greatest(passing))} of ${Math.round(least(`${turnover}Stated`))} ${unit}`,
            hint: `Check ${passing} and ${turnover}`,
          },
        );
      }
      if (value('fuelTurnoverGiven') === 1 && value('sellsFuel') === 0) {
        this.problems.add(
          [...path, 'fuelTurnover'],
          'contradiction',
          'Fuel sold is stated, but the shop does not sell fuel',
          { hint: 'State sellsFuel: true' },
        );
      }
      if (!wrong('sellsGroceries') && !wrong('sellsFuel') && value('sellsGroceries') === 0 && value('sellsFuel') === 0)
        this.problems.add(path, 'contradiction', 'The shop sells neither groceries nor fuel');
      instances.push(instance);
    }
    return instances.sort(byId);
  }

  checkDistances(): void {
    const ids = new Set([
      ...Object.keys(this.data.places),
      ...Object.keys(this.data.towns ?? {}),
      ...Object.keys(this.data.shops ?? {}),
    ]);
    for (const id of Object.keys(this.data.towns ?? {})) {
      if (this.data.places[id] !== undefined)
        this.problems.add(['towns', id], 'duplicate-id', `The id «${id}» is already that of a place`);
    }
    checkCoordinates(this.data, this.problems);
    const seen = new Map<string, number>();
    for (const [index, { between, km }] of (this.data.distances ?? []).entries()) {
      for (const [side, id] of between.entries()) {
        if (!ids.has(id)) this.problems.unknown(['distances', index, 'between', side], 'place, town or shop', id, ids);
      }
      if (between[0] === between[1] && km !== 0) {
        this.problems.add(['distances', index], 'contradiction', 'A distance is between two different places', {
          found: `${between[0]} twice, ${km} km`,
        });
      }
      const key = [...between].sort(compareIds).join(' ');
      const before = seen.get(key);
      if (before !== undefined && before !== km) {
        this.problems.add(
          ['distances', index],
          'contradiction',
          `Two distances are stated between ${between[0]} and ${between[1]}`,
          { found: `${before} km and ${km} km` },
        );
      }
      seen.set(key, km);
    }
  }

  /**
   * The pairs of places and destinations: for each node the heaviest destinations within reach, shops and towns together,
   * at likely values with b = freshness = κ = 1; and always the heaviest town, since without an alternative outside no
   * stated turnover could be met.
   */
  pairs(shared: ReadonlyMap<string, readonly Instance[]>): { shopPairs: Instance[]; townPairs: Instance[] } {
    const reachKm = this.data.reach?.km ?? 60;
    const most = this.data.reach?.destinations ?? 12;
    const decay = this.likelyParameter('distanceDecay');
    const least = this.likelyParameter('minimumDistance');
    const sizeExponent = this.likelyParameter('sizeExponent');
    const townExponent = this.likelyParameter('townExponent');
    const weigh = (factor: number, km: number): number => factor * pow(Math.max(km, least), -decay);
    const shops = (shared.get('shop') ?? []).map((shop) => ({
      id: shop.id,
      data: this.data.shops?.[shop.id] as NonNullable<ScenarioData['shops']>[string],
      factor: pow(likelyOf(shop.values['floorArea'] as PlannedValue) / 100, sizeExponent),
      label: shop.label,
    }));
    const towns = (shared.get('town') ?? []).map((town) => ({
      id: town.id,
      factor: pow(likelyOf(town.values['townInhabitants'] as PlannedValue) / 1000, townExponent),
      label: town.label,
    }));
    const shopPairs: Instance[] = [];
    const townPairs: Instance[] = [];
    const missing = new Set<string>();
    const possible = this.nodes.length * (shops.length + towns.length);
    if (possible > mostPairs) {
      this.problems.add(['places'], 'too-large', 'There are too many places, shops and towns for one scenario', {
        found: `${possible} pairs of a place and a shop or town`,
        allowed: `at most ${mostPairs}`,
      });
      return { shopPairs, townPairs };
    }
    for (const node of this.nodes) {
      if (missing.size > mostProblems) break;
      const candidates: {
        kind: 'shop' | 'town';
        id: string;
        place: string;
        distance: Distance;
        weight: number;
        label: BothLanguages;
      }[] = [];
      for (const shop of shops) {
        if (this.data.places[shop.data.place] === undefined) continue;
        // Most shops of a region are out of reach, and none of those is kept.
        if (
          !this.distances.states(node.place, shop.id) &&
          this.distances.surelyBeyond(node.place, shop.data.place, reachKm)
        )
          continue;
        const distance = this.toSite(node, shop.data.place, shop.data.distance ?? 1, shop.id);
        if (distance === undefined) missing.add(pairText(node.place, shop.data.place));
        else
          candidates.push({
            kind: 'shop',
            id: shop.id,
            place: shop.data.place,
            distance,
            weight: weigh(shop.factor, distance.km),
            label: shop.label,
          });
      }
      for (const town of towns) {
        const centre = this.distances.between(node.place, town.id);
        if (centre === undefined) missing.add(pairText(node.place, town.id));
        else {
          const distance = fromHinterland(centre, node.hinterlandKm);
          candidates.push({
            kind: 'town',
            id: town.id,
            place: town.id,
            distance,
            weight: weigh(town.factor, distance.km),
            label: town.label,
          });
        }
      }
      candidates.sort((a, b) => b.weight - a.weight || compareIds(a.id, b.id));
      const kept: typeof candidates = [];
      for (const candidate of candidates) {
        if (kept.length === most) break;
        if (candidate.distance.km <= reachKm && !this.leavesOut(node, candidate.place, candidate.id))
          kept.push(candidate);
      }
      const heaviestTown = candidates.find(
        ({ kind, place, id }) => kind === 'town' && !this.leavesOut(node, place, id),
      );
      if (heaviestTown !== undefined && !kept.includes(heaviestTown)) kept.push(heaviestTown);
      for (const candidate of kept) {
        const name = candidate.kind === 'shop' ? 'shopDistance' : 'townDistance';
        const given = {
          [name]: {
            planned: { kind: 'constant', value: candidate.distance.km } as const,
            provenance: candidate.distance.provenance,
          },
        };
        const label = {
          sv: `${node.label.sv} – ${candidate.label.sv}`,
          en: `${node.label.en} – ${candidate.label.en}`,
        };
        const parents = { place: node.id, [candidate.kind]: candidate.id };
        const instance = this.instance(
          candidate.kind === 'shop' ? 'shopPair' : 'townPair',
          `${node.id}>${candidate.id}`,
          label,
          parents,
          {},
          [],
          '',
          given,
        );
        (candidate.kind === 'shop' ? shopPairs : townPairs).push(instance);
      }
    }
    for (const pair of this.problems.isWrong(['distances']) ? [] : missing) {
      this.problems.add(['distances'], 'missing', `No distance is known between ${pair}`, {
        hint: 'State it under distances, or give both coordinates (lat, lon)',
      });
    }
    return { shopPairs: shopPairs.sort(byId), townPairs: townPairs.sort(byId) };
  }

  /** Every shop as a neighbour of others. */
  rivals(shared: ReadonlyMap<string, readonly Instance[]>): Instance[] {
    return (shared.get('shop') ?? []).map((shop) =>
      this.instance('rival', shop.id, shop.label, { itself: shop.id }, {}, [], ''),
    );
  }

  /** The shops nearest to each shop, by road between their places; in one place they stand side by side. */
  shopNeighbours(): Instance[] {
    const shops = Object.entries(this.data.shops ?? {})
      .map(([id, shop]) => ({ id, place: shop.place, label: labelOf(shop.label, id) }))
      .filter((shop) => this.data.places[shop.place] !== undefined);
    const reachKm = this.data.reach?.km ?? 60;
    return shops
      .flatMap((shop) => {
        let kept = 0;
        return shops
          .filter((other) => other.id !== shop.id)
          .filter(
            (other) =>
              this.distances.states(shop.id, other.id) ||
              !this.distances.surelyBeyond(shop.place, other.place, reachKm),
          )
          .flatMap((other) => {
            const distance =
              this.distances.between(shop.id, other.id) ?? this.distances.between(shop.place, other.place);
            return distance === undefined || distance.km > reachKm ? [] : [{ other, distance }];
          })
          .sort((a, b) => a.distance.km - b.distance.km || compareIds(a.other.id, b.other.id))
          .filter(({ other }) => {
            // The sea is looked at for the nearest only.
            if (kept === neighboursKept) return false;
            const overSea =
              !this.distances.states(shop.place, other.place) &&
              this.distances.seaBetween(shop.place, other.place) > mostSeaKm;
            if (!overSea) kept += 1;
            return !overSea;
          })
          .map(({ other, distance }) =>
            this.instance(
              'shopNeighbour',
              `${shop.id}>${other.id}`,
              { sv: `${shop.label.sv} – ${other.label.sv}`, en: `${shop.label.en} – ${other.label.en}` },
              { shop: shop.id, rival: other.id },
              {},
              [],
              '',
              {
                neighbourDistance: {
                  planned: { kind: 'constant', value: distance.km },
                  provenance: distance.provenance,
                },
              },
            ),
          );
      })
      .sort(byId);
  }

  alternatives(): { id: string; label: BothLanguages; measures: Record<string, MeasureData>; path: YamlPath }[] {
    const base = this.data.measures ?? {};
    const stated = Object.entries(this.data.alternatives ?? {});
    if (stated.length === 0)
      return [{ id: this.data.id, label: labelOf(this.data.label, this.data.id), measures: base, path: [] }];
    return stated.map(([id, alternative]) => ({
      id,
      label: labelOf(alternative.label, id),
      measures: { ...base, ...(alternative.measures ?? {}) },
      path: ['alternatives', id],
    }));
  }
}

/** Most sea that a distance may be reckoned across from coordinates, km: a bridge or a causeway, but no ferry. */
const mostSeaKm = 2;

/** Neighbours kept for each shop: the rules ask for the next open one, and rarely do ten close. */
const neighboursKept = 10;

/** Most pairs of a place and a shop or town that are looked through for the heaviest destinations. */
const mostPairs = 50_000_000;

/** A truth value the program fills in. */
const truth = {
  planned: { kind: 'constant', value: 1 },
  provenance: {
    stated: true,
    status: undefined,
    source: undefined,
    priceYear: undefined,
    priceFactor: undefined,
    givenBy: 'program',
  },
} as const;

const bands = ['young', 'working', 'older', 'oldest'];

/** A label in both languages; a single text serves for both, and the id where there is none. */
export function labelOf(label: LabelData | undefined, id: string): BothLanguages {
  if (label === undefined) return { sv: id, en: id };
  return typeof label === 'string' ? { sv: label, en: label } : label;
}

export function byId(a: Instance, b: Instance): number {
  return compareIds(a.id, b.id);
}

function pairText(a: string, b: string): string {
  return a < b ? `${a} and ${b}` : `${b} and ${a}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
