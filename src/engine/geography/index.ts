export { type Coordinates, greatCircleKm } from './great-circle.ts';
export { Land, type LandOutline } from './land.ts';
export { landAroundSweden } from './land-around-sweden.ts';
export { seaKilometres } from './sea-kilometres.ts';
