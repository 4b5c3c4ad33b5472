/** Emoji as UTS #51 builds them: a flag of two letters, a keycap, or pictures joined to one, each with its presentation, skin tone or tags. */
const PICTURE = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;
const EMOJI = new RegExp(`^(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${PICTURE}(?:\\u200D${PICTURE})*)$`, 'u');

/** True for exactly one emoji, as WhatsApp wants it in a reaction. */
export function isOneEmoji(text: string): boolean {
  return EMOJI.test(text);
}
