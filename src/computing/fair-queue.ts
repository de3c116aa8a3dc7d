/**
 * Work that waits, fair between callers: each caller in turn, and each caller's own in the order it came. Who has just been
 * served comes last in the next round, however much they have waiting.
 */
export class FairQueue<T> {
  /** In the order of their turns. */
  private readonly byCaller = new Map<string, T[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(caller: string, item: T): void {
    const own = this.byCaller.get(caller);
    if (own === undefined) this.byCaller.set(caller, [item]);
    else own.push(item);
    this.count += 1;
  }

  /** Takes the next item that can be served now; undefined when none can. */
  take(canServe: (item: T) => boolean = () => true): T | undefined {
    for (const [caller, own] of this.byCaller) {
      const at = own.findIndex(canServe);
      if (at < 0) continue;
      const [item] = own.splice(at, 1);
      this.byCaller.delete(caller);
      if (own.length > 0) this.byCaller.set(caller, own);
      this.count -= 1;
      return item;
    }
    return undefined;
  }

  /** Takes one item out of its turn; false when it is not there. */
  remove(caller: string, item: T): boolean {
    const own = this.byCaller.get(caller);
    const at = own?.indexOf(item) ?? -1;
    if (own === undefined || at < 0) return false;
    own.splice(at, 1);
    if (own.length === 0) this.byCaller.delete(caller);
    this.count -= 1;
    return true;
  }
}
