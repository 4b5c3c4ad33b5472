export type BakeryProduct = {
  retailerId: string;
  name: string;
  description: string;
  /** Major units, as an order's `item_price` carries it. */
  price: number;
  availability: 'in stock' | 'out of stock' | 'available for order';
  inventory?: number;
  /** Meta's `category`, by which the bakery sorts. */
  section: 'Bread' | 'Cakes' | 'Pastries' | 'Pantry';
  /** Major units. */
  salePrice?: number;
  /** Not to be seen in the shop front (Meta's `staging`), and not ordered. */
  hidden?: boolean;
};

export const BAKERY_CURRENCY = 'EUR';

/** What the practice shop sells; every one has a picture of its own. Prices with no, one and two decimals are meant: all three occur. */
export const BAKERY: readonly BakeryProduct[] = [
  {
    retailerId: 'sourdough-loaf',
    name: 'Sourdough loaf',
    description: 'Baked on stone, 750 g',
    price: 6.5,
    availability: 'in stock',
    inventory: 14,
    section: 'Bread',
  },
  { retailerId: 'rye-loaf', name: 'Rye loaf', description: 'Dark, with caraway, 1 kg', price: 5.8, availability: 'in stock', inventory: 9, section: 'Bread' },
  { retailerId: 'baguette', name: 'Baguette', description: 'Crisp, best on the same day', price: 2.4, availability: 'in stock', section: 'Bread' },
  {
    retailerId: 'walnut-cake',
    name: 'Walnut cake',
    description: 'Whole, 8 pieces, with cream',
    price: 28.9,
    availability: 'in stock',
    inventory: 3,
    section: 'Cakes',
  },
  {
    retailerId: 'cheesecake',
    name: 'Cheesecake',
    description: 'A slice, with strawberries',
    price: 4.75,
    availability: 'in stock',
    inventory: 10,
    section: 'Cakes',
  },
  {
    retailerId: 'birthday-cake',
    name: 'Birthday cake',
    description: 'Two tiers; a day ahead, please',
    price: 46,
    availability: 'available for order',
    section: 'Cakes',
  },
  { retailerId: 'croissant', name: 'Butter croissant', description: 'Flaky, with real butter', price: 2.2, availability: 'in stock', section: 'Pastries' },
  {
    retailerId: 'poppy-seed-rolls',
    name: 'Poppy seed rolls',
    description: 'A bag of six',
    price: 4.2,
    availability: 'in stock',
    inventory: 22,
    section: 'Bread',
  },
  { retailerId: 'pretzel', name: 'Pretzel', description: 'With coarse salt', price: 1.6, availability: 'in stock', section: 'Pastries' },
  {
    retailerId: 'cinnamon-bun',
    name: 'Cinnamon bun',
    description: 'Iced, soft inside',
    price: 3.1,
    availability: 'in stock',
    inventory: 18,
    section: 'Pastries',
  },
  {
    retailerId: 'jam-jar',
    name: 'Strawberry jam',
    description: 'Home-made, 250 g',
    price: 5.95,
    availability: 'in stock',
    inventory: 30,
    section: 'Pantry',
    salePrice: 4.95,
  },
  {
    retailerId: 'coffee-beans',
    name: 'Coffee beans',
    description: 'House roast, 500 g',
    price: 12.4,
    availability: 'out of stock',
    inventory: 0,
    section: 'Pantry',
    hidden: true,
  },
];

/** Taken out of the catalogue: no list has it and nothing can be sent of it, while old questions and carts still name it. */
export const REMOVED_ARTICLE = { retailerId: 'plum-tart', price: 3.6 } as const;
