import { PlannerError } from '../errors.ts';

/** Characters that hide or turn around what a reader sees: controls but tab and line breaks, and bidirectional overrides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** A name or note as it is kept: composed characters (NFC), no spaces around it. */
export function plainLine(text: string, path: string, most: number): string {
  const line = text.normalize('NFC').trim();
  const problem = !line.isWellFormed()
    ? 'This holds half a character'
    : hidden.test(line) || /[\r\n\t\u2028\u2029]/.test(line)
      ? 'This holds a character that cannot be seen'
      : line.length > most
        ? `This has ${line.length} characters; at most ${most} are kept`
        : undefined;
  if (problem !== undefined) throw new PlannerError([{ code: 'text', path, message: problem }]);
  return line;
}

/** @throws {PlannerError} when a database could not keep the text */
export function demandStorable(text: string, path: string): void {
  if (text.includes('\0') || !text.isWellFormed())
    throw new PlannerError([
      {
        code: 'text',
        path,
        message: 'This holds a null character or half a character, which no text may',
        hint: 'Save the file as UTF-8 and remove it',
      },
    ]);
}

const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A short name that stands in addresses: small letters a–z, digits and hyphens. */
export function slugOf(text: string, path: string): string {
  if (!slugForm.test(text))
    throw new PlannerError([
      {
        code: 'name',
        path,
        message: 'This cannot be a short name',
        found: JSON.stringify(text.slice(0, 80)),
        allowed: 'small letters a–z, digits and hyphens, at most 63',
      },
    ]);
  return text;
}
