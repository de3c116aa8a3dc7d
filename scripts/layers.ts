/** A row of the table: what stands on one level. A file or a folder (with all below it that has no row of its own). */
export interface Layer {
  readonly parts: readonly string[];
  /** Why the row stands where it does. */
  readonly why: string;
  /** May import `node:*` modules. */
  readonly node?: boolean;
}

/**
 * Who may import whom. A file imports from its own part and from parts in rows ABOVE its own, types included; never from
 * a row below, nor from another part of its own row. Tests (`*.test.ts`, and `testing` folders) may import anything in src.
 *
 * To add a folder, put it in the row it belongs to, or in a new row between the highest that needs it and the lowest it needs.
 */
export const layers: readonly Layer[] = [
  {
    parts: ['src/web'],
    why: 'the page runs in a browser and knows the API alone: it may import nothing of the rest, and nothing imports it',
  },
  { parts: ['src/errors.ts'], why: 'every part reports problems the same way, so this needs nobody' },
  { parts: ['src/units'], why: 'units are one table of facts: formulas, parameters and pages all read it' },
  {
    parts: ['src/engine/arithmetic', 'src/engine/text'],
    why: 'the same bits and the same messages everywhere: nothing of the model here',
  },
  {
    parts: [
      'src/engine/random',
      'src/engine/statistics',
      'src/engine/finance',
      'src/engine/geography',
      'src/engine/search',
    ],
    why: 'tools that know numbers but neither formulas nor villages; each can be checked against published tables by itself',
  },
  {
    parts: ['src/places'],
    why: 'reads tables of places and shops before there is a scenario; app brings the files, the engine never sees them',
  },
  {
    parts: ['src/region'],
    why: 'makes the text of a scenario from a table of places: needs neither the model nor the scenario it writes',
  },
  { parts: ['src/engine/compile'], why: 'compiles any formulas, so it must not know this model or any scenario' },
  {
    parts: ['src/engine/scenario'],
    why: 'reads what planners write, formulas included: needs the compiler, not the simulation',
  },
  {
    parts: ['src/engine/calculation'],
    why: 'sets out what a scenario states, to the öre, by walking the same formulas in decimals: simulates nothing',
  },
  { parts: ['src/engine/simulate'], why: 'runs a compiled plan on a scenario that is already validated' },
  { parts: ['src/engine/explain'], why: 'tells how a number of a run came about: reads runs, changes none' },
  {
    parts: ['src/engine/workers'],
    node: true,
    why: 'the only part of the engine that knows threads; results may not depend on whether it is used',
  },
  { parts: ['src/app'], node: true, why: 'use cases; they receive files and clocks, the engine never does' },
  {
    parts: ['src/computing', 'src/store'],
    node: true,
    why: 'threads that do scenario work, and what is kept: neither knows of the other, nor of who asks',
  },
  { parts: ['src/service'], node: true, why: 'use cases with a database: who may do what, and what is computed once' },
  { parts: ['src/api'], node: true, why: 'the use cases over HTTP, as GraphQL' },
  { parts: ['src/cli'], node: true, why: 'reads arguments and prints: nobody may depend on how it looks' },
];

/** Packages that a file may not load, directly or through others, while running (type imports are erased and do not count). */
export const unreachable: readonly {
  readonly from: string;
  readonly packages: readonly string[];
  readonly why: string;
}[] = [
  {
    from: 'src/engine/workers/worker.ts',
    packages: ['mathjs', 'zod', 'yaml'],
    why: 'they take most of a second to load, per thread: a worker is sent what was compiled and validated',
  },
];

/** Names that say nothing about what is inside: such a file grows without end. Name the idea. */
export const vagueNames: readonly string[] = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'lib'];
