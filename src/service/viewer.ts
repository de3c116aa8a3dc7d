/** What a caller may do; each role includes those before it. */
export const roles = ['reader', 'planner', 'agency', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Who asks: one organisation's workspace, with a role in it. */
export type Viewer = {
  readonly workspaceId: string;
  /** Its short name. */
  readonly workspace: string;
  readonly role: Role;
  /** As written beside what they save. */
  readonly name: string;
  /** Whose work it counts as, where work is shared fairly. */
  readonly caller: string;
  /** Runs the service: makes workspaces, and issues tokens for any of them. */
  readonly operator?: true;
};

/** Whether a viewer may do what a role may. */
export function may(viewer: Viewer, role: Role): boolean {
  return roles.indexOf(viewer.role) >= roles.indexOf(role);
}

/** A viewer asked for what their role does not allow, or for what does not exist for them. */
export class AccessError extends Error {
  readonly code: 'forbidden' | 'not-found';

  constructor(code: 'forbidden' | 'not-found', message: string) {
    super(message);
    this.name = 'AccessError';
    this.code = code;
  }
}

/** @throws {AccessError} unless the viewer's role is at least this one */
export function demand(viewer: Viewer, role: Role): void {
  if (!may(viewer, role))
    throw new AccessError('forbidden', `This needs the role ${role}; the token's role is ${viewer.role}`);
}
