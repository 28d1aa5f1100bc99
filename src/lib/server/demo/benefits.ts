import type { Amount, Finding, Months } from '#lib/domain/benefit/benefit.ts';
import type { StoryInput } from '#lib/domain/benefit/storytelling.ts';
import type { DemoMunicipality } from './demo-idea.ts';

/** What somebody in the demo says an idea gives; days count from the day it is seeded, back where above zero. */
export interface DemoBenefit {
  readonly municipality: DemoMunicipality;
  /** Title of a demo idea of the same municipality. */
  readonly idea: string;
  readonly by: string;
  readonly daysAgo: number;
  /** By when it is planned, in days ahead of the day it is said. */
  readonly plannedIn?: number;
  readonly hours?: Amount;
  readonly kronor?: Amount;
  readonly quality?: string;
  readonly scale?: number;
  readonly how?: Finding;
  readonly followUp?: Months;
}

/** A story in the demo. */
export interface DemoStory extends StoryInput {
  readonly municipality: DemoMunicipality;
  readonly idea: string;
  readonly by: string;
  readonly daysAgo: number;
  /** It is spread to the other municipalities. */
  readonly isSpread?: boolean;
}

const COACH = 'coach.uddevalla';
const CHEF = 'chef.uddevalla';
const FOLDER = 'En mapp i hallen med allt vi letar efter';
const SHORT = 'Rapport på tio minuter, stående';
const TABLE = 'Duka som hemma på söndagar';
const KEYS = 'Nyckelskåp som inte fryser igen';

/** One idea followed for a year, one whose first follow-up is late, and some that are planned. */
export const DEMO_BENEFITS: readonly DemoBenefit[] = [
  {
    municipality: 'uddevalla',
    idea: FOLDER,
    by: COACH,
    daysAgo: 409,
    plannedIn: 365,
    hours: { amount: 60, per: 'month' },
    kronor: { amount: -18_000, per: 'once' },
    quality: 'Vikarier och nya ska hitta det de behöver utan att ringa.',
    scale: 4
  },
  {
    municipality: 'uddevalla',
    idea: FOLDER,
    by: COACH,
    daysAgo: 316,
    hours: { amount: 25, per: 'month' },
    kronor: { amount: -21_500, per: 'once' },
    quality: 'Hälften av de boende har fått sin mapp. Där den finns ringer nästan ingen till kontoret.',
    scale: 4,
    how: 'estimated',
    followUp: 3
  },
  {
    municipality: 'uddevalla',
    idea: FOLDER,
    by: COACH,
    daysAgo: 224,
    hours: { amount: 52, per: 'month' },
    how: 'measured',
    followUp: 6
  },
  {
    municipality: 'uddevalla',
    idea: FOLDER,
    by: CHEF,
    daysAgo: 40,
    hours: { amount: 71, per: 'month' },
    quality: 'Vi räknade samtalen i två veckor: de är en tredjedel av vad de var.',
    scale: 5,
    how: 'measured',
    followUp: 12
  },
  {
    municipality: 'uddevalla',
    idea: SHORT,
    by: CHEF,
    daysAgo: 117,
    plannedIn: 180,
    hours: { amount: 480, per: 'year' },
    quality: 'Mer tid ute på avdelningen vid varje skift.',
    scale: 4
  },
  {
    municipality: 'uddevalla',
    idea: TABLE,
    by: COACH,
    daysAgo: 19,
    plannedIn: 180,
    hours: { amount: -6, per: 'month' },
    quality: 'De boende ska vilja sitta kvar vid bordet. Dukningen får ta lite tid.',
    scale: 5
  },
  {
    municipality: 'uddevalla',
    idea: TABLE,
    by: 'medarbetare2.uddevalla',
    daysAgo: 4,
    quality: 'Det pratas mer vid borden, och två som brukade äta på rummet kommer ut på söndagarna.',
    scale: 5,
    how: 'told'
  },
  {
    municipality: 'uddevalla',
    idea: KEYS,
    by: CHEF,
    daysAgo: 20,
    plannedIn: 150,
    hours: { amount: 30, per: 'month' },
    kronor: { amount: -4_000, per: 'year' },
    quality: 'Ingen ska behöva vänta på sin frukost för att ett lås har frusit.',
    scale: 4
  }
];

/** Two stories, of which one is spread. */
export const DEMO_STORIES: readonly DemoStory[] = [
  {
    municipality: 'uddevalla',
    idea: FOLDER,
    by: COACH,
    daysAgo: 30,
    title: 'Den röda mappen som slutade leta',
    text: 'Förr stod vikarierna i hallen och ringde: var är läkemedelslistan, vad är koden till porten? En undersköterska föreslog en röd mapp på samma krok hos alla.\n\nVi började hos tio boende. Efter ett år finns den överallt, och samtalen till kontoret är en tredjedel av vad de var. Tiden går till den som ska ha sin frukost.',
    quote: 'Jag var ny på området och hittade allt direkt. Det har aldrig hänt förut.',
    role: 'Undersköterska, hemtjänsten',
    consent: true,
    isSpread: true
  },
  {
    municipality: 'uddevalla',
    idea: TABLE,
    by: 'medarbetare2.uddevalla',
    daysAgo: 3,
    title: 'Söndag med slips',
    text: 'Vi hade dukarna i källaren och glasen i ett skåp. Nu dukar de boende själva på söndagarna, och måltiden får ta sin tid.',
    quote: 'Det är som hemma när barnen var små.',
    role: 'Boende, Björkbacken',
    consent: true
  }
];
