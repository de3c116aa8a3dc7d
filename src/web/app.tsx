import { lazy, Suspense } from 'react';
import { Failed } from './shell/failed.tsx';
import { Header } from './shell/header.tsx';
import { useViewChange } from './shell/use-view-change.ts';
import { Waiting } from './shell/waiting.tsx';
import { useAddress } from './work/address.ts';
import { WorkProvider } from './work/work.tsx';

// Each view is loaded when it is first opened, so that the first one is there soon.
const Start = lazy(() => import('./start/start.tsx').then(({ Start }) => ({ default: Start })));
const NewVillage = lazy(() => import('./new/new-village.tsx').then(({ NewVillage }) => ({ default: NewVillage })));
const Compare = lazy(() => import('./compare/compare.tsx').then(({ Compare }) => ({ default: Compare })));
const Brief = lazy(() => import('./brief/brief.tsx').then(({ Brief }) => ({ default: Brief })));

/** The page: a header, and one view. */
export function App() {
  return (
    <>
      <Header />
      <Suspense fallback={<Waiting />}>
        <OpenView />
      </Suspense>
    </>
  );
}

function OpenView() {
  const { view, scenario, revision } = useAddress();
  useViewChange(`${view} ${scenario ?? ''}`);
  if (view === 'new') return <NewVillage />;
  if (view === 'start' || (scenario === undefined && revision === undefined)) return <Start />;
  return (
    <WorkProvider waiting={<Waiting />} failed={(error) => <Failed error={error} />}>
      {view === 'brief' ? <Brief /> : <Compare />}
    </WorkProvider>
  );
}
