import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useConnectionState } from '../cable/ConnectionProvider.tsx';
import { Announcer } from '../ui/Announcer.tsx';
import { LinkExpired } from './LinkExpired.tsx';
import { NotYet } from './NotYet.tsx';
import { Frame } from './Frame.tsx';

const hashRouting = { hook: useHashLocation };

/** The page: what can be shown depends on what the main side said of itself. */
export function App() {
  const { phase, app } = useConnectionState();
  if (phase === 'refused') return <LinkExpired />;
  return (
    <Router {...hashRouting}>
      <Announcer />
      {/* Another line is another page: nothing of the old one may stay on the screen. */}
      {app ? <Frame key={app.shop} app={app} /> : <NotYet />}
    </Router>
  );
}
