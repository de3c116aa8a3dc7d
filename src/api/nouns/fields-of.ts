import type { builder } from '../builder.ts';

/** What the fields of an object type are written with; `Shape` is what the object is resolved from. */
export type FieldsOf<Shape> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Shape>;
