import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCatalogueCsv } from '../../electron/queries/read-catalogue-csv.ts';

const read = (text: string) => readCatalogueCsv({ text, currency: 'EUR' });

test('Meta’s own feed is read: its explanation, quotes, line ends in texts, price, stock and section', () => {
  const table = read(
    '\ufeff# Required | A unique id,"# Required | A title, as shown"\r\n' +
      'id,title,description,availability,price,link,image_link,brand,google_product_category,product_type,quantity_to_sell_on_facebook,status\r\n' +
      'SKU 1,"Rye ""Dark"", 1 kg","two\nlines",in_stock,6.50 EUR,https://shop.example/1,https://shop.example/1.png,Us,422,Bread > Rye,7,active\r\n' +
      'SKU2,Roll,,out of stock,0.9 EUR,,,,,,,archived\r\n',
  );
  expect(table?.faults).toEqual([]);
  expect(table?.articles).toMatchObject([
    {
      retailerId: 'SKU 1',
      name: 'Rye "Dark", 1 kg',
      description: 'two\nlines',
      availability: 'in stock',
      priceText: '6.50 EUR',
      currency: 'EUR',
      url: 'https://shop.example/1',
      imageUrl: 'https://shop.example/1.png',
      section: 'Bread > Rye',
      inventory: 7,
      visibility: 'published',
    },
    { retailerId: 'SKU2', availability: 'out of stock', priceText: '0.90 EUR', visibility: 'hidden', section: null },
  ]);
});

test('a sale is read beside the usual price, in the same money only', () => {
  const table = read('id,title,price,sale_price\na,Jam,5.95 EUR,4.95\nb,Jam,5.95 EUR,4.95 USD\nc,Jam,,4.95 EUR\nd,Jam,5.95 EUR,\n');
  expect(table?.articles.map((one) => one.salePriceText)).toEqual(['4.95 EUR', null, null, null]);
});

test('semicolons and tabs are read, and prices as people write them', () => {
  expect(read('id;title;price\na;Roll;6,50 EUR\nb;Loaf;12\n')?.articles.map((one) => one.priceText)).toEqual(['6.50 EUR', '12.00 EUR']);
  expect(read('ID\tTitle\tPrice\na\tRoll\tUSD 3\n')?.articles).toMatchObject([{ priceText: '3.00 USD' }]);
});

test('rows with a fault are left out and named by their line, also after a cell of several lines', () => {
  const table = read('id,title,price\n"a","x\ny",1 EUR\n,Nameless,1 EUR\nb,,1 EUR\na,Again,1 EUR\nc,Dear,1.234 EUR\nd,Cells,1 EUR,too,many\ne,Good,2 EUR\n');
  expect(table?.articles.map((one) => one.retailerId)).toEqual(['a', 'e']);
  expect(table?.faults).toEqual([
    { line: 4, what: 'no-id' },
    { line: 5, what: 'no-title' },
    { line: 6, what: 'twice' },
    { line: 7, what: 'bad-price' },
    { line: 8, what: 'cells' },
  ]);
});

test('what is no table is none', () => {
  for (const text of ['', 'PK\u0003\u0004', 'one,two\n1,2', '<html>']) expect(read(text)).toBeNull();
});

test('any text is read without an exception, and any table gives back its ids', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void read(`id,title\n${text}`)));
  const cell = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '' && text === text.trim());
  fc.assert(
    fc.property(fc.uniqueArray(cell, { minLength: 1, maxLength: 20 }), fc.constantFrom(',', ';', '\t'), (ids, delimiter) => {
      const text = Papa.unparse([['id', 'title'], ...ids.map((id) => [id, 'A name'])], { delimiter, quotes: true });
      expect(read(text)?.articles.map((one) => one.retailerId)).toEqual(ids);
    }),
  );
});
