import type { Numbers } from './numbers.ts';

/** A stated value as a short text: `22 500`, or `1–1,2–2` for low, likely, high. */
export function statedText(stated: unknown, numbers: Numbers): string {
  if (typeof stated === 'number') return numbers.free(stated);
  if (typeof stated === 'boolean') return String(stated);
  if (typeof stated === 'object' && stated !== null) {
    const value = stated as Record<string, unknown>;
    if (typeof value['low'] === 'number' && typeof value['high'] === 'number') {
      const likely = typeof value['likely'] === 'number' ? ` / ${numbers.free(value['likely'])}` : '';
      return `${numbers.free(value['low'])}${likely} / ${numbers.free(value['high'])}`;
    }
    return JSON.stringify(value);
  }
  return String(stated);
}
