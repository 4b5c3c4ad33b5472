import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BellProvider } from './bell/BellProvider.tsx';
import { createBellPlayer } from './bell/bell-player.ts';
import { hangBell } from './bell/bell.ts';
import { beginSession } from './cable/begin-session.ts';
import { keepConnected } from './cable/connection.ts';
import { ConnectionProvider } from './cable/ConnectionProvider.tsx';
import { openPortCable } from './cable/open-port-cable.ts';
import { openSocketCable } from './cable/open-socket-cable.ts';
import { createQueryClient } from './feed/create-query-client.ts';
import { followFeed } from './feed/follow-feed.ts';
import { followOpen } from './feed/follow-open.ts';
import { sayArrival } from './feed/say-arrival.ts';
import { App } from './shell/App.tsx';
import { LinkExpired } from './shell/LinkExpired.tsx';
import { LanguageProvider } from './words/LanguageProvider.tsx';

const inWindow = location.protocol === 'app:';
const allowed = inWindow || (await beginSession());

const connection = keepConnected(inWindow ? openPortCable : openSocketCable, { paused: !allowed });
const queries = createQueryClient(connection);
const bell = hangBell(connection, createBellPlayer(), crypto.randomUUID());
followFeed(connection, queries, sayArrival);
followOpen(connection);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(
  <ConnectionProvider connection={connection}>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        {allowed ? (
          <BellProvider bell={bell}>
            <App />
          </BellProvider>
        ) : (
          <LinkExpired />
        )}
      </LanguageProvider>
    </QueryClientProvider>
  </ConnectionProvider>,
);
