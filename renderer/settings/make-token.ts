const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A token nobody can guess (120 bits), of letters that are not mistaken for each other. */
export function makeToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
