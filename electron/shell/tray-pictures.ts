import { nativeImage } from 'electron';
import type { LightView } from '../../shared/contract/connection.ts';
import tray from './pictures/tray.png?inline';
import trayLarge from './pictures/tray-large.png?inline';
import bad from './pictures/tray-light-bad.png?inline';
import badLarge from './pictures/tray-light-bad-large.png?inline';
import good from './pictures/tray-light-good.png?inline';
import goodLarge from './pictures/tray-light-good-large.png?inline';
import warn from './pictures/tray-light-warn.png?inline';
import warnLarge from './pictures/tray-light-warn-large.png?inline';
import waiting from './pictures/tray-waiting.png?inline';
import waitingLarge from './pictures/tray-waiting-large.png?inline';
import waitingBad from './pictures/tray-waiting-light-bad.png?inline';
import waitingBadLarge from './pictures/tray-waiting-light-bad-large.png?inline';
import waitingGood from './pictures/tray-waiting-light-good.png?inline';
import waitingGoodLarge from './pictures/tray-waiting-light-good-large.png?inline';
import waitingWarn from './pictures/tray-waiting-light-warn.png?inline';
import waitingWarnLarge from './pictures/tray-waiting-light-warn-large.png?inline';

type Shown = 'plain' | 'good' | 'warn' | 'bad';
type Pair = readonly [small: string, large: string];

const QUIET: Record<Shown, Pair> = { plain: [tray, trayLarge], good: [good, goodLarge], warn: [warn, warnLarge], bad: [bad, badLarge] };
const WAITS: Record<Shown, Pair> = {
  plain: [waiting, waitingLarge],
  good: [waitingGood, waitingGoodLarge],
  warn: [waitingWarn, waitingWarnLarge],
  bad: [waitingBad, waitingBadLarge],
};
/** While nothing is known, or nothing is to be reached, the bell stands without a light. */
const SHOWN: Record<LightView['tone'], Shown> = { good: 'good', warn: 'warn', bad: 'bad', busy: 'plain', none: 'plain' };

/** The bell of the tray, with a red dot while an order waits, and the light as a shape and a colour of its own. */
export function createTrayPictures(): (orderWaits: boolean, tone: LightView['tone']) => Electron.NativeImage {
  const made = new Map<Pair, Electron.NativeImage>();
  return (orderWaits, tone) => {
    const pair = (orderWaits ? WAITS : QUIET)[SHOWN[tone]];
    const image = made.get(pair) ?? picture(pair);
    made.set(pair, image);
    return image;
  };
}

function picture([small, large]: Pair): Electron.NativeImage {
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  return image;
}
