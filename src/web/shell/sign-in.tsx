import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AskError, ask } from '../api/ask.ts';
import { rememberToken } from '../api/token.ts';
import { ViewerDocument } from '../generated/graphql.ts';
import { useWords } from '../words/language.tsx';
import { words } from './words.ts';

/** Asks for the key that lets in, where the service wants one. */
export function SignIn() {
  const said = useWords(words);
  const queries = useQueryClient();
  const [token, setToken] = useState('');
  const [wrong, setWrong] = useState<string>();
  const signIn = async (): Promise<void> => {
    rememberToken(token.trim());
    try {
      await ask(ViewerDocument, {});
      await queries.resetQueries();
    } catch (error) {
      rememberToken(undefined);
      setWrong(error instanceof AskError && error.code !== 'UNAUTHENTICATED' ? error.message : said.wrongToken);
    }
  };
  return (
    <main id="content" style={{ padding: '2rem 1.5rem' }}>
      <h1>{said.signIn}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <p>
          <label htmlFor="token">{said.token}</label>
          <br />
          <input
            id="token"
            className="field"
            type="password"
            autoComplete="off"
            required
            value={token}
            aria-describedby="token-help"
            aria-invalid={wrong !== undefined}
            onChange={(event) => setToken(event.target.value)}
          />
          <br />
          <span id="token-help" className="small soft">
            {said.tokenHelp}
          </span>
        </p>
        {wrong === undefined ? null : (
          <p role="alert" className="wrong">
            {wrong}
          </p>
        )}
        <button type="submit" className="button first">
          {said.signIn}
        </button>
      </form>
    </main>
  );
}
