import { ask } from '../api/ask.ts';
import { DependenceDocument, type DependenceQuery } from '../generated/graphql.ts';
import type { SecretPath } from './secrets.ts';

/** What a variable of the model depends on. */
export type DependentVariable = {
  readonly name: string;
  /** The kind of thing it belongs to. */
  readonly entity: string;
  /** What a scenario calls it; null where it may not be stated. */
  readonly field: string | null;
  readonly role: string;
  readonly dependsOn: readonly { readonly name: string }[];
};

/** Asks for the whole model's dependence. */
export async function askDependence(signal: AbortSignal): Promise<DependentVariable[]> {
  const variables: DependentVariable[] = [];
  let after: string | null = null;
  do {
    const answer: DependenceQuery = await ask(DependenceDocument, { after }, signal);
    const { nodes, pageInfo } = answer.model.variables;
    variables.push(...nodes);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return variables;
}

/** Whether a figure of the model tells nothing of what is secret. */
export type Told = (variable: string, instance: string) => boolean;

/**
 * Which figures of the model do not depend on anything secret.
 *
 * A secret input taints every variable that is computed from it, however far away. As long as the way there stays within
 * the same kind of thing, only the secret's own instance is tainted: the sales of the same shop. Once it leads through
 * another kind of thing, such as the places around, every instance beyond is: places share their purchases between all
 * shops, so one shop's turnover tells of another's. A variable that the model does not have, such as a present value summed
 * over all payments, counts as tainted.
 *
 * @param paths - where secrets stand; one that leads to no input of the model taints everything
 */
export function toldBeside(variables: readonly DependentVariable[], paths: readonly SecretPath[]): Told {
  if (paths.length === 0) return () => true;
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  const users = new Map<string, DependentVariable[]>();
  for (const variable of variables)
    for (const { name } of variable.dependsOn) users.set(name, [...(users.get(name) ?? []), variable]);
  // «*» stands for every instance.
  const tainted = new Map<string, Set<string>>();
  const taint = (variable: DependentVariable, instance: string): void => {
    const already = tainted.get(variable.name) ?? new Set();
    if (already.has('*') || already.has(instance)) return;
    tainted.set(variable.name, already.add(instance));
    for (const user of users.get(variable.name) ?? []) taint(user, user.entity === variable.entity ? instance : '*');
  };
  for (const path of paths) {
    const sources = sourcesOf(path, variables);
    if (sources === undefined) return () => false;
    for (const { variable, instance } of sources) taint(variable, instance);
  }
  return (variable, instance) => {
    if (!known.has(variable)) return false;
    const instances = tainted.get(variable);
    return instances === undefined || !(instances.has('*') || instances.has(instance) || instance === '');
  };
}

type Source = { readonly variable: DependentVariable; readonly instance: string };

/** The inputs of the model that a secret is; undefined where that cannot be told. */
function sourcesOf(path: SecretPath, variables: readonly DependentVariable[]): readonly Source[] | undefined {
  const [part, key, ...rest] = path.split('.');
  // A calculation stands for itself: nothing of the model is computed from it.
  if (part === 'calculations') return [];
  const inputs = variables.filter(({ role }) => role === 'input');
  const named = (field: string | undefined, entities?: readonly string[]): DependentVariable[] =>
    inputs.filter((each) => each.field === field && (entities === undefined || entities.includes(each.entity)));
  const all = (found: readonly DependentVariable[], instance: string): readonly Source[] | undefined =>
    found.length === 0 ? undefined : found.map((variable) => ({ variable, instance }));
  if (part === 'parameters') return all(named(key), '*');
  if (part === 'shops' && rest.length === 1) return all(named(rest[0], ['shop']), key as string);
  // The hinterland is a place of its own, beside the one it is stated in.
  if (part === 'places' && rest.length > 0)
    return all(named(rest.at(-1), ['place']), rest.length === 1 ? (key as string) : '*');
  const inMeasure = part === 'measures' ? rest : part === 'alternatives' && rest[0] === 'measures' ? rest.slice(2) : [];
  const [field] = inMeasure;
  if (field === 'investments')
    return all(
      inputs.filter(({ entity }) => entity === 'tranche'),
      '*',
    );
  if (field === 'running')
    return all(
      inputs.filter(({ entity }) => entity === 'runningLine'),
      '*',
    );
  // What is promised decides only how much is financed, which is withheld whenever anything is.
  if (field === 'secured') return [];
  const stated = inMeasure.at(-1);
  return stated === undefined ? undefined : all(named(stated), '*');
}
