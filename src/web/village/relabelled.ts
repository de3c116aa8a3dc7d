import { writeNumber } from './read-number.ts';
import { changedTree, type Tree, valueAt } from './scenario-tree.ts';
import { isObject } from './stated-value.ts';

/**
 * The scenario with the number in the name of a line of staff as it is to be: «Personal, 0,2 tjänst» would say something false
 * of 0.5 posts. Names that do not hold the number stay.
 *
 * @param path - of the posts: `….running.1.posts`
 */
export function relabelled(tree: Tree, path: string, posts: unknown): Tree {
  const [, line] = /^(.*\.\d+)\.posts$/.exec(path) ?? [];
  const before = valueAt(tree, path);
  if (line === undefined || typeof before !== 'number' || typeof posts !== 'number') return tree;
  const label = valueAt(tree, `${line}.label`);
  const named = (text: string): string =>
    (['sv', 'en'] as const).reduce(
      (told, language) => told.replace(asWord(writeNumber(before, language)), writeNumber(posts, language)),
      text,
    );
  const renamed =
    typeof label === 'string'
      ? named(label)
      : isObject(label)
        ? Object.fromEntries(
            Object.entries(label).map(([key, text]) => [
              key,
              typeof text === 'string' ? inLanguage(text, key, before, posts) : text,
            ]),
          )
        : label;
  return changedTree(tree, [{ path: `${line}.label`, value: renamed }]);
}

function inLanguage(text: string, key: string, before: number, after: number): string {
  const language = key === 'en' ? 'en' : 'sv';
  return text.replace(asWord(writeNumber(before, language)), writeNumber(after, language));
}

/** A number by itself, not as a part of another. */
function asWord(number: string): RegExp {
  return new RegExp(`(?<![\\d.,])${number.replace('.', '\\.')}(?![.,]?\\d)`);
}
