import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/source-sans-3/index.css';
import './look/tokens.css';
import './look/page.css';
import { AskError } from './api/ask.ts';
import { App } from './app.tsx';
import { LanguageProvider } from './words/language.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A revision never changes, and neither does its result.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30 * 60 * 1000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // A service that is gone comes back; what is wrong stays wrong.
      retry: (_count, error) => error instanceof AskError && error.passes,
      retryDelay: (count, error) =>
        1000 *
        Math.min(10, (error instanceof AskError ? error.retryAfterSeconds : undefined) ?? 2 ** Math.min(count, 3)),
    },
  },
});

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no place for the page');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
