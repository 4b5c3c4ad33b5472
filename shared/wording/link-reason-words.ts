import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Reason } from '../domain/reason.ts';

/** What is the matter, and what the operator can do about it. */
export type ReasonWords = { title: MessageDescriptor; todo: MessageDescriptor };

/** Of the way from Meta to this shop. */
export const LINK_REASON_WORDS = {
  'not-registered': {
    title: msg`Meta does not know where to send this shop's webhooks`,
    todo: msg`Press “Register at Meta” on the connection page.`,
  },
  'callback-elsewhere': {
    title: msg`Meta sends this shop's webhooks to another address`,
    todo: msg`Somebody entered it at Meta, or another program did. If they are to arrive here, take over.`,
  },
  'callback-stale': {
    title: msg`Meta still keeps an old address of this shop`,
    todo: msg`It is registered anew by itself. If that does not help, press “Register at Meta”.`,
  },
  'other-shopbell': {
    title: msg`Another Shopbell has the bell`,
    todo: msg`Webhooks go to another computer with Shopbell. Take over if orders are to ring here; it will then be silent there.`,
  },
  'not-subscribed': {
    title: msg`The app is not subscribed to your WhatsApp account`,
    todo: msg`Without it Meta sends nothing. Press “Register at Meta”.`,
  },
  'fields-missing': {
    title: msg`The app does not ask for messages`,
    todo: msg`At Meta, the webhook field “messages” is not subscribed. Press “Register at Meta”.`,
  },
  'no-way-in': {
    title: msg`There is no way in from the internet`,
    todo: msg`Choose one in the set-up: ngrok, Cloudflare, Tailscale, or an address of your own.`,
  },
  'loop-unreachable': {
    title: msg`The public address does not answer`,
    todo: msg`Look whether this computer is on the internet, and whether the tunnel stands. It is tried again every minute.`,
  },
  'loop-other': {
    title: msg`Something else answers at the public address`,
    todo: msg`The address leads to another program or another computer. Check where it leads.`,
  },
  'loop-blocked': {
    title: msg`The public address cannot be asked from here`,
    todo: msg`Many routers do not lead a call from inside back in. Meta may still reach it: its last webhook is the proof.`,
  },
  'loop-certificate': {
    title: msg`The certificate of the public address is not valid`,
    todo: msg`Meta accepts only certificates of a public authority that have not run out. Renew it.`,
  },
  'verify-failed': {
    title: msg`Meta called the address and got no right answer`,
    todo: msg`Look at what Meta says, and whether the address leads to this computer. Then register again.`,
  },
  'token-temporary': {
    title: msg`The access token is a temporary one`,
    todo: msg`Meta's dashboard made it for 24 hours. Make a lasting one for a system user, and enter that.`,
  },
  'token-expired': {
    title: msg`The access token has run out`,
    todo: msg`Make a new one at Meta for a system user, and enter it.`,
  },
  'token-expiring': {
    title: msg`The access token runs out soon`,
    todo: msg`Make a new one at Meta before that, for a system user and without an end, and enter it.`,
  },
  'token-wrong-kind': {
    title: msg`This is not the right kind of access token`,
    todo: msg`Shopbell needs the token of a system user. Those of apps and pages cannot send messages.`,
  },
  'secret-wrong': {
    title: msg`The app secret does not belong to this app`,
    todo: msg`Copy it anew at Meta: App settings, Basic, App secret.`,
  },
  'signature-refused': {
    title: msg`Webhooks are turned away: their signature does not fit`,
    todo: msg`The app secret entered here is another than the app's. Copy it anew at Meta: App settings, Basic.`,
  },
  'app-unknown': {
    title: msg`It is not known which Meta app this is`,
    todo: msg`Enter the app's id. It stands at the top of its page at Meta.`,
  },
  'no-account': {
    title: msg`The token leads to no WhatsApp account`,
    todo: msg`At Meta, give the system user your WhatsApp account, with full control, and make the token anew.`,
  },
  'number-not-connected': {
    title: msg`The number is not connected`,
    todo: msg`Meta says that it cannot send or receive. Look at it in WhatsApp Manager.`,
  },
  'number-elsewhere': {
    title: msg`The number is not registered for the Cloud API`,
    todo: msg`Register it in the set-up. A number that is used in the WhatsApp Business app leaves that app.`,
  },
  'quality-low': {
    title: msg`Meta rates the number's quality low`,
    todo: msg`Customers have blocked or reported messages. Write only to those who want it, or Meta will limit the number.`,
  },
  'account-limited': {
    title: msg`Meta has limited the account`,
    todo: msg`Look at what Meta says, and into WhatsApp Manager. Orders still arrive.`,
  },
  'account-blocked': {
    title: msg`Meta has blocked the account for sending`,
    todo: msg`Look at what Meta says, and into WhatsApp Manager.`,
  },
  'clock-off': {
    title: msg`This computer's clock is wrong`,
    todo: msg`Let the system set it by itself: times of orders and windows depend on it.`,
  },
  'silent-too-long': {
    title: msg`Nothing has arrived for longer than usual`,
    todo: msg`At this hour something usually has come by now. Send your number a message from another phone and see whether it rings.`,
  },
  'meta-unreachable': {
    title: msg`Meta cannot be asked`,
    todo: msg`What it keeps of this shop is not known now. It is asked again by itself.`,
  },
  'program-missing': {
    title: msg`The program for this tunnel is not there`,
    todo: msg`Install it, or say in the settings where it is.`,
  },
  'funnel-off': {
    title: msg`Tailscale Funnel is not allowed`,
    todo: msg`Allow it for this computer on Tailscale's own pages, then start the tunnel anew.`,
  },
  'bad-pin': {
    title: msg`The six digits are not the right ones`,
    todo: msg`Meta asks for the PIN of the number's two-step verification. After several wrong ones it makes you wait.`,
  },
  'app-not-live': {
    title: msg`The app is in development mode`,
    todo: msg`Set it to “Live” at Meta: until then only Meta's own tests arrive.`,
  },
  'cart-off': {
    title: msg`The cart is switched off`,
    todo: msg`Customers can look at articles but not order. Switch the cart on.`,
  },
  'catalogue-hidden': {
    title: msg`The catalogue is hidden`,
    todo: msg`Customers see no shop in your WhatsApp profile. Show it.`,
  },
  'bad-payloads': {
    title: msg`There are no webhooks in this file`,
    todo: msg`It has to be the JSON of webhooks: one body, a list of them, or one on each line.`,
  },
} satisfies Partial<Record<Reason, ReasonWords>>;
