import { useQueryClient } from '@tanstack/react-query';
import type { AskError } from '../api/ask.ts';
import { useWords } from '../words/language.tsx';
import { goTo } from '../work/address.ts';
import { Problems } from './problems.tsx';
import { SignIn } from './sign-in.tsx';
import { words } from './words.ts';

/** What went wrong in place of a view, and the way on. */
export function Failed({ error }: { readonly error: AskError }) {
  const said = useWords(words);
  const queries = useQueryClient();
  if (error.code === 'UNAUTHENTICATED') return <SignIn />;
  return (
    <main id="content" style={{ padding: '2rem 1.5rem' }}>
      <h1>{said.failed}</h1>
      <Problems error={error} />
      <p>
        <button type="button" className="button first" onClick={() => void queries.resetQueries()}>
          {said.tryAgain}
        </button>{' '}
        <button
          type="button"
          className="button"
          onClick={() => goTo({ view: 'start', scenario: undefined, revision: undefined })}
        >
          {said.toStart}
        </button>
      </p>
    </main>
  );
}
