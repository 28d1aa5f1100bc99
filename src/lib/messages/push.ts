/** How much a push tells of: no more is ever sent, since it is read on lock screens. */
export interface Told {
  /** How many things have happened. */
  readonly count: number;
  /** How many ideas they are about; 0 where none. */
  readonly ideas: number;
}

// The service worker says these, and has no other words with it.
const sv = ({ count, ideas }: Told): string =>
  ideas === 0
    ? count === 1
      ? 'Något har hänt som rör dig.'
      : `${count} saker har hänt som rör dig.`
    : count === 1
      ? 'Något har hänt med en idé du följer.'
      : ideas === 1
        ? `${count} saker har hänt med en idé du följer.`
        : `${count} saker har hänt med ${ideas} idéer du följer.`;

const en = ({ count, ideas }: Told): string =>
  ideas === 0
    ? count === 1
      ? 'Something has happened that concerns you.'
      : `${count} things have happened that concern you.`
    : count === 1
      ? 'Something has happened with an idea you follow.'
      : ideas === 1
        ? `${count} things have happened with an idea you follow.`
        : `${count} things have happened with ${ideas} ideas you follow.`;

/** What a notification says. */
export const pushWords = (language: unknown, told: Told): string => (language === 'en' ? en : sv)(told);
