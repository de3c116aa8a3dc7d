import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, posix } from 'node:path';
import { PlannerError } from '../errors.ts';

/** Where the files of a scenario are read: a disk, or what somebody sent. */
export type TextFiles = {
  /** The one name that a file goes by. */
  name(file: string): string;
  /** The file that `name` means where it is written in the file `from`. */
  beside(name: string, from: string): string;
  has(file: string): boolean;
  /** @throws {PlannerError} when there is no such file, or it is no text */
  read(file: string): string;
};

/** Largest file read from a disk, bytes. */
const largestFile = 20_000_000;

/** The files of the machine this runs on. */
export const filesOnDisk: TextFiles = {
  name: normalize,
  beside: (name, from) => (isAbsolute(name) ? normalize(name) : join(dirname(from), name)),
  has: existsSync,
  read: readTextFile,
};

/** A scenario that stands by itself: the name of its file, and the text of every file it needs, by name. */
export type ScenarioFiles = { readonly file: string; readonly files: Readonly<Record<string, string>> };

/** Most files of a scenario that was sent, and the characters they may hold together. */
const mostFiles = 100;
const mostCharacters = 20_000_000;

/**
 * The files somebody sent. Only they can be opened, by their names: never a disk or a network, whatever a name looks like.
 *
 * @throws {PlannerError} when there are too many, they are too large, or a name is no plain relative path
 * @example
 * filesSent({ file: 'by.yaml', files: { 'by.yaml': 'extends: mall.yaml', 'mall.yaml': 'id: mall' } }).beside('./mall.yaml', 'by.yaml') // => 'mall.yaml'
 */
export function filesSent({ files }: ScenarioFiles): TextFiles {
  const texts = new Map<string, string>(Object.entries(files));
  const fail = (code: string, message: string, allowed: string): never => {
    throw new PlannerError([{ code, message, allowed }]);
  };
  if (texts.size > mostFiles) fail('too-large', `There are ${texts.size} files`, `at most ${mostFiles}`);
  let characters = 0;
  for (const [name, text] of texts) {
    characters += text.length;
    if (
      name === '' ||
      name.length > 500 ||
      posix.isAbsolute(name) ||
      posix.normalize(name) !== name ||
      /^\.\.?(\/|$)/.test(name)
    )
      fail(
        'bad-name',
        `«${name.slice(0, 100)}» cannot be the name of a file`,
        'a plain path such as scenarios/fliseryd.yaml',
      );
  }
  if (characters > mostCharacters)
    fail('too-large', `The files hold ${characters} characters together`, `at most ${mostCharacters}`);
  return {
    name: posix.normalize,
    beside: (name, from) => (posix.isAbsolute(name) ? posix.normalize(name) : posix.join(posix.dirname(from), name)),
    has: (file) => texts.has(file),
    read(file) {
      const text = texts.get(file);
      if (text === undefined)
        throw new PlannerError([{ code: 'unknown-file', file, message: 'There is no such file' }]);
      return text;
    },
  };
}

/**
 * The text of a file that a planner wrote.
 *
 * @throws {PlannerError} when there is no such file, or it is no text
 */
export function readTextFile(file: string): string {
  const fail = (code: string, message: string): never => {
    throw new PlannerError([{ code, file, message }]);
  };
  if (!existsSync(file)) return fail('unknown-file', 'There is no such file');
  const about = statSync(file);
  if (!about.isFile()) return fail('unknown-file', 'This is not a file');
  if (about.size > largestFile)
    return fail('too-large', `The file has ${about.size} bytes; at most ${largestFile} are read`);
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('encoding', 'The file is not text in UTF-8');
  }
}
