import { inLanguage } from './index.svelte.ts';

const sv = {
  open: 'Ta tid',
  howLong: 'Hur länge?',
  minutes: (count: number) => (count === 1 ? '1 minut' : `${count} minuter`),
  left: 'Tid kvar',
  pause: 'Pausa',
  resume: 'Fortsätt',
  more: 'En minut till',
  stop: 'Avsluta',
  started: (minutes: string) => `Klockan går. ${minutes}.`,
  resting: (clock: string) => `Klockan står. ${clock} kvar.`,
  going: (clock: string) => `Klockan går igen. ${clock} kvar.`,
  longer: (clock: string) => `En minut till. ${clock} kvar.`,
  soon: 'En minut kvar.',
  over: 'Tiden är ute',
  close: 'Stäng av'
};

const en: typeof sv = {
  open: 'Set a timer',
  howLong: 'How long?',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  left: 'Time left',
  pause: 'Pause',
  resume: 'Go on',
  more: 'One more minute',
  stop: 'End',
  started: (minutes) => `The clock is running. ${minutes}.`,
  resting: (clock) => `The clock rests. ${clock} left.`,
  going: (clock) => `The clock is running again. ${clock} left.`,
  longer: (clock) => `One more minute. ${clock} left.`,
  soon: 'One minute left.',
  over: 'Time is up',
  close: 'Turn off'
};

export const timerWords = inLanguage(sv, en);
