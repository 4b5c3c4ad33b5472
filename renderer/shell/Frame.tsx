import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { AppView } from '../../shared/contract.ts';
import { RingingBar } from '../bell/RingingBar.tsx';
import { SoundBar } from '../bell/SoundBar.tsx';
import { SoundCheckBar } from '../bell/SoundCheckBar.tsx';
import { CatalogueView } from '../catalogue/CatalogueView.tsx';
import { ChatsView } from '../chats/ChatsView.tsx';
import { ConnectionView } from '../connection/ConnectionView.tsx';
import { InspectorView, readInspectorPart } from '../connection/inspector/InspectorView.tsx';
import { CustomerPage } from '../customers/CustomerPage.tsx';
import { ErasedBar } from '../customers/ErasedBar.tsx';
import { DayBookView } from '../day-book/DayBookView.tsx';
import { isDay } from '../day-book/day-formats.ts';
import { KeysDialog } from '../keys/KeysDialog.tsx';
import { useViewKeys } from '../keys/use-view-keys.ts';
import { OrdersView } from '../orders/OrdersView.tsx';
import { PracticeView } from '../practice/PracticeView.tsx';
import { PrintTrouble } from '../printing/PrintTrouble.tsx';
import { readSection } from '../settings/settings-sections.ts';
import { SettingsView } from '../settings/SettingsView.tsx';
import { SetupView } from '../setup/SetupView.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Frame.module.css';

/** The orders, one of them, or those of one customer; one view, which stays while one goes between them. */
const ORDERS = /^\/orders(?:\/of\/(?<of>[^/]+)|\/(?<id>[^/]+))?\/?$/;

/** Rail, top bar, the strips that concern every view, and the view. */
export function Frame({ app }: { app: AppView }) {
  const { t } = useLingui();
  const [keysShown, setKeysShown] = useState(false);
  useViewKeys(() => setKeysShown(true));
  const skip = () => document.querySelector<HTMLElement>('main')?.focus();
  return (
    <div className={styles['frame']}>
      <button type="button" className={styles['skip']} onClick={skip}>
        {t`Skip to the content`}
      </button>
      <div className={styles['strips']}>
        <OfflineBar />
        <RingingBar />
        <SoundBar />
        <SoundCheckBar />
        <PrintTrouble />
        <ErasedBar />
      </div>
      <Rail onKeys={() => setKeysShown(true)} />
      <TopBar app={app} />
      <main className={styles['main']} tabIndex={-1}>
        <Switch>
          <Route path={ORDERS}>{({ id, of }) => <OrdersView orderId={toId(id)} customerId={toId(of)} />}</Route>
          <Route path="/chats/:id?/:message?">{({ id, message }) => <ChatsView conversationId={toId(id)} messageId={toId(message)} />}</Route>
          <Route path="/customers/:id">{({ id }) => <CustomerPage customerId={toId(id) ?? 0} />}</Route>
          <Route path="/catalogue/:section?">{({ section }) => <CatalogueView section={toText(section)} />}</Route>
          <Route path="/article/:catalogId/:retailerId">
            {({ catalogId, retailerId }) => (
              <CatalogueView section={null} article={{ catalogId: toText(catalogId) ?? '', retailerId: toText(retailerId) ?? '' }} />
            )}
          </Route>
          <Route path="/day-book/:day?">{({ day }) => <DayBookView day={day !== undefined && isDay(day) ? day : null} />}</Route>
          <Route path="/connection" component={ConnectionView} />
          <Route path="/connection/inspector/:part?">{({ part }) => <InspectorView part={readInspectorPart(part)} />}</Route>
          <Route path="/setup" component={SetupView} />
          <Route path="/settings/:section?">{({ section }) => <SettingsView section={readSection(section)} />}</Route>
          <Route path="/practice">{app.shop === 'practice' ? <PracticeView /> : <Redirect to="/settings" replace />}</Route>
          <Route>
            <Redirect to="/orders" replace />
          </Route>
        </Switch>
      </main>
      <KeysDialog isOpen={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}

function toId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
}

/** A part of the address that holds somebody's words. */
function toText(part: string | undefined): string | null {
  if (part === undefined || part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
