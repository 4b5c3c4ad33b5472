import { msg } from '@lingui/core/macro';
import type { Reason } from '../domain/reason.ts';
import { LINK_REASON_WORDS } from './link-reason-words.ts';
import type { ReasonWords } from './link-reason-words.ts';

export type { ReasonWords };

const WORDS: Record<Reason, ReasonWords> = {
  'window-closed': {
    title: msg`The 24 hours for free text are over`,
    todo: msg`WhatsApp lets you write again as soon as the customer writes to you.`,
  },
  'not-found': { title: msg`This is no longer here`, todo: msg`Go back to the list and open it anew.` },
  'wrong-state': { title: msg`Somebody was faster`, todo: msg`This order was changed meanwhile. Look at what it says now.` },
  'empty-text': { title: msg`There is nothing to send`, todo: msg`Write a few words first.` },
  'text-too-long': {
    title: msg`The text is too long`,
    todo: msg`WhatsApp takes up to 4,096 characters, beside a file, buttons or articles up to 1,024. Shorten it, or send two messages.`,
  },
  'not-configured': { title: msg`WhatsApp is not set up yet`, todo: msg`Enter the missing values in the settings.` },
  'number-cannot-reply': {
    title: msg`This chat belongs to another number`,
    todo: msg`The customer wrote to a number that this shop cannot send from. Answer on that number's phone.`,
  },
  'customer-unknown': {
    title: msg`WhatsApp does not know this customer`,
    todo: msg`The number or the id is no longer in use. Wait until the customer writes again.`,
  },
  'already-sent': { title: msg`This was sent again already`, todo: msg`Look further down in the chat.` },
  'not-possible-here': { title: msg`This is not possible here`, todo: msg`Do it on the computer that Shopbell runs on.` },
  'token-refused': {
    title: msg`WhatsApp refused the access token`,
    todo: msg`It has run out or was withdrawn. Make a new one at Meta and enter it in the settings.`,
  },
  'permission-missing': {
    title: msg`The access token lacks a permission`,
    todo: msg`At Meta, give it whatsapp_business_messaging and enter the new token in the settings.`,
  },
  'account-restricted': { title: msg`Meta has restricted your WhatsApp account`, todo: msg`Look into the account quality in Meta's business manager.` },
  'country-restricted': { title: msg`Messages to this country are not allowed`, todo: msg`Meta does not deliver business messages to the customer's country.` },
  unreachable: { title: msg`WhatsApp did not answer`, todo: msg`Shopbell keeps trying. Check this computer's internet connection.` },
  'rate-limited': { title: msg`Too many messages at once`, todo: msg`WhatsApp asks to go slower. What waits is tried again by itself.` },
  'too-many-to-customer': {
    title: msg`Too many messages to this customer`,
    todo: msg`WhatsApp asks to go slower with one person. What waits is tried again by itself.`,
  },
  'meta-trouble': { title: msg`WhatsApp itself has trouble`, todo: msg`What waits is tried again by itself. What has failed can be sent again later.` },
  undeliverable: {
    title: msg`The message could not be delivered`,
    todo: msg`The customer may have no WhatsApp, an old version of it, or not have accepted its terms. Call instead.`,
  },
  'not-in-test-list': {
    title: msg`This customer is not in the test list`,
    todo: msg`A test number sends only to the numbers that you have entered at Meta. Add this one there.`,
  },
  'payment-method': { title: msg`Meta asks for a payment method`, todo: msg`Add or renew it in Meta's business manager, and accept the terms that it shows.` },
  'spam-limited': { title: msg`Meta has slowed this number down`, todo: msg`Customers have blocked or reported it. Wait a few hours and send less.` },
  'held-by-meta': {
    title: msg`Meta did not deliver this message`,
    todo: msg`It limits how much a person gets from businesses. Do not send it again today; answer when the customer writes.`,
  },
  'marketing-stopped': { title: msg`The customer wants no advertising`, todo: msg`Answer only when the customer asks.` },
  experiment: { title: msg`Meta left this message out of a trial`, todo: msg`Meta does this to some advertising. Write an ordinary answer instead.` },
  'not-supported': { title: msg`The customer's WhatsApp cannot show this`, todo: msg`Write it as plain text.` },
  'number-not-registered': {
    title: msg`Your number cannot send yet`,
    todo: msg`At Meta, see that it is registered for the Cloud API and that its display name is approved.`,
  },
  maintenance: { title: msg`Meta is working on your number`, todo: msg`This takes some minutes. What waits is tried again by itself.` },
  'customer-blocked': { title: msg`You have blocked this customer`, todo: msg`Unblock the customer beside the chat to write to them again.` },
  'own-number': { title: msg`This is your own number`, todo: msg`A number cannot write to itself.` },
  'needs-phone-number': { title: msg`The customer's phone number is needed`, todo: msg`Meta keeps it hidden. Ask the customer for it.` },
  'media-rejected': { title: msg`WhatsApp did not take the file`, todo: msg`Use another format or a smaller file.` },
  'media-missing': { title: msg`The file is no longer there`, todo: msg`Ask the customer to send it again.` },
  'identity-changed': {
    title: msg`The customer's WhatsApp is a new one`,
    todo: msg`The phone or the number has changed. Make sure that you write to the right person.`,
  },
  'wrong-id': { title: msg`The phone number id is wrong`, todo: msg`Compare the phone number id in the settings with the one at Meta.` },
  'bad-parameter': { title: msg`WhatsApp did not understand the message`, todo: msg`This is a fault of Shopbell. Please report it with what stands below.` },
  'template-problem': {
    title: msg`The template does not fit`,
    todo: msg`It has other fields than those that were filled in. Look at it at Meta, and read the templates anew.`,
  },
  'lost-answer': {
    title: msg`Nobody knows whether this was sent`,
    todo: msg`The connection broke before WhatsApp answered. Ask the customer or look at the phone before you send it again.`,
  },
  'unknown-code': { title: msg`WhatsApp refused the message`, todo: msg`What Meta says about it stands below.` },
  'port-in-use': { title: msg`Another program uses the webhook's port`, todo: msg`Close that program, or start Shopbell with another webhook port.` },
  'tunnel-token': {
    title: msg`The tunnel's token was refused`,
    todo: msg`Copy it anew from ngrok's or Cloudflare's pages, whole, and enter it in the settings.`,
  },
  'tunnel-domain': {
    title: msg`The tunnel's public name does not lead here`,
    todo: msg`Compare the name in the settings with the provider's pages: at Cloudflare it has to lead to http://localhost:8787.`,
  },
  'tunnel-limit': { title: msg`The limit of your tunnel's plan is reached`, todo: msg`Close the provider's other programs, or choose a larger plan.` },
  'tunnel-network': { title: msg`The tunnel cannot get out`, todo: msg`Check this computer's internet connection and firewall. Shopbell keeps trying.` },
  'tunnel-address': {
    title: msg`The public address is not usable`,
    todo: msg`It has to begin with https:// and lead to this computer. Correct it in the settings.`,
  },
  'tunnel-missing': { title: msg`ngrok cannot run on this computer`, todo: msg`Its part for this system is missing or too old. Choose another way in.` },
  'bad-amount': { title: msg`This is no amount`, todo: msg`Write it with digits, like 12.50, with no more decimals than the currency has.` },
  'discount-too-high': { title: msg`The discount is higher than the total`, todo: msg`Take off at most what the order comes to.` },
  'no-template': {
    title: msg`Nothing was sent: the 24 hours are over`,
    todo: msg`WhatsApp takes only an approved template now, and none is set for this step. Call the customer, or set one in the settings.`,
  },
  'told-already': { title: msg`The customer was told already`, todo: msg`Nothing is sent twice for one step. Write in the chat if something has changed.` },
  'no-chat': { title: msg`There is no chat to ask in`, todo: msg`Call the customer, then enter here what they say.` },
  'unclear-quantity': {
    title: msg`This line’s quantity is unclear`,
    todo: msg`WhatsApp sent no whole number for it, so there is nothing to count from. Agree on it with the customer in the chat.`,
  },
  'too-late': { title: msg`It is too late to take this back`, todo: msg`The message has gone. Write a correction in the chat.` },
  'printer-off': { title: msg`The printer does not answer`, todo: msg`Is it on, and connected? What waits is printed as soon as it answers.` },
  'printer-refused': { title: msg`The printer broke off`, todo: msg`Look at paper, lid and cable, then print again.` },
  'printer-missing': { title: msg`No printer is chosen`, todo: msg`Choose one in the settings.` },
  'no-desktop': { title: msg`This works in the desktop program alone`, todo: msg`Printers of the system belong to it. A network printer works from here too.` },
  'print-interrupted': { title: msg`The program ended while this was printed`, todo: msg`Look whether the ticket came out, and print it again if not.` },
  'media-too-large': { title: msg`The file is too large for WhatsApp`, todo: msg`Make it smaller, or send it as a document: those may have up to 100 MB.` },
  'media-type': { title: msg`WhatsApp does not take files of this kind`, todo: msg`Save it in another format, such as JPEG, MP4 or PDF.` },
  'media-gone': { title: msg`WhatsApp no longer has this file`, todo: msg`It keeps files for a few days only. Ask the customer to send it once more.` },
  'media-broken': { title: msg`The file arrived damaged`, todo: msg`Fetch it again. If that does not help, ask the customer to send it once more.` },
  'upload-lost': { title: msg`The file is no longer here`, todo: msg`Attach it once more.` },
  'bad-catalogue': { title: msg`The articles are not all of one catalogue`, todo: msg`A message can show articles of one catalogue only. Send two.` },
  'unknown-product': {
    title: msg`WhatsApp does not know this article`,
    todo: msg`It is not in the catalogue that is connected to your number. Look at it in the catalogue.`,
  },
  'too-many-products': { title: msg`Too many articles for one message`, todo: msg`At most 30 articles in 10 sections, and 10 in a row of cards.` },
  'too-few-products': { title: msg`Too few articles for this`, todo: msg`Choose at least one, and for a row of cards at least two.` },
  'no-catalogue': { title: msg`No catalogue is known`, todo: msg`Connect one at WhatsApp Manager, or import one under Catalogue.` },
  'no-waba': { title: msg`The WhatsApp Business account is not known yet`, todo: msg`Its id comes with the first webhook; or enter it in the settings.` },
  'template-not-approved': { title: msg`This template cannot be sent`, todo: msg`Only templates that Meta has approved can. See its state in the list.` },
  'template-missing': { title: msg`This template is not in the account`, todo: msg`Read the templates anew, and choose another one.` },
  'field-empty': { title: msg`A field of the template is empty`, todo: msg`Fill in every field: WhatsApp takes no empty ones.` },
  'header-missing': { title: msg`The heading is missing`, todo: msg`A list of articles needs a heading of at most 60 characters.` },
  'title-missing': { title: msg`A section has no title`, todo: msg`With more than one section each needs a title of at most 24 characters.` },
  'heading-too-long': { title: msg`The heading or the footer does not fit`, todo: msg`WhatsApp takes up to 60 characters in each.` },
  'bad-buttons': { title: msg`The buttons do not fit`, todo: msg`One to three, each with a text of its own of at most 20 characters.` },
  'no-caption': { title: msg`This kind of file takes no text`, todo: msg`Send the text as a message of its own.` },
  'bad-place': { title: msg`This is no place`, todo: msg`It needs a latitude and a longitude in degrees, like 52.52 and 13.405.` },
  'on-the-phone': { title: msg`This message is on the phone alone`, todo: msg`Read it in the WhatsApp Business app.` },
  'history-refused': {
    title: msg`The phone's older chats were not shared`,
    todo: msg`It is asked once only, when the number is connected. New messages arrive all the same.`,
  },
  'bad-emoji': { title: msg`This is no single emoji`, todo: msg`A reaction is exactly one emoji.` },
  'too-old': { title: msg`This message is too old for it`, todo: msg`WhatsApp allows it for 30 days. Write a message instead.` },
  'shortcut-taken': { title: msg`Another text has this shortcut`, todo: msg`Choose another one.` },
  'bad-shortcut': { title: msg`This shortcut cannot be used`, todo: msg`Letters, digits and hyphens, at most 40.` },
  'block-refused': {
    title: msg`WhatsApp did not change the block list`,
    todo: msg`Only who wrote in the last 24 hours can be blocked. Try it again when they write.`,
  },
  'bad-file': { title: msg`This file cannot be read`, todo: msg`It should be a table (CSV) with one article a row, and the columns id and title at least.` },
  ...LINK_REASON_WORDS,
  'disk-full': { title: msg`The disk is full`, todo: msg`Make room now: until then nothing new can be kept, and WhatsApp is told to come again.` },
  'practice-closed': { title: msg`The practice shop is not open`, todo: msg`Open it, and try again.` },
  'disk-failed': { title: msg`The data folder cannot be written`, todo: msg`Check the disk and the folder's permissions, then start Shopbell anew.` },
};

/** The one place that turns a reason into words. */
export function reasonWords(reason: Reason): ReasonWords {
  return WORDS[reason];
}
