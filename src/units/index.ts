export { combineUnits, dimensionless, formatUnit, parseUnit, raiseUnit, sameUnit, type Unit } from './unit.ts';
