import { Notification } from 'electron';
import { escapeBody } from './notification-text.ts';
import type { NotificationText } from './notification-text.ts';

export type Shown = { close: () => void };

export type NotificationWish = NotificationText & {
  /** Stays until somebody acts. */
  stays: boolean;
  /** Also over what covers the whole screen, and through the system's own "do not disturb". */
  urgent: boolean;
  /** Letters and digits: what Windows hands back when it is clicked after a restart. One of the same tag takes the other's place there. */
  tag?: string | undefined;
  onClick: () => void;
  /** A button, where the system shows any. */
  action?: { label: string; run: () => void } | undefined;
};

/** An unreferenced notification is shown, but once it is collected its click is lost. */
const alive = new Set<Notification>();
/** Those of messages are never closed by us; on Windows nothing else would end them. */
const MOST_ALIVE = 200;

/** Shows a desktop notification; one that the system refuses is logged, and the page shows the same anyway. */
export function showNotification({ title, body, stays, urgent, tag, onClick, action }: NotificationWish, log: (line: string) => void): Shown {
  const notification = new Notification({
    title,
    body: escapeBody(body, process.platform),
    // The page makes the sound, and in quiet hours nobody does.
    silent: true,
    ...(urgent ? { urgency: 'critical' as const } : {}),
    ...(stays ? { timeoutType: 'never' as const } : {}),
    ...(tag === undefined ? {} : { id: tag }),
    // Dropped where the system or Electron's version knows none.
    ...(action ? { actions: [{ type: 'button' as const, text: action.label }] } : {}),
  });
  alive.add(notification);
  const [oldest] = alive;
  if (alive.size > MOST_ALIVE && oldest) alive.delete(oldest);
  // Linux: after a click no close came, after our own close none either; so each way out lets go.
  const letGo = () => alive.delete(notification);
  notification.on('click', () => {
    letGo();
    // Some daemons leave it standing.
    notification.close();
    onClick();
  });
  notification.on('close', (details) => {
    // Windows closes what it moves into the Action Center, where it can still be clicked, and has to go when its order is taken.
    if (process.platform !== 'win32' || details?.reason === 'userCanceled') letGo();
  });
  notification.on('failed', (_event, error) => {
    letGo();
    log(`notification not shown: ${error || 'no reason given'}`);
  });
  notification.on('action', () => {
    letGo();
    notification.close();
    action?.run();
  });
  notification.show();
  return {
    close() {
      if (letGo()) notification.close();
    },
  };
}
