/** Longest text shown of anything found, in characters. */
const longest = 60;

/** A text on one line, cut where it is long. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * longest + 2)];
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
  // Line breaks, and signs that turn the direction of writing, would let a value pass for a message of its own.
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

/**
 * A value as a short text for «found …», maps and lists as YAML writes them on one line.
 *
 * @example
 * show({ low: 1, likely: Number.NaN }) // => '{ low: 1, likely: NaN }'
 */
export function show(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'an empty text' : `«${shorten(value)}»`;
  if (value === undefined || value === null) return 'nothing';
  return shorten(inline(value, longest + 1));
}

/** Stops adding parts when the room is used up: the value may be a whole file. */
function inline(value: unknown, room: number): string {
  if (typeof value === 'string') return value.length > room ? value.slice(0, room) : value;
  if (typeof value !== 'object' || value === null) return String(value);
  const list = Array.isArray(value);
  const [begin, end] = list ? ['[', ']'] : ['{ ', ' }'];
  let text = '';
  for (const key of Object.keys(value)) {
    if (text.length >= room) break;
    const part = inline((value as Record<string, unknown>)[key], room - text.length);
    text += `${text === '' ? '' : ', '}${list ? part : `${key}: ${part}`}`;
  }
  return text === '' ? begin.trim() + end.trim() : begin + text + end;
}
