import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { RequirementView } from '../../shared/contract/setup.ts';

/** What an order needs beyond a connection: when it is there, and what to do when it is not. */
export const REQUIREMENT_WORDS: Record<RequirementView['kind'], { name: MessageDescriptor; todo: MessageDescriptor }> = {
  'app-live': {
    name: msg`The app is live`,
    todo: msg`In development mode only Meta's own tests arrive. Look at the top of the app's page: the switch has to say “Live”.`,
  },
  'number-registered': { name: msg`The number is registered for the Cloud API`, todo: msg`Register it with its six digits.` },
  'payment-method': {
    name: msg`A payment method is on file`,
    todo: msg`Since October 2026 replies beyond the first 1,000 of a month cost a little; without a payment method they are not delivered.`,
  },
  'catalogue-connected': { name: msg`A catalogue is connected`, todo: msg`Connect one in WhatsApp Manager, under your account: Catalogue.` },
  'cart-on': { name: msg`The cart is on`, todo: msg`Without it customers can look, but not order.` },
  'catalogue-visible': { name: msg`The catalogue is visible`, todo: msg`Meta hides it at first. Shown, it stands in your WhatsApp profile.` },
};
