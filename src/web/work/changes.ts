/** A value of the scenario that is otherwise than in the revision; null removes it. */
export type Change = { readonly path: string; readonly value: unknown };

/** What was tried, so that it can be taken back. */
export type Tried = {
  readonly changes: readonly Change[];
  readonly before: readonly (readonly Change[])[];
  readonly after: readonly (readonly Change[])[];
};

export const nothingTried: Tried = { changes: [], before: [], after: [] };

/** With a value otherwise. */
export function withChange(tried: Tried, change: Change): Tried {
  const others = tried.changes.filter(({ path }) => path !== change.path && !path.startsWith(`${change.path}.`));
  return next(tried, [...others, change]);
}

/** With several values otherwise, and others as the revision has them, as one step that is taken back at once. */
export function withChanges(tried: Tried, changes: readonly Change[], back: readonly string[] = []): Tried {
  const written = changes.reduce(withChange, tried);
  return next(
    tried,
    written.changes.filter(({ path }) => !back.includes(path)),
  );
}

/** With a value as the revision has it. */
export function withoutChange(tried: Tried, path: string): Tried {
  return next(
    tried,
    tried.changes.filter((change) => change.path !== path),
  );
}

export function withNoChanges(tried: Tried): Tried {
  return next(tried, []);
}

export function undone({ changes, before, after }: Tried): Tried {
  const last = before.at(-1);
  return last === undefined
    ? { changes, before, after }
    : { changes: last, before: before.slice(0, -1), after: [changes, ...after] };
}

export function redone({ changes, before, after }: Tried): Tried {
  const [first, ...rest] = after;
  return first === undefined
    ? { changes, before, after }
    : { changes: first, before: [...before, changes], after: rest };
}

function next(tried: Tried, changes: readonly Change[]): Tried {
  return { changes, before: [...tried.before, tried.changes].slice(-100), after: [] };
}

/** Changes as the fragment of a link, which no server is sent. */
export function asFragment(changes: readonly Change[]): string {
  return changes.length === 0 ? '' : `#andrat=${encodeURIComponent(JSON.stringify(changes))}`;
}

/** Changes of a link; none where the fragment holds none, or something else. */
export function fromFragment(fragment: string): readonly Change[] {
  const [, text] = /^#andrat=(.*)$/.exec(fragment) ?? [];
  if (text === undefined) return [];
  try {
    const read: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(read) ? read.filter(isChange).slice(0, 200) : [];
  } catch {
    return [];
  }
}

function isChange(value: unknown): value is Change {
  return (
    typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'value' in value
  );
}
