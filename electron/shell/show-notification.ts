import { Notification } from 'electron';
import { escapeBody } from './notification-text.ts';
import type { NotificationText } from './notification-text.ts';

export type Shown = { close: () => void };

export type NotificationWish = NotificationText & {
  /** Stays until somebody acts, over everything else. */
  urgent: boolean;
  onClick: () => void;
  /** A button, where the system shows any. */
  action?: { label: string; run: () => void };
};

/** An unreferenced notification is shown, but once it is collected its click is lost. */
const alive = new Set<Notification>();

/** Linux drops actions, and Windows wants them as toast XML with a start-up path of its own. */
const HAS_ACTIONS = process.platform === 'darwin';

/** Shows a desktop notification; one that the system refuses is logged, and the page shows the same anyway. */
export function showNotification({ title, body, urgent, onClick, action }: NotificationWish, log: (line: string) => void): Shown {
  const notification = new Notification({
    title,
    body: escapeBody(body, process.platform),
    // The page makes the sound.
    silent: true,
    ...(urgent ? { urgency: 'critical' as const, timeoutType: 'never' as const } : {}),
    ...(action && HAS_ACTIONS ? { actions: [{ type: 'button' as const, text: action.label }] } : {}),
  });
  alive.add(notification);
  // Linux: after a click no close came, after our own close none either; so each way out lets go.
  const letGo = () => alive.delete(notification);
  notification.on('click', () => {
    letGo();
    // Some daemons leave it standing.
    notification.close();
    onClick();
  });
  notification.on('close', letGo);
  notification.on('failed', (_event, error) => {
    letGo();
    log(`notification not shown: ${error || 'no reason given'}`);
  });
  if (action) {
    notification.on('action', () => {
      letGo();
      action.run();
    });
  }
  notification.show();
  return {
    close() {
      if (letGo()) notification.close();
    },
  };
}
