/**
 * ISO 4217 minor units of the currencies that do not have two. CLDR's display digits differ (HUF, IDR, COP: 0 there, 2 here),
 * so these are what sums and `Intl.NumberFormat` are given. Source: ISO 4217 list one (SIX), as amended to 2025.
 */
const EXPONENT_BY_CURRENCY: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Digits after the decimal point of a currency (ISO 4217); 2 for a code that is not known. */
export function currencyExponent(currency: string): number {
  return EXPONENT_BY_CURRENCY[currency] ?? 2;
}
