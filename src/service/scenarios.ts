import { hashOf } from '../engine/simulate/index.ts';
import { PlannerError } from '../errors.ts';
import type { Revision, Scenario } from '../store/generated/client.ts';
import { type ReadRevision, readRevision, saveReading } from './readings.ts';
import { notFound, readableScenarios } from './scenario-access.ts';
import type { Workshop } from './service.ts';
import { demandStorable, plainLine, slugOf } from './storable-text.ts';
import { AccessError, demand, type Viewer } from './viewer.ts';

/** A scenario's text, with the files it names. */
export type ScenarioText = {
  /** The scenario file, YAML. */
  readonly text: string;
  /** The revision it extends or takes formula files from: its files join this one's. */
  readonly extendsRevision?: string | undefined;
  /** More files that it names: those it extends, and its own formula files. */
  readonly files?: readonly { readonly name: string; readonly text: string }[] | undefined;
};

/** A value of a scenario to write, or null to remove it. */
export type ValueChange = { readonly path: string; readonly value: unknown };

const mostFiles = 20;

/** Longest of a note, and of the name of a file. */
const longest = { note: 500, file: 120 } as const;

/** Saves a scenario under a new name; its first revision. */
export async function createScenario(
  service: Workshop,
  viewer: Viewer,
  input: ScenarioText & { readonly slug: string; readonly note?: string | undefined },
  signal?: AbortSignal,
): Promise<Revision> {
  demand(viewer, 'planner');
  const slug = slugOf(input.slug, 'slug');
  const extended =
    input.extendsRevision === undefined ? undefined : await readable(service, viewer, input.extendsRevision);
  const bundle = bundled(`${slug}.yaml`, input, extended?.files as Files | undefined);
  const read = await readRevision(service, bundle, viewer, signal);
  return await insertScenario(service, viewer, slug, read, input.note ?? '', null);
}

/** Saves a new revision of a scenario. `basedOn` must be its newest, so that nobody's work is written over unseen. */
export async function reviseScenario(
  service: Workshop,
  viewer: Viewer,
  input: {
    readonly basedOn: string;
    /** The whole text, or else values to change. */
    readonly text?: string | undefined;
    readonly files?: ScenarioText['files'];
    readonly changes?: readonly ValueChange[] | undefined;
    readonly note?: string | undefined;
  },
  signal?: AbortSignal,
): Promise<Revision> {
  demand(viewer, 'planner');
  const base = await readable(service, viewer, input.basedOn);
  if (base.scenario.workspaceId !== viewer.workspaceId)
    throw new AccessError('forbidden', 'This scenario is shared with you to read; fork it to change it');
  await demandNewest(service, base);
  const { text, changes } = input;
  if ((text === undefined) === (changes === undefined))
    throw new PlannerError([
      {
        code: 'argument',
        path: 'text',
        message: 'Give the whole text, or values to change',
        allowed: 'one of the two',
      },
    ]);
  const bundle =
    text === undefined
      ? await withChanges(service, viewer, base, changes ?? [], signal)
      : bundled(base.file, { text, files: input.files }, base.files as Files);
  const read = await readRevision(service, bundle, viewer, signal);
  return await insertRevision(service, viewer, base.scenario, read, input.note ?? '', base);
}

/** Saves a scenario of one's own that starts from a revision, with some values changed. */
export async function forkScenario(
  service: Workshop,
  viewer: Viewer,
  input: {
    readonly from: string;
    readonly slug: string;
    readonly changes: readonly ValueChange[];
    readonly note?: string | undefined;
  },
  signal?: AbortSignal,
): Promise<Revision> {
  demand(viewer, 'planner');
  const slug = slugOf(input.slug, 'slug');
  const base = await readable(service, viewer, input.from);
  const bundle = await withChanges(service, viewer, base, input.changes, signal);
  const read = await readRevision(service, bundle, viewer, signal);
  return await insertScenario(service, viewer, slug, read, input.note ?? '', base.id);
}

