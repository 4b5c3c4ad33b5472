import {
  Camera,
  Contact,
  CreditCard,
  FileText,
  Info,
  LayoutTemplate,
  MapPin,
  Mic,
  Music,
  Pencil,
  Reply,
  ShoppingBag,
  Smile,
  Sticker,
  TriangleAlert,
  Video,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MessageContent } from '../../../shared/contract/messages.ts';

const SIGNS: Partial<Record<MessageContent['kind'], LucideIcon>> = {
  location: MapPin,
  'location-request': MapPin,
  contacts: Contact,
  'contact-request': Contact,
  answer: Reply,
  system: Info,
  welcome: Info,
  unsupported: TriangleAlert,
  payment: CreditCard,
  reaction: Smile,
  edit: Pencil,
  products: ShoppingBag,
  order: ShoppingBag,
  template: LayoutTemplate,
};
const MEDIA = { image: Camera, video: Video, audio: Music, document: FileText, sticker: Sticker };

/** The sign of a message's kind in front of its line; none for words. */
export function KindSign({ content }: { content: MessageContent }) {
  const Sign = content.kind === 'media' ? (content.voice ? Mic : MEDIA[content.media.media]) : SIGNS[content.kind];
  return Sign ? <Sign size={15} aria-hidden="true" style={{ flex: 'none' }} /> : null;
}
