import type { Facts } from './facts.ts';

/** What an instance is called: a place, its hinterland, a shop, or from where to where. */
export function whereOf(instance: string, { said, named }: Pick<Facts, 'said' | 'named'>): string {
  const one = (id: string): string => {
    const [place = '', part] = id.split('.');
    return part === 'hinterland' ? said.hinterland(named(place)) : named(id);
  };
  const [from = '', to] = instance.split('>');
  return to === undefined ? one(from) : said.to(one(from), one(to));
}
