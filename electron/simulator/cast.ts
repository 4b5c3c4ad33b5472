export type Language = 'en' | 'de' | 'zh' | 'ar';

export type Role = {
  name: string | null;
  username: string | null;
  /** Digits with country code, all from ranges kept for fiction (NANP 555-01xx, Ofcom, Bundesnetzagentur, Arcep); null: never shared. */
  phone: string | null;
  country: string;
  /** First 16 digits of the business-scoped id; 4 more follow, and change when the id rotates. */
  idBase: string;
  idEnd: string;
  speaks: Language;
};

/** Fixed whatever the seed: a practice shop that starts again meets the people it knows, not their doubles. */
export const CAST: readonly Role[] = [
  { name: 'Sheena Nelson', username: null, phone: '16505550101', country: 'US', idBase: '1349120865530274', idEnd: '1918', speaks: 'en' },
  { name: 'Kerry Obi', username: null, phone: '447700900142', country: 'GB', idBase: '2087341190562718', idEnd: '4436', speaks: 'en' },
  { name: 'Ana Duarte', username: 'ana.duarte', phone: '33639981027', country: 'FR', idBase: '5512067398841230', idEnd: '7705', speaks: 'en' },
  { name: 'Jonas Weber', username: null, phone: '491713920017', country: 'DE', idBase: '7730914426158093', idEnd: '2261', speaks: 'de' },
  { name: '李娜', username: null, phone: '16505550155', country: 'US', idBase: '9046127753380164', idEnd: '8890', speaks: 'zh' },
  { name: 'Zeynep Öztürk', username: null, phone: '4917604069042', country: 'DE', idBase: '3318275904467125', idEnd: '0357', speaks: 'de' },
  { name: null, username: 'mr_ravel', phone: null, country: 'FR', idBase: '6190483327751486', idEnd: '5149', speaks: 'en' },
  { name: 'ليلى حداد', username: null, phone: '447700900461', country: 'GB', idBase: '4471820936605517', idEnd: '9023', speaks: 'ar' },
];

/** Whose messages come a day late. */
export const LATECOMER: Role = {
  name: 'Ruth Bell',
  username: null,
  phone: '16505550177',
  country: 'US',
  idBase: '8125503379416602',
  idEnd: '6640',
  speaks: 'en',
};
