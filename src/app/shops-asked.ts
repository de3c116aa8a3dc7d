import type { Plan } from '../engine/simulate/index.ts';

/** Most shops that are asked about unprompted. */
const mostShops = 3;

/** The shops that break-even and drivers are told of unprompted: those that host a measure, all where none does; three at most. */
export function shopsAsked(plan: Plan): string[] {
  const hosts = new Set(
    plan.instances.alternatives.flatMap(({ own }) =>
      (own.get('measure') ?? []).flatMap(({ parents }) => parents['host'] ?? []),
    ),
  );
  const all = (plan.instances.shared.get('shop') ?? []).map(({ id }) => id);
  return (hosts.size > 0 ? all.filter((id) => hosts.has(id)) : all).slice(0, mostShops);
}
