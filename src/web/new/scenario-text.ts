import { freeName, shortName } from './short-name.ts';
import type { Given, MeasureName, Village } from './village.ts';

/** A scenario to save: what it says, and which field of the form each of its values comes from. */
export type ScenarioOfVillage = {
  /** As an object, for whoever writes it as YAML. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Field of the form by path in the scenario. */
  readonly fieldOf: ReadonlyMap<string, string>;
  /** Field of the form by id of the town that a distance goes to. */
  readonly townField: ReadonlyMap<string, string>;
};

/** What is said of amounts that nobody has told: they are taken from the mission's own calculations. */
const asInFliseryd = 'Som i Fliseryd';

/**
 * The scenario of a village: what was answered and no more, so that the model's own wide defaults hold for the rest; the
 * baseline without measures and one alternative for each measure that is planned. The same money as plain support to the shop
 * is added by the service, where there is a shop.
 *
 * @param id - short name of the scenario, which its random numbers follow too
 */
export function scenarioOfVillage(village: Village, id: string): ScenarioOfVillage {
  const fieldOf = new Map<string, string>([
    ['label', 'name'],
    ['start', 'start'],
    ['places.byn.label', 'name'],
    ['places.byn.municipality', 'municipality'],
    ['places.byn.lat', 'lat'],
    ['places.byn.lon', 'lon'],
    ['places.byn.inhabitants', 'people'],
    ['places.byn.hinterland.inhabitants', 'around'],
    ['places.byn.hinterland.distance', 'aroundKm'],
  ]);
  const townField = new Map<string, string>();
  const taken = new Set(['byn', 'butiken', 'butik-2', 'omlandet']);
  const towns = village.towns.map((town, index) => {
    const key = freeName(shortName(town.name, 'orten'), taken);
    taken.add(key);
    townField.set(key, `towns.${index}.km`);
    fieldOf.set(`towns.${key}`, `towns.${index}.name`);
    fieldOf.set(`towns.${key}.inhabitants`, `towns.${index}.people`);
    return { key, town };
  });
  const shops = village.shops.map((shop, index) => {
    const key = index === 0 ? 'butiken' : 'butik-2';
    fieldOf.set(`shops.${key}`, `shops.${index}.name`);
    for (const field of Object.keys(shop.given)) fieldOf.set(`shops.${key}.${field}`, `shops.${index}.${field}`);
    return { key, shop };
  });
  const host = shops[village.host]?.key;
  const servicePoint = 'alternatives.servicepunkt.measures.servicepunkt';
  fieldOf.set(`${servicePoint}.investments`, 'investment');
  fieldOf.set(`${servicePoint}.running[0]`, 'running');
  fieldOf.set(`${servicePoint}.running[1]`, 'posts');
  fieldOf.set(`${servicePoint}.running`, 'running');

  const scenario = {
    id,
    label: {
      sv: `${village.name}: ${village.measures.includes('servicepunkt') ? 'servicepunkt' : 'åtgärder'} eller ingen`,
      en: `${village.name}: ${village.measures.includes('servicepunkt') ? 'service point' : 'measures'} or none`,
    },
    about: {
      sv: 'Tillagd på sidan med åtta frågor. Det som ingen har svarat på räknas med modellens egna vida antaganden.',
      en: "Added on the page by eight questions. What nobody has answered is reckoned with the model's own wide assumptions.",
    },
    start: village.start,
    years: 15,
    seed: id,
    ...(village.successor === 'unknown' ? {} : { parameters: successorOf(village) }),
    places: {
      byn: {
        label: village.name,
        ...(village.municipality === undefined ? {} : { municipality: village.municipality }),
        ...village.position,
        inhabitants: stated(village.people),
        ...(village.around === undefined
          ? {}
          : { hinterland: { inhabitants: stated(village.around.people), distance: village.around.km } }),
      },
    },
    towns: Object.fromEntries(
      towns.map(({ key, town }) => [key, { label: town.name, ...town.position, inhabitants: stated(town.people) }]),
    ),
    ...distancesOf(towns),
    ...(shops.length === 0
      ? {}
      : {
          shops: Object.fromEntries(
            shops.map(({ key, shop }) => [
              key,
              {
                label: shop.name === '' ? { sv: 'Butiken', en: 'The shop' } : shop.name,
                place: 'byn',
                ...(village.isIslandWithoutLink ? { onIsland: true } : {}),
                ...Object.fromEntries(Object.entries(shop.given).map(([field, given]) => [field, stated(given)])),
              },
            ]),
          ),
        }),
    alternatives: {
      ingen: { label: { sv: 'Ingen åtgärd', en: 'No measure' } },
      ...Object.fromEntries(village.measures.map((name) => [name, alternativeOf(name, village, host)])),
    },
    ...(village.measures.includes('servicepunkt')
      ? {
          calculations: {
            kalkyl: {
              label: { sv: 'Servicepunktens kalkyl', en: "The service point's calculation" },
              alternative: 'servicepunkt',
              measure: 'servicepunkt',
            },
          },
        }
      : {}),
    ...(host === undefined || !village.measures.includes('servicepunkt')
      ? {}
      : { sameMoney: { as: 'servicepunkt', shop: host } }),
  };
  return { scenario, fieldOf, townField };
}

