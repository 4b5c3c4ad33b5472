import type { Locator, Page } from 'playwright';
import { goTo } from './open-page.ts';

/** A fictional customer, as Meta names her beside a message. */
export const ANNA = { profile: { name: 'Anna Example' }, wa_id: '16505550111' };

/** Opens Anna's chat from the list. */
export async function openChat(page: Page): Promise<Locator> {
  await goTo(page, '/chats');
  await page
    .getByRole('link', { name: /Anna Example/ })
    .first()
    .click();
  return page.getByRole('region', { name: 'Chat with Anna Example' });
}

export type Given = { name: string; type: string; base64: string };

/** Gives a file to an element as a paste, a drop, or a file that hangs over it would. */
export async function giveFile(page: Page, selector: string, how: 'paste' | 'drop' | 'hang', file: Given): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, given) => {
        const bytes = Uint8Array.from(atob(given.file.base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], given.file.name, { type: given.file.type }));
        const drag = (type: string) => element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        if (given.how === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        else {
          drag('dragenter');
          drag('dragover');
          if (given.how === 'drop') drag('drop');
        }
      },
      { how, file },
    );
}
