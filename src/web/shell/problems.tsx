import type { AskError } from '../api/ask.ts';
import { useWords } from '../words/language.tsx';
import { words } from './words.ts';

/** What was wrong: where, what was found, what is allowed, what to do. */
export function Problems({ error }: { readonly error: AskError }) {
  const said = useWords(words);
  if (error.code === 'UNREACHABLE') return <p role="alert">{said.unreachable}</p>;
  if (error.problems.length === 0) return <p role="alert">{error.message}</p>;
  return (
    <ul role="alert">
      {error.problems.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.message}`}>
          {problem.message}
          {[
            problem.path && said.where(problem.path),
            problem.found && said.found(problem.found),
            problem.allowed && said.allowed(problem.allowed),
            problem.hint,
          ]
            .filter((part) => part)
            .map((part) => (
              <div key={part} className="small soft">
                {part}
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}
