import { compareIds, type Instance, type Instances } from './instances.ts';
import type { RunnableModel } from './runnable-model.ts';

/** Members gathered for each owner, in order of their ids: those of owner `e` stand in rows[start[e]] … rows[start[e+1] − 1]. */
export type Relation = { readonly start: Int32Array; readonly rows: Int32Array };

/** Who belongs to whom in one alternative, as positions in the lists of instances. */
export class Relations {
  private readonly model: Pick<RunnableModel, 'entities'>;
  private readonly lists: ReadonlyMap<string, readonly Instance[]>;
  private readonly positions = new Map<string, Map<string, number>>();
  private readonly paths = new Map<string, Int32Array>();
  private readonly gathered = new Map<string, Relation>();

  constructor(model: Pick<RunnableModel, 'entities'>, instances: Instances, alternative: number) {
    this.model = model;
    this.lists = new Map([...instances.shared, ...(instances.alternatives[alternative]?.own ?? [])]);
    for (const [entity, list] of this.lists) {
      for (let index = 1; index < list.length; index += 1) {
        if (compareIds((list[index - 1] as Instance).id, (list[index] as Instance).id) >= 0) {
          throw new TypeError(`the ${entity} list is not in order of ids`);
        }
      }
    }
  }

  /** The instances of an entity, in order of their ids. */
  list(entity: string): readonly Instance[] {
    return this.lists.get(entity) ?? [];
  }

  count(entity: string): number {
    return this.list(entity).length;
  }

  /** For each instance of an entity, the position of what it belongs to along a way; −1 where it is missing. */
  path(entity: string, roles: readonly string[]): Int32Array {
    const key = `${entity}/${roles.join('/')}`;
    let found = this.paths.get(key);
    if (found === undefined) {
      found = this.findPath(entity, roles);
      this.paths.set(key, found);
    }
    return found;
  }

  /** Members of an entity gathered for each of their owners; without roles, all of them for the future as a whole. */
  gather(member: string, roles: readonly string[] | undefined): Relation {
    const key = `${member}/${roles?.join('/') ?? '*'}`;
    let found = this.gathered.get(key);
    if (found === undefined) {
      found = roles === undefined ? this.gatherAll(member) : this.gatherByOwner(member, roles);
      this.gathered.set(key, found);
    }
    return found;
  }

  private findPath(entity: string, roles: readonly string[]): Int32Array {
    const found = Int32Array.from(this.list(entity), (_, index) => index);
    let at = entity;
    for (const role of roles) {
      const parent = this.model.entities.get(at)?.parents.find((each) => each.role === role);
      if (parent === undefined) throw new TypeError(`${at} has no ${role}`);
      const members = this.list(at);
      const positions = this.positionsOf(parent.entity);
      for (let index = 0; index < found.length; index += 1) {
        const position = found[index] as number;
        const id = position < 0 ? undefined : members[position]?.parents[role];
        found[index] = id === undefined ? -1 : (positions.get(id) ?? -1);
        if (id !== undefined && !positions.has(id)) throw new TypeError(`${at}: there is no ${parent.entity} «${id}»`);
      }
      at = parent.entity;
    }
    return found;
  }

  private positionsOf(entity: string): Map<string, number> {
    let positions = this.positions.get(entity);
    if (positions === undefined) {
      positions = new Map(this.list(entity).map((instance, index) => [instance.id, index]));
      this.positions.set(entity, positions);
    }
    return positions;
  }

  private gatherAll(member: string): Relation {
    const count = this.count(member);
    return { start: Int32Array.of(0, count), rows: Int32Array.from({ length: count }, (_, index) => index) };
  }

  private gatherByOwner(member: string, roles: readonly string[]): Relation {
    const owners = this.path(member, roles);
    const entity = roles.reduce(
      (at, role) => this.model.entities.get(at)?.parents.find((each) => each.role === role)?.entity as string,
      member,
    );
    const start = new Int32Array(this.count(entity) + 1);
    for (const owner of owners) if (owner >= 0) start[owner + 1] = (start[owner + 1] as number) + 1;
    for (let index = 1; index < start.length; index += 1)
      start[index] = (start[index] as number) + (start[index - 1] as number);
    const next = start.slice();
    const rows = new Int32Array(start[start.length - 1] as number);
    for (const [index, owner] of owners.entries()) {
      if (owner < 0) continue;
      rows[next[owner] as number] = index;
      next[owner] = (next[owner] as number) + 1;
    }
    return { start, rows };
  }
}
