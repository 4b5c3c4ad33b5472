import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { CsvFault } from '../../shared/contract/catalogue.ts';

/** What is wrong with a row of a table, and what it should be. */
export const CSV_FAULT_WORDS: Readonly<Record<CsvFault, MessageDescriptor>> = {
  'no-id': msg`There is no article number (id).`,
  'no-title': msg`There is no name (title).`,
  twice: msg`This article number stood further up already.`,
  'too-long': msg`The article number is longer than 300 characters.`,
  'bad-price': msg`The price is none: it should be like 6.50 EUR.`,
  cells: msg`It has more cells than the heading: a comma in a text needs quotes around it.`,
  quotes: msg`Its quotes do not match.`,
  'too-many': msg`From here on nothing was taken: 50,000 articles are the most.`,
};
