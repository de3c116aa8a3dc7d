/** What an answer may never hold, with what it would give away. */
const leaks: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\bat [\w.<> ]+ \(?[^\s()]+:\d+:\d+/],
  ['a path of the program', /(?:node_modules|file:\/\/|(?:\/[\w.@-]+)+\.(?:ts|mts|js|mjs|cjs)\b)/],
  [
    'SQL',
    /\b(?:SELECT\b.+\bFROM|INSERT INTO|UPDATE\b.+\bSET|DELETE FROM|relation "|syntax error at or near|duplicate key value)\b/,
  ],
  ['the database', /\b(?:prisma|pglite|P20\d\d|SQLSTATE|ECONNREFUSED|invocation)\b/i],
  [
    'an error of the language',
    /\b(?:TypeError|RangeError|ReferenceError|Cannot read propert|is not a function|Maximum call stack)\b/,
  ],
  ['a defect', /Unexpected error|INTERNAL_SERVER_ERROR/],
];

/** Says what a text gives away that no client should see; undefined if nothing. */
export function findLeak(text: string): string | undefined {
  return leaks.find(([, pattern]) => pattern.test(text))?.[0];
}
