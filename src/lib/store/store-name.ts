/** The database of a person on this device. */
export const storeName = (person: string): string => 'ideslussen-' + person;
