import { z } from 'zod';
import type { Model } from '../engine/compile/index.ts';
import { scenarioSchema } from '../engine/scenario/index.ts';

/** The JSON Schema of scenario files, for editors that complete and check while one writes. */
export function scenarioJsonSchema(model: Model): string {
  const schema = z.toJSONSchema(scenarioSchema(model), { io: 'input', reused: 'ref', unrepresentable: 'any' });
  // A diff on another scenario states only what differs; what both together must hold is checked when it is read.
  const { required, ...rest } = schema;
  const whole = { title: 'Bygdekalkyl scenario', ...rest, anyOf: [{ required: ['extends'] }, { required }] };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
