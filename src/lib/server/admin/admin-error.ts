/** Something the person at the terminal should do otherwise; the message says what. */
export class AdminError extends Error {}
