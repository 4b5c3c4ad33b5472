/** The number that rehearsals are kept under instead of one of Meta's: nothing is sent from it, and no chat is listed. Persisted: do not rename. */
export const REHEARSAL_NUMBER = 'rehearsal';
