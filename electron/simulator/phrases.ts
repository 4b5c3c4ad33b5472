import type { Language } from './cast.ts';

export type Phrases = { note: readonly string[]; question: readonly string[]; text: readonly string[]; caption: readonly string[]; thanks: readonly string[] };

/** What practice customers write. Marks, quotes and emoji are meant: they are what breaks a signature over re-written JSON. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    note: [
      'I’ll pick it up at 5 pm.',
      'Please slice the bread, thank you!',
      'For a birthday 🎂 – could you add a candle?',
      'No nuts, please: allergy!',
      'Leave it with the neighbour @ no. 12/b.',
    ],
    question: [
      'Is this still available?',
      'Does it contain nuts?',
      'How long does it keep fresh?',
      'Could I have this on Saturday morning?',
      'Is it suitable for vegans? 🌱',
    ],
    text: [
      'Good morning! When do you open on Sunday?',
      'Hi, do you deliver as well?',
      'Can I pay by card when I collect?',
      'Are you the shop next to the post office?',
    ],
    caption: ['Could you make one like this?', 'This is what was left for our picnic 😄', 'Is this your bread?'],
    thanks: ['Thank you!', 'Perfect, see you later 👍', 'Great, thanks a lot!', 'Wonderful – that works for me.', 'OK, thanks.'],
  },
  de: {
    note: ['Ich hole es gegen 17 Uhr ab.', 'Bitte geschnitten, danke schön!', 'Für Omas 80. Geburtstag 🎂', 'Bitte ohne Nüsse (Allergie).'],
    question: ['Gibt’s das heute noch?', 'Sind da Nüsse drin?', 'Wie lange hält sich das?', 'Könnte ich das für Samstag früh haben?'],
    text: ['Guten Morgen! Haben Sie am Sonntag geöffnet?', 'Liefern Sie auch?', 'Kann ich mit Karte zahlen?'],
    caption: ['Können Sie so etwas backen?', 'So schön war’s gestern – vielen Dank!'],
    thanks: ['Vielen Dank!', 'Super, bis später 👍', 'Prima, danke schön!', 'Alles klar, danke.'],
  },
  zh: {
    note: ['下午五点来取,谢谢!', '请帮我切片。', '生日用的 🎂'],
    question: ['这个还有吗?', '里面有坚果吗?', '可以放几天?'],
    text: ['早上好!周日几点开门?', '可以送货吗?'],
    caption: ['可以做成这样吗?'],
    thanks: ['谢谢!', '好的,谢谢 👍', '太好了!'],
  },
  ar: {
    note: ['سآتي لاستلامه الساعة الخامسة مساءً.', 'من دون مكسرات من فضلكم.', 'لعيد ميلاد 🎂 شكرًا!'],
    question: ['هل هذا متوفر اليوم؟', 'هل يحتوي على مكسرات؟', 'كم يوم يبقى طازجًا؟'],
    text: ['صباح الخير! متى تفتحون يوم الأحد؟', 'هل لديكم توصيل؟'],
    caption: ['هل يمكنكم صنع واحدة مثل هذه؟'],
    thanks: ['شكرًا جزيلاً!', 'ممتاز، شكرًا 👍', 'تمام، إلى اللقاء.'],
  },
};
