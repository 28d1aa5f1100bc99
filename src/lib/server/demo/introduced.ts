import type { DemoIdea } from './demo-idea.ts';

const EN = 'medarbetare.uddevalla';
const ANNAN = 'medarbetare2.uddevalla';
const COACH = 'coach.uddevalla';
const CHEF = 'chef.uddevalla';
const LEDNING = 'ledning.uddevalla';

/** Ideas of Uddevalla's that were introduced so long ago that somebody has asked what they gave. */
export const UDDEVALLA_INTRODUCED: readonly DemoIdea[] = [
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Centrum',
    author: ANNAN,
    title: 'En mapp i hallen med allt vi letar efter',
    need: 'Hos varje boende letar vi efter samma saker: läkemedelslistan, numret till anhöriga, koden till porten. Vikarierna letar längst.',
    proposal: 'En röd mapp på samma krok hos alla, med ett blad för varje sak.',
    category: 'vardag',
    daysAgo: 470,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 468, reason: 'Tack! Vikarierna säger samma sak. Jag tar det vidare.' },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 455,
        hours: 12,
        reason: 'Ni får tolv timmar att göra bladen och prova hos tio boende.'
      },
      {
        to: 'infors',
        by: LEDNING,
        daysAgo: 410,
        reason: 'De tio som provade vill ha kvar mappen. Nu får alla en, område för område.'
      },
      { to: 'i-drift', by: CHEF, daysAgo: 350, reason: 'Mappen finns hos alla och står i vår rutin för nya boende.' }
    ],
    comments: [
      { by: EN, daysAgo: 340, text: 'Jag var ny på området i går och hittade allt direkt. Det har aldrig hänt förut.' }
    ],
    supporters: [EN, COACH]
  },
  {
    municipality: 'uddevalla',
    unit: 'Äldreboendet Björkbacken',
    author: EN,
    title: 'Rapport på tio minuter, stående',
    need: 'Överlämningen tar ofta en halvtimme, och då är ingen ute på avdelningen.',
    proposal: 'Stå upp, gå igenom bara det som har ändrats, och skriv resten.',
    category: 'planering',
    daysAgo: 190,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 188, reason: 'Bra sett. Jag frågar hur de andra avdelningarna gör.' },
      { to: 'utvecklas', by: CHEF, daysAgo: 170, hours: 6, reason: 'Prova på avdelning Eken i tre veckor.' },
      {
        to: 'infors',
        by: CHEF,
        daysAgo: 118,
        reason: 'Eken vill fortsätta. Alla avdelningar gör likadant från och med nästa schema.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 110, text: 'Vi hinner ut innan frukosten nu. Det är skönt för alla.' }],
    supporters: [ANNAN]
  }
];