/** Lets another workspace read a scenario, or everyone where none is named; the latter is the agency's to do. */
export async function shareScenario(
  service: Workshop,
  viewer: Viewer,
  scenarioId: string,
  workspace: string | undefined,
): Promise<Scenario> {
  demand(viewer, workspace === undefined ? 'agency' : 'planner');
  const scenario = await own(service, viewer, scenarioId);
  const { prisma } = service.database;
  const other = workspace === undefined ? undefined : await prisma.workspace.findUnique({ where: { slug: workspace } });
  if (other === null) throw notFound('workspace');
  const shared = { scenarioId, workspaceId: other?.id ?? null };
  if ((await prisma.scenarioShare.findFirst({ where: shared })) === null)
    await prisma.scenarioShare.create({ data: shared });
  return scenario;
}

/** Ends what `shareScenario` began. */
export async function unshareScenario(
  service: Workshop,
  viewer: Viewer,
  scenarioId: string,
  workspace: string | undefined,
): Promise<Scenario> {
  demand(viewer, workspace === undefined ? 'agency' : 'planner');
  const scenario = await own(service, viewer, scenarioId);
  await service.database.prisma.scenarioShare.deleteMany({
    where: { scenarioId, ...(workspace === undefined ? { workspaceId: null } : { workspace: { slug: workspace } }) },
  });
  return scenario;
}

type Files = Readonly<Record<string, string>>;

/** A revision with what is needed to compute it, if the viewer may read it. */
export async function readable(
  service: Workshop,
  viewer: Viewer,
  revisionId: string,
): Promise<Revision & { readonly scenario: Scenario }> {
  const found = await service.database.prisma.revision.findFirst({
    where: { id: revisionId, scenario: readableScenarios(viewer) },
    include: { scenario: true },
  });
  if (found === null) throw notFound('revision');
  return found;
}

/** Id of the newest revision of a scenario by its short name: of the own workspace first, otherwise one that is shared. */
export async function newestRevision(
  service: Workshop,
  viewer: Viewer,
  slug: string | null | undefined,
): Promise<string> {
  if (slug == null)
    throw new PlannerError([
      {
        code: 'argument',
        path: 'revision',
        message: 'Say which revision, or which scenario',
        allowed: 'one of the two',
      },
    ]);
  demandStorable(slug, 'scenario');
  const { prisma } = service.database;
  const found = await prisma.scenario.findMany({
    where: { AND: [readableScenarios(viewer), { slug }] },
    select: { id: true, workspaceId: true },
    orderBy: { createdAt: 'asc' },
  });
  const chosen = found.find(({ workspaceId }) => workspaceId === viewer.workspaceId) ?? found[0];
  if (chosen === undefined) throw notFound('scenario');
  const { id } = await prisma.revision.findFirstOrThrow({
    where: { scenarioId: chosen.id },
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return id;
}

async function own(service: Workshop, viewer: Viewer, scenarioId: string): Promise<Scenario> {
  const scenario = await service.database.prisma.scenario.findFirst({
    where: { id: scenarioId, ...readableScenarios(viewer) },
  });
  if (scenario === null) throw notFound('scenario');
  if (scenario.workspaceId !== viewer.workspaceId)
    throw new AccessError('forbidden', 'This scenario belongs to another workspace, which alone can share it');
  return scenario;
}

/** Puts a text and the files it names together. */
function bundled(file: string, input: ScenarioText, inherited: Files = {}): { file: string; files: Files } {
  const files: Record<string, string> = Object.create(null);
  for (const [name, text] of Object.entries(inherited)) files[name] = text;
  for (const { name, text } of input.files ?? []) {
    const plain = plainLine(name, 'files', longest.file);
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._ /-]*$/u.test(plain) || plain.includes('..'))
      throw new PlannerError([
        {
          code: 'name',
          path: 'files',
          message: 'This cannot be the name of a file',
          found: JSON.stringify(plain),
          allowed: 'letters, digits, spaces, full stops, hyphens and slashes',
        },
      ]);
    files[plain] = text;
  }
  files[file] = input.text;
  if (Object.keys(files).length > mostFiles)
    throw new PlannerError([
      {
        code: 'too-large',
        path: 'files',
        message: `There are more than ${mostFiles} files; put some of them together`,
      },
    ]);
  for (const [name, text] of Object.entries(files)) demandStorable(text, name);
  return { file, files: { ...files } };
}

