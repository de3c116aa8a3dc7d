import { builtins, forms, type ModelText, operators, parties, scalarFunctions } from '../engine/compile/index.ts';
import { formulaLimits } from '../engine/compile/formula.ts';
import type {
  contributionSchema,
  entitySchema,
} from '../engine/compile/model-file.ts';
import { baseUnits } from '../units/unit.ts';
import { code, tableLines } from './markdown.ts';
