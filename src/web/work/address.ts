import { useSyncExternalStore } from 'react';
import type { Language } from '../words/spoken.ts';

/** Which view is open. */
export type View = 'start' | 'new' | 'compare' | 'brief';

/** What the address says: where somebody is, so that a link leads there and back leads back. */
export type Address = {
  readonly view: View;
  /** Short name of the scenario; its newest revision unless one is named. */
  readonly scenario?: string | undefined;
  /** Global id of a revision. */
  readonly revision?: string | undefined;
  /** Global id of a place: the one that is looked at on the map, or that a new scenario is about. */
  readonly place?: string | undefined;
  /** What is explained: `cash@ica-fliseryd@2021`, with the alternative and the view. */
  readonly why?: string | undefined;
  readonly whyOf?: string | undefined;
  readonly whyView?: string | undefined;
  readonly language?: Language | undefined;
};

const names = {
  view: 'vy',
  scenario: 'scenario',
  revision: 'revision',
  place: 'plats',
  why: 'varfor',
  whyOf: 'alternativ',
  whyView: 'synvinkel',
  language: 'sprak',
} as const satisfies Record<keyof Address, string>;

const views = { start: 'start', new: 'ny', compare: 'jamfor', brief: 'underlag' } as const satisfies Record<
  View,
  string
>;

const changed = new EventTarget();
let known: { readonly search: string; readonly address: Address } | undefined;

/** The address as it is now. */
function readAddress(): Address {
  const { search } = window.location;
  if (known?.search === search) return known.address;
  const given = new URLSearchParams(search);
  const text = (name: string): string | undefined => given.get(name)?.slice(0, 300) || undefined;
  const language = text(names.language);
  const view = (Object.keys(views) as View[]).find((each) => views[each] === text(names.view));
  const address: Address = {
    view: view ?? 'start',
    scenario: text(names.scenario),
    revision: text(names.revision),
    place: text(names.place),
    why: text(names.why),
    whyOf: text(names.whyOf),
    whyView: text(names.whyView),
    language: language === 'sv' || language === 'en' ? language : undefined,
  };
  known = { search, address };
  return address;
}

/** The address with some of it otherwise, as a link. */
export function linkTo(to: Partial<Address>): string {
  const address = { ...readAddress(), ...to };
  const search = new URLSearchParams();
  for (const [key, name] of Object.entries(names) as [keyof Address, string][]) {
    const value = key === 'view' ? (address.view === 'start' ? undefined : views[address.view]) : address[key];
    if (value !== undefined && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? '/' : `/?${text}`;
}

/**
 * Goes somewhere; back leads here again, unless it takes this place.
 *
 * @param how.replace - the address takes the place of the present one
 */
export function goTo(to: Partial<Address>, how: { readonly replace?: boolean } = {}): void {
  const link = `${linkTo(to)}${window.location.hash}`;
  if (how.replace === true) window.history.replaceState(null, '', link);
  else window.history.pushState(null, '', link);
  changed.dispatchEvent(new Event('change'));
}

function subscribe(listen: () => void): () => void {
  changed.addEventListener('change', listen);
  window.addEventListener('popstate', listen);
  return () => {
    changed.removeEventListener('change', listen);
    window.removeEventListener('popstate', listen);
  };
}

/** The address, kept up with. */
export function useAddress(): Address {
  return useSyncExternalStore(subscribe, readAddress);
}
