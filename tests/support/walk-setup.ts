import type { Locator, Page } from 'playwright';

/** A step of the set-up by its title. */
export function step(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** What a step says it has come to. */
export async function toldOf(page: Page, title: string): Promise<string> {
  const said = await step(page, title).locator('header output').textContent();
  return (said ?? '').replace(`${title}: `, '');
}

/** Pastes a token and presses Enter. */
export async function pasteToken(page: Page, token: string): Promise<void> {
  const field = page.getByLabel('Access token of a system user');
  await field.fill(token);
  await field.press('Enter');
}

/** Pastes an app secret and presses Enter, once the step asks for it. */
export async function pasteSecret(page: Page, secret: string): Promise<void> {
  const field = page.getByLabel('App secret', { exact: true });
  await field.fill(secret);
  await field.press('Enter');
}
