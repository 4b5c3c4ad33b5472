/** The number that rehearsals are kept under instead of one of Meta's: nothing is sent from it, and no chat is listed. Persisted: do not rename. */
export const REHEARSAL_NUMBER = 'rehearsal';

/** Who places rehearsals, as a user id of Meta's would name a customer. Persisted: do not rename. */
export const REHEARSAL_CUSTOMER = 'shopbell-rehearsal';
