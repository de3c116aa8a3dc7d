import type { BothLanguages } from '../../engine/compile/index.ts';

/** Whether every word searched for is in a name or a label; capitals and accents do not count. */
export function isSearched(search: string | null | undefined, name: string, label: BothLanguages): boolean {
  if (search == null) return true;
  const found = folded(`${name} ${label.sv} ${label.en}`);
  return folded(search)
    .split(/\s+/)
    .every((word) => found.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
