import type { OrderState } from './order.ts';
import type { TellStep } from './tell.ts';

/** What the program has words for, to customers. */
type Spoken = 'en' | 'de';

/** What a customer is told by each step, unless the shop has words of its own. */
export const TELL_TEXTS: Readonly<Record<Spoken, Readonly<Record<TellStep, string>>>> = {
  en: {
    accepted: 'Hello {name}, thank you for your order #{number}! We have accepted it. Total: {total}. It should be ready around {time}.',
    preparing: 'Hello {name}, we are preparing your order #{number} now. It should be ready around {time}.',
    ready: 'Hello {name}, your order #{number} is ready. Total: {total}.',
    completed: 'Thank you for your order #{number}, {name}! We look forward to seeing you again.',
    declined: 'Hello {name}, we are sorry, but we cannot take your order #{number}. Reason: {reason}.',
    cancelled: 'Hello {name}, we are sorry, but we had to cancel your order #{number}. Reason: {reason}.',
  },
  de: {
    accepted:
      'Guten Tag {name}, vielen Dank für Ihre Bestellung #{number}! Wir haben sie angenommen. Summe: {total}. Sie ist voraussichtlich gegen {time} Uhr fertig.',
    preparing: 'Guten Tag {name}, wir bereiten Ihre Bestellung #{number} jetzt vor. Sie ist voraussichtlich gegen {time} Uhr fertig.',
    ready: 'Guten Tag {name}, Ihre Bestellung #{number} ist fertig. Summe: {total}.',
    completed: 'Vielen Dank für Ihre Bestellung #{number}, {name}! Wir freuen uns auf Ihren nächsten Besuch.',
    declined: 'Guten Tag {name}, leider können wir Ihre Bestellung #{number} nicht annehmen. Grund: {reason}.',
    cancelled: 'Guten Tag {name}, leider mussten wir Ihre Bestellung #{number} stornieren. Grund: {reason}.',
  },
};

/** Puts right what was told of a step that was undone: where the order stands instead. */
export const CORRECTION_TEXTS: Readonly<Record<Spoken, { begin: string; now: Readonly<Record<OrderState, string>> }>> = {
  en: {
    begin: 'Hello {name}, our last message about your order #{number} was a mistake, please disregard it.',
    now: {
      new: 'We are still looking at your order and will get back to you.',
      accepted: 'Your order is accepted.',
      preparing: 'Your order is still being prepared.',
      ready: 'Your order is ready.',
      completed: 'Your order is completed.',
      declined: 'Your order is declined.',
      cancelled: 'Your order is cancelled.',
    },
  },
  de: {
    begin: 'Guten Tag {name}, unsere letzte Nachricht zu Ihrer Bestellung #{number} war ein Versehen, bitte betrachten Sie sie als gegenstandslos.',
    now: {
      new: 'Wir sehen uns Ihre Bestellung noch an und melden uns.',
      accepted: 'Ihre Bestellung ist angenommen.',
      preparing: 'Ihre Bestellung ist noch in Arbeit.',
      ready: 'Ihre Bestellung ist fertig.',
      completed: 'Ihre Bestellung ist abgeschlossen.',
      declined: 'Ihre Bestellung ist abgelehnt.',
      cancelled: 'Ihre Bestellung ist storniert.',
    },
  },
};

/** The program's own language for a customer's; English where it has none. */
export function spoken(language: string): Spoken {
  return language === 'de' ? 'de' : 'en';
}
