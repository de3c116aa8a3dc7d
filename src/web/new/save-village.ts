import { AskError, ask } from '../api/ask.ts';
import { CreateScenarioDocument, NewestRevisionDocument, type RevisionPartsFragment } from '../generated/graphql.ts';
import { type ScenarioOfVillage, scenarioOfVillage, yamlOf } from './scenario-text.ts';
import { freeName, shortName } from './short-name.ts';
import type { Village } from './village.ts';

/** How a village was saved, or why not. */
export type Saved =
  | { readonly revision: RevisionPartsFragment }
  | { readonly error: AskError; readonly of: ScenarioOfVillage };

/** Most names that are tried: a hundred villages of one name is somebody's script. */
const mostNames = 100;

/**
 * Saves a village as a scenario of one's own, under its name or, where that is taken, its name with a number. While the service
 * is away or busy it waits and tries again.
 *
 * @param onWaiting - told each time that it must wait
 * @param signal - ends the waiting
 * @throws {AskError} what the service says other than about the village
 */
export async function saveVillage(
  village: Village,
  note: string,
  { onWaiting, signal }: { readonly onWaiting: (error: AskError) => void; readonly signal: AbortSignal },
): Promise<Saved> {
  const taken = new Set<string>();
  let mayBeThere = false;
  for (;;) {
    const slug = freeName(shortName(village.name, 'by'), taken);
    const of = scenarioOfVillage(village, slug);
    const text = await yamlOf(of.scenario);
    try {
      const { createScenario } = await ask(CreateScenarioDocument, { input: { slug, text, note } }, signal);
      if (createScenario.__typename === 'Revision') return { revision: createScenario };
      const problems = 'problems' in createScenario ? createScenario.problems : [];
      const isTaken = problems.some(({ code, path }) => code === 'taken' && path === 'slug');
      if (!isTaken || taken.size >= mostNames)
        return { error: new AskError(createScenario.__typename, createScenario.message, problems), of };
      // The service may have saved it and been gone before it could say so.
      const there = mayBeThere ? await sameAsSaved(slug, text, signal) : undefined;
      if (there !== undefined) return { revision: there };
      taken.add(slug);
    } catch (error) {
      if (!(error instanceof AskError) || !error.passes) throw error;
      mayBeThere ||= error.code === 'UNREACHABLE';
      onWaiting(error);
      await waited(Math.min(10, error.retryAfterSeconds ?? 2), signal);
    }
  }
}

async function sameAsSaved(
  slug: string,
  text: string,
  signal: AbortSignal,
): Promise<RevisionPartsFragment | undefined> {
  const { scenario } = await ask(NewestRevisionDocument, { slug }, signal);
  const latest = scenario?.latest;
  return latest?.files.find(({ name }) => name === latest.file)?.text === text ? latest : undefined;
}

async function waited(seconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, 1000 * seconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