/** The scenario as text. */
export async function yamlOf(scenario: Readonly<Record<string, unknown>>): Promise<string> {
  // Loaded when something is saved: nothing else needs it.
  const { stringify } = await import('yaml');
  return stringify(scenario, { lineWidth: 0, aliasDuplicateObjects: false });
}

function stated({ value, isAssumed, source }: Given): Readonly<Record<string, unknown>> {
  return {
    ...(typeof value === 'number' ? { value } : value),
    status: isAssumed ? 'assumption' : 'found',
    ...(source === undefined ? {} : { source }),
  };
}

function distancesOf(towns: readonly { readonly key: string; readonly town: Village['towns'][number] }[]): object {
  const distances = towns.flatMap(({ key, town: { km } }) => {
    if (km === undefined || typeof km.value !== 'number') return [];
    const { value, ...told } = stated(km);
    return [{ between: ['byn', key], km: value, ...told }];
  });
  return distances.length === 0 ? {} : { distances };
}

/** Somebody who wants to take over does; where nobody does, the shop closes with its owner. */
function successorOf({ successor, toldBy }: Village): object {
  const told = toldBy === undefined ? { status: 'assumption' } : { status: 'found', source: toldBy };
  return {
    successionBase: { value: successor === 'yes' ? 1 : 0, ...told },
    ...(successor === 'yes' ? {} : { successionSlope: { value: 0, ...told } }),
  };
}

function alternativeOf(name: MeasureName, village: Village, host: string | undefined): object {
  const { label, measure } = measureOf(name, village, host);
  return { label, measures: { [name]: { ...measure, label } } };
}

type Measure = { readonly label: { readonly sv: string; readonly en: string }; readonly measure: object };

/** Each measure with what must be said of it, and with what the model's defaults would get wrong for a single village. */
function measureOf(name: MeasureName, village: Village, host: string | undefined): Measure {
  switch (name) {
    case 'servicepunkt':
      return {
        label: { sv: 'Servicepunkt', en: 'Service point' },
        measure: {
          kind: 'servicePoint',
          ...(host === undefined ? { place: 'byn', hostKind: 'hall' } : { host, hostKind: 'shop' }),
          owner: 'municipality',
          ...costsOf(village),
        },
      };
    case 'serviceavtal':
      return {
        label: { sv: 'Serviceavtal med butiken', en: 'Service agreement with the shop' },
        measure: {
          kind: 'serviceAgreement',
          host,
          taskCost: { value: 15000, status: 'assumption', note: 'Butikens merarbete, ungefär en timme i veckan' },
        },
      };
    case 'mobil-service':
      return {
        label: { sv: 'Mobil service', en: 'Mobile service' },
        measure: {
          kind: 'mobileService',
          serves: { byn: { stopHours: 2 } },
          kmPerTour: { value: 25, status: 'assumption', note: 'En fjärdedel av en tur på 100 km med fyra hållplatser' },
          hoursPerTour: { value: 4, status: 'assumption', note: 'Två timmar på platsen och två på vägen' },
        },
      };
    case 'hemsandning':
      return {
        label: { sv: 'Hemsändning', en: 'Home delivery' },
        measure: {
          kind: 'homeDelivery',
          serves: {
            byn:
              host === undefined
                ? {}
                : {
                    householdShare: {
                      low: 0.01,
                      likely: 0.03,
                      high: 0.08,
                      status: 'assumption',
                      note: 'Lägre än där butik saknas, eftersom de flesta når butiken',
                    },
                  },
          },
        },
      };
    case 'lantbrevbarare':
      return {
        label: { sv: 'Lantbrevbärare med service', en: 'Rural post with services' },
        measure: { kind: 'ruralPost', serves: { byn: { postShare: { value: 0.5, status: 'assumption' } } } },
      };
    case 'byvaktmastare':
      return {
        label: { sv: 'Byvaktmästare på halvtid', en: 'Half-time village caretaker' },
        measure: { kind: 'villageCaretaker', serves: { byn: {} } },
      };
  }
}

/** What a service point costs: nothing by default, which nobody should believe. */
function costsOf({ servicePoint: { investment, running, posts } }: Village): object {
  return {
    ...(investment === 0
      ? {}
      : {
          investments: [
            {
              label: { sv: 'Inredning och utrustning', en: 'Fittings and equipment' },
              cost: amount(investment, 100_000, 'Som utrustningen i Fliseryds förkalkyl'),
              life: 10,
              rate: 0.05,
              renew: true,
              note: 'Vem som äger och betalar är inte bestämt; kommunen är antagen.',
            },
          ],
        }),
    running: [
      {
        label: { sv: 'Värme, el, försäkring m.m.', en: 'Heating, electricity, insurance etc.' },
        category: 'premises',
        amount: amount(running, 30_000, asInFliseryd),
        payer: 'municipality',
      },
      {
        label: { sv: 'Personal', en: 'Staff' },
        category: 'staff',
        posts,
        postCost: { value: 350_000, status: 'derived', source: '70 000 kr för 0,2 tjänst i Fliseryd' },
        payer: 'municipality',
        status: 'assumption',
      },
    ],
  };
}

function amount(value: number, usual: number, source: string): object {
  return { value, status: 'assumption', ...(value === usual ? { source } : {}) };
}
