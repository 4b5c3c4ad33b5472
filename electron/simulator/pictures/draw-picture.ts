import { baguette, croissant, poppySeedRolls, pretzel, ryeLoaf, sourdoughLoaf } from './draw-breads.ts';
import { coffeeBeans, jamJar } from './draw-pantry.ts';
import { birthdayCake, cheesecake, cinnamonBun, walnutCake } from './draw-sweets.ts';

const PICTURES: Readonly<Record<string, { ground: string; drawing: string }>> = {
  'sourdough-loaf': { ground: '#f5e6cf', drawing: sourdoughLoaf },
  'rye-loaf': { ground: '#e9e0d0', drawing: ryeLoaf },
  baguette: { ground: '#dfe8ea', drawing: baguette },
  'walnut-cake': { ground: '#e7ddd0', drawing: walnutCake },
  cheesecake: { ground: '#f6dfe0', drawing: cheesecake },
  'birthday-cake': { ground: '#dfe4f3', drawing: birthdayCake },
  croissant: { ground: '#f8ebcc', drawing: croissant },
  'poppy-seed-rolls': { ground: '#e3ead9', drawing: poppySeedRolls },
  pretzel: { ground: '#dfe9f0', drawing: pretzel },
  'cinnamon-bun': { ground: '#f3e2d6', drawing: cinnamonBun },
  'jam-jar': { ground: '#f0dde2', drawing: jamJar },
  'coffee-beans': { ground: '#e6e3da', drawing: coffeeBeans },
};

/**
 * The picture of a product of the practice bakery as an SVG document with a viewBox of 160 x 160.
 * @returns null where there is no such product
 */
export function drawPicture(retailerId: string): string | null {
  const picture = Object.hasOwn(PICTURES, retailerId) ? PICTURES[retailerId] : undefined;
  if (picture === undefined) return null;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160" width="160" height="160"><rect width="160" height="160" fill="${picture.ground}"/>${picture.drawing}\n</svg>\n`;
}
