import diff from 'microdiff';

/** One thing that differs between two revisions of a scenario. */
export type ScenarioChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where, as `validate` names it: `alternatives.servicepunkt.measures.servicepunkt.hostCompensation`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

const kinds = { CREATE: 'added', REMOVE: 'removed', CHANGE: 'changed' } as const;

/** What differs between two scenarios as they were read, what they extend included. */
export function scenarioChanges(before: object, after: object): ScenarioChange[] {
  return diff(before, after, { cyclesFix: false }).map((each) => ({
    kind: kinds[each.type],
    path: each.path.join('.'),
    before: 'oldValue' in each ? each.oldValue : null,
    after: 'value' in each ? each.value : null,
  }));
}
