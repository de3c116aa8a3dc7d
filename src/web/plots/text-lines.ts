/** Mean width of a letter, as a share of its size: a little more than Source Sans needs. */
const letter = 0.48;

/** Roughly how wide a text becomes, px; rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  return text.length * letter * size;
}

/**
 * Breaks a text into lines no wider than `width`, at most so many; what is too much ends in «…».
 *
 * Words longer than a line are cut.
 *
 * @example
 * textLines('Servicepunkt i butiken', 14, 100, 2) // => ['Servicepunkt i', 'butiken']
 */
export function textLines(text: string, size: number, width: number, most: number): string[] {
  const room = Math.max(3, Math.floor(width / (letter * size)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, index) => {
    const isCut = index === most - 1 && lines.length > most;
    if (!isCut) return line.length > room ? `${line.slice(0, room - 1)}…` : line;
    const whole = lines.slice(index).join(' ');
    return `${whole.slice(0, room - 1).trimEnd()}…`;
  });
}
