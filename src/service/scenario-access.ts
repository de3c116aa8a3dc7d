import type { Prisma } from '../store/generated/client.ts';
import { AccessError, type Viewer } from './viewer.ts';

/** Which scenarios a viewer may read: those of the own workspace, and those shared with it or with everyone. */
export function readableScenarios(viewer: Viewer): Prisma.ScenarioWhereInput {
  return {
    OR: [
      { workspaceId: viewer.workspaceId },
      { shares: { some: { OR: [{ workspaceId: null }, { workspaceId: viewer.workspaceId }] } } },
    ],
  };
}

/** Said in the same words whether there is no such thing or it is another organisation's. */
export function notFound(what: string): AccessError {
  return new AccessError('not-found', `There is no such ${what}, or it is not shared with you`);
}
