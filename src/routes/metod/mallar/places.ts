import { REGION } from '#lib/domain/actor.ts';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';

/** What a space's people call where they are. */
export const placeName = (space: string): string =>
  space === REGION ? 'Fyrbodal' : (municipalityNamed(space)?.name ?? space);
