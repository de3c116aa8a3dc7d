import type { Solver, SolverAccess, SolverSignature } from '../../compile/index.ts';
import { calibrate } from './market.ts';
import { solveUplift } from './uplift.ts';

/** What each solver needs and gives, in the model's names. */
export const solverSignatures: ReadonlyMap<string, SolverSignature> = new Map([
  [
    'huff',
    {
      needs: [
        'groceryDemand',
        'kernel',
        'townWeights',
        'sizeFactor',
        'passingTrade',
        'turnoverGiven',
        'turnover',
        'sellsGroceries',
        'openAtStart',
        'localShare',
      ],
      gives: ['calibration', 'townScale'],
    },
  ],
  [
    'fuel',
    {
      needs: [
        'fuelDemand',
        'kernel',
        'fuelTownWeights',
        'passingLitres',
        'fuelTurnoverGiven',
        'fuelTurnover',
        'sellsFuel',
        'openAtStart',
        'localShare',
      ],
      gives: ['fuelCalibration', 'fuelTownScale'],
    },
  ],
  ['uplift', { needs: ['effectOnVisits', 'likelyShare', 'likelyPairSales'], gives: ['attractionUplift'] }],
]);

/** The solvers by name. */
export const solvers: ReadonlyMap<string, Solver> = new Map([
  [
    'huff',
    calibrationSolver({
      demand: 'groceryDemand',
      outside: 'townWeights',
      factor: 'sizeFactor',
      passing: 'passingTrade',
      known: 'turnoverGiven',
      size: 'turnover',
      sells: 'sellsGroceries',
      attraction: 'calibration',
      townScale: 'townScale',
    }),
  ],
  [
    'fuel',
    calibrationSolver({
      demand: 'fuelDemand',
      outside: 'fuelTownWeights',
      factor: undefined,
      passing: 'passingLitres',
      known: 'fuelTurnoverGiven',
      size: 'fuelTurnover',
      sells: 'sellsFuel',
      attraction: 'fuelCalibration',
      townScale: 'fuelTownScale',
    }),
  ],
  ['uplift', solveUplift],
]);

type MarketNames = {
  readonly demand: string;
  readonly outside: string;
  readonly factor: string | undefined;
  readonly passing: string;
  readonly known: string;
  readonly size: string;
  readonly sells: string;
  readonly attraction: string;
  readonly townScale: string;
};

function calibrationSolver(names: MarketNames): Solver {
  return (access: SolverAccess) => {
    const { relations } = access;
    const column = (entity: string, name: string | undefined): Float64Array =>
      Float64Array.from({ length: relations.count(entity) }, (_, index) =>
        name === undefined ? 1 : access.read(name, index),
      );
    const passing = column('shop', names.passing);
    const known = column('shop', names.known);
    const open = Uint8Array.from(column('shop', 'openAtStart'));
    const { attraction, townScale } = calibrate({
      relations,
      demand: column('place', names.demand),
      kernel: column('shopPair', 'kernel'),
      outside: column('place', names.outside),
      factor: column('shop', names.factor),
      target: column('shop', names.size).map((size, shop) =>
        known[shop] === 1 && open[shop] === 1 ? size - (passing[shop] as number) : Number.NaN,
      ),
      sells: Uint8Array.from(column('shop', names.sells)),
      open,
      localShare: access.read('localShare', 0),
    });
    for (const [shop, value] of attraction.entries()) access.write(names.attraction, shop, value);
    for (const [place, value] of townScale.entries()) access.write(names.townScale, place, value);
  };
}
