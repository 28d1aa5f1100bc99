import { ulid } from 'ulid';
import { declareConflict, openRound, scoreIdea, submitAssessment } from '#lib/domain/assessment/commands.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { BUILT_IN, BUILT_IN_SET, type BuiltInKey } from '#lib/domain/assessment/criteria.ts';
import type { CommandResult, Context } from '#lib/domain/command.ts';
import type { Account } from '../identity/accounts.ts';
import { actorIn } from '../people.ts';

type Answers = Readonly<Record<BuiltInKey, readonly [score: number, reason: string]>>;

/** What one person has answered about one idea: scores with reasons, or a conflict of interest. */
interface DemoAssessment {
  readonly by: string;
  readonly idea: string;
  readonly answers?: Answers;
  readonly conflict?: string;
}

const MAP = 'Karta över mörka uppfarter';
const CALL = 'Ring innan vi byter person';
const FOOD = 'Konsistensanpassad mat som ser ut som mat';
const COLOURS = 'Märk rollatorerna med färg';

/** The demo's round, in Uddevalla: begun by all, finished by nobody, so that everybody has something to do. */
export const DEMO_ROUND = {
  name: 'Höstens idéer',
  by: 'coach',
  daysAgo: 6,
  ideas: [MAP, CALL, FOOD, COLOURS],
  assessors: ['coach', 'chef', 'ledning']
} as const;

export const DEMO_ASSESSMENTS: readonly DemoAssessment[] = [
  {
    by: 'coach',
    idea: MAP,
    answers: {
      nytta: [4, 'Den som kör själv på kvällen slipper leta, och den som väntar får hjälp i tid.'],
      effekt: [4, 'Alla som kör kväll och natt i ytterområdena har nytta av den.'],
      genomforbarhet: [4, 'Kartan finns redan i planeringssystemet. Det som behövs är någon som fyller på.'],
      angelagenhet: [5, 'Det är mörkt nu, och någon har redan halkat.']
    }
  },
  {
    by: 'coach',
    idea: CALL,
    answers: {
      nytta: [5, 'Att veta vem som kommer är det som anhöriga frågar mest efter.'],
      effekt: [3, 'Det gäller många, men bara när schemat ändras.'],
      genomforbarhet: [2, 'Någon måste ringa, och ingen har den tiden på morgonen.'],
      angelagenhet: [3, 'Det är ett gammalt problem. Det kan vänta till efter jul.']
    }
  },
  {
    by: 'chef',
    idea: MAP,
    answers: {
      nytta: [4, 'Tryggare för nya och vikarier.'],
      effekt: [3, 'Gäller två av våra områden, inte alla.'],
      genomforbarhet: [2, 'Kartan måste hållas aktuell, och jag ser inte vem som ska göra det.'],
      angelagenhet: [4, 'Vi har haft två tillbud i höst.']
    }
  },
  {
    by: 'chef',
    idea: CALL,
    answers: {
      nytta: [4, 'Färre oroliga samtal till oss.'],
      effekt: [4, 'Vi sparar in samtalen som annars kommer efteråt.'],
      genomforbarhet: [3, 'Går om planerarna får ett enkelt meddelande att skicka.'],
      angelagenhet: [2, 'Inte akut.']
    }
  },
  { by: 'chef', idea: FOOD, conflict: 'Jag är chef för köket som skulle få göra det.' },
  {
    by: 'ledning',
    idea: MAP,
    answers: {
      nytta: [5, 'Säkerhet för både personal och brukare.'],
      effekt: [4, 'Fungerar den här kan fler områden göra likadant.'],
      genomforbarhet: [5, 'Billigt, och inget nytt system.'],
      angelagenhet: [4, 'Bör vara på plats före vintern.']
    }
  }
];

/** A document of the leadership's space, and whoever writes it. */
export interface LeadershipDraft {
  readonly author: Account;
  readonly document: object;
}

/**
 * The demo's round and what has been answered in it.
 * @param ideas the municipality's demo ideas, by title
 * @param person the account of a login name without its municipality
 */
export function demoAssessments(
  space: string,
  ideas: ReadonlyMap<string, string>,
  person: (login: string) => Account,
  now: Date
): readonly LeadershipDraft[] {
  const idOf = (title: string): string => {
    const id = ideas.get(title);
    if (id === undefined) throw new Error('demo: no idea is called ' + title);
    return id;
  };
  const drafts: LeadershipDraft[] = [];
  let moment = now.getTime() - DEMO_ROUND.daysAgo * 24 * 60 * 60 * 1000;
  const made = <D extends object>(login: string, command: (context: Context) => CommandResult<D>): D => {
    const at = new Date((moment += 60_000)).toISOString();
    const actor = actorIn(person(login), space);
    const result = command({ actor, now: at, newId: () => ulid(Date.parse(at)) });
    if (!result.ok) throw new Error('demo: ' + login + ': ' + JSON.stringify(result.error));
    return result.value;
  };
  const { name, by, assessors } = DEMO_ROUND;
  const round = made(by, (context) =>
    openRound(
      { name, ideas: DEMO_ROUND.ideas.map(idOf), assessors: assessors.map((login) => person(login).id) },
      undefined,
      context
    )
  );
  drafts.push({ author: person(by), document: round });
  for (const { by: login, idea, answers, conflict } of DEMO_ASSESSMENTS) {
    let assessment: Assessment | null = null;
    if (conflict !== undefined)
      assessment = made(login, (context) => declareConflict(idOf(idea), conflict, null, context));
    for (const { key } of answers === undefined ? [] : BUILT_IN) {
      const [score, reason] = answers![key];
      const before: Assessment | null = assessment;
      assessment = made(login, (context) => scoreIdea(idOf(idea), { key, score, reason }, before, context));
    }
    const whole: Assessment = assessment!;
    const document =
      answers === undefined
        ? whole
        : made(login, (context) => submitAssessment(whole, BUILT_IN_SET, BUILT_IN, context));
    drafts.push({ author: person(login), document });
  }
  return drafts;
}