/** The files of a revision with some values changed, comments kept; nothing is saved. */
export async function withChanges(
  service: Workshop,
  viewer: Viewer,
  base: Revision,
  changes: readonly ValueChange[],
  signal: AbortSignal | undefined,
): Promise<{ file: string; files: Files }> {
  const files = base.files as Files;
  const text = await service.computing.reviseText({ file: base.file, files }, changes, {
    caller: viewer.caller,
    signal,
  });
  demandStorable(text, base.file);
  return { file: base.file, files: { ...files, [base.file]: text } };
}

async function demandNewest(service: Workshop, base: Revision): Promise<void> {
  const newest = await service.database.prisma.revision.findFirst({
    where: { scenarioId: base.scenarioId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  if (newest?.number !== base.number) throw conflict(base.number, newest?.number);
}

function conflict(basedOn: number, newest: number | undefined): PlannerError {
  return new PlannerError([
    {
      code: 'conflict',
      path: 'basedOn',
      message: 'Somebody has saved a newer revision meanwhile',
      found: `revision ${basedOn}`,
      ...(newest === undefined ? {} : { allowed: `revision ${newest}` }),
      hint: 'Look at what they changed, and base yours on it',
    },
  ]);
}

/** A scenario and its first revision, or neither. */
export async function insertScenario(
  service: Workshop,
  viewer: Viewer,
  slug: string,
  read: ReadRevision,
  note: string,
  parentId: string | null,
  forEveryone = false,
): Promise<Revision> {
  try {
    return await service.database.prisma.$transaction(async (prisma) => {
      const scenario = await prisma.scenario.create({
        data: {
          workspaceId: viewer.workspaceId,
          slug,
          ...(forEveryone ? { shares: { create: { workspaceId: null } } } : {}),
        },
      });
      const revision = await prisma.revision.create({
        data: { ...columns(read, viewer, note), scenarioId: scenario.id, number: 1, parentId },
      });
      await saveReading(prisma, service.shippedModelHash, revision.id, read);
      return revision;
    });
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error;
    throw new PlannerError([
      {
        code: 'taken',
        path: 'slug',
        message: 'There is already a scenario of this name in the workspace',
        found: slug,
        hint: 'Choose another name, or save a revision of that one',
      },
    ]);
  }
}

/** A next revision; refused when another came first. */
export async function insertRevision(
  service: Workshop,
  viewer: Viewer,
  scenario: Scenario,
  read: ReadRevision,
  note: string,
  base: Revision,
): Promise<Revision> {
  try {
    return await service.database.prisma.$transaction(async (prisma) => {
      const revision = await prisma.revision.create({
        data: { ...columns(read, viewer, note), scenarioId: scenario.id, number: base.number + 1, parentId: base.id },
      });
      await saveReading(prisma, service.shippedModelHash, revision.id, read);
      return revision;
    });
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error;
    throw conflict(base.number, undefined);
  }
}

function columns({ bundle, read }: ReadRevision, viewer: Viewer, note: string) {
  return {
    author: viewer.name,
    note: plainLine(note, 'note', longest.note),
    labelSv: read.label.sv,
    labelEn: read.label.en,
    file: bundle.file,
    files: { ...bundle.files },
    data: read.data as object,
    textHash: hashOf(bundle),
    places: read.places,
    shops: read.shops,
    alternatives: read.alternatives.length,
    years: read.years,
  };
}
