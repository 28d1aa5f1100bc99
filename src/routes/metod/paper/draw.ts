import { type Entry, slotKey } from '#lib/domain/methods/entry.ts';
import { slotOf } from '#lib/domain/methods/reading.ts';
import type { Form, Section } from '#lib/domain/methods/template-format.ts';
import { methodOutWords } from '#lib/messages/method-out.ts';
import { methodWords } from '#lib/messages/methods.ts';
import type { PaperCard } from './card.ts';
import { drawChain } from './chain.ts';
import { drawDots } from './dots.ts';
import { drawJourney, type Feelings } from './journey.ts';
import { drawAxes, drawFields } from './matrix.ts';
import { drawRings } from './rings.ts';
import type { Drawing, Drawn, Measure, Room } from './scene.ts';
import { type PaperSheet, saidIn } from './sheet.ts';
import { drawSketch, type Stroke } from './sketch.ts';
import { drawTurn } from './wheel.ts';

/** Forms that are drawn; the others are set as text. */
const DRAWN: readonly Form[] = ['rings', 'journey', 'matrix', 'dots', 'wheel', 'chain', 'sketch'];

export const isDrawn = ({ form }: Section): boolean => DRAWN.includes(form);

/** A section as it is drawn. */
export interface Board extends Drawn {
  /** Cards that lie nowhere on it, which are told of beside it. */
  readonly astray: readonly PaperCard[];
}

const NONE: ReadonlyMap<string, number> = new Map();

/** Draws a section whose form is a board. @param room what a page has */
export function drawBoard(sheet: PaperSheet, section: Section, room: Room, measure: Measure): Board {
  const entries = sheet.reading.rows(section.id);
  const cards = entries.map((entry) => sheet.cardOf(section, entry));
  const zones = (section.zones ?? []).map(({ id, name, help }) => ({
    id,
    name: sheet.say(name),
    help: sheet.say(help)
  }));
  const isIn = ({ zone }: PaperCard): boolean => zones.some(({ id }) => id === zone);
  const outside = cards.filter((card) => !isIn(card));
  switch (section.form) {
    case 'rings':
      return { ...drawRings(zones, cards, room, measure), astray: outside };
    case 'chain':
      return { ...drawChain(zones, cards, room, measure), astray: outside };
    case 'journey':
      return { ...journey(sheet, section, entries, zones, room, measure), astray: [] };
    case 'dots': {
      const drawn = drawDots(sheet.variablesOf(section), sheet.dotted(section), methodOutWords().sum, room, measure);
      return { ...drawn, astray: [] };
    }
    case 'wheel':
      return { drawings: turns(sheet, section, room, measure), cut: NONE, astray: [] };
    case 'sketch':
      return { drawings: sketches(sheet, section, entries), cut: NONE, astray: [] };
    default: {
      const { axes } = section;
      if (axes === undefined) return { ...drawFields(zones, cards, room, measure), astray: outside };
      const isPut = ({ x, y }: PaperCard): boolean => x !== undefined && y !== undefined;
      const named = (axis: 'x' | 'y') => ({
        name: sheet.say(axes[axis].name),
        low: sheet.say(axes[axis].low),
        high: sheet.say(axes[axis].high)
      });
      const drawn = drawAxes({ x: named('x'), y: named('y') }, cards.filter(isPut), room, measure);
      return { ...drawn, astray: cards.filter((card) => !isPut(card)) };
    }
  }
}

function journey(
  sheet: PaperSheet,
  section: Section,
  entries: readonly Entry[],
  zones: readonly { readonly id: string; readonly name: string }[],
  room: Room,
  measure: Measure
): Drawn {
  const fields = section.fields ?? [];
  const curve = fields.find(({ id }) => id === section.curve);
  const steps = entries.map((entry) => {
    const value = curve === undefined ? undefined : entry.values[curve.id];
    return { card: sheet.cardOf(section, entry), feeling: typeof value === 'number' ? value : undefined };
  });
  const rows = fields
    .filter(({ id, type }, index) => index > 0 && id !== section.curve && type !== 'photo')
    .map(({ id, name }) => ({ id, name: sheet.say(name) }));
  return drawJourney(
    zones,
    steps,
    rows,
    curve === undefined ? undefined : feelingsOf(sheet, curve, steps),
    room,
    measure
  );
}

function feelingsOf(
  sheet: PaperSheet,
  curve: {
    readonly name: Parameters<PaperSheet['say']>[0];
    readonly min?: number | undefined;
    readonly max?: number | undefined;
  },
  steps: readonly { readonly feeling: number | undefined }[]
): Feelings {
  const felt = steps.flatMap(({ feeling }) => (feeling === undefined ? [] : [feeling]));
  // A number that was written before the template said how far it goes is drawn too.
  const min = Math.min(curve.min ?? -2, ...felt);
  const max = Math.max(curve.max ?? 2, ...felt);
  const words = methodOutWords().feelings;
  const isFive = min === -2 && max === 2;
  const count = Math.round(max - min) + 1;
  const levels = count > 11 ? [min, max] : Array.from({ length: count }, (_, index) => min + index);
  return {
    name: sheet.say(curve.name),
    min,
    max,
    levels: levels.map((value) => ({ value, name: isFive ? words[value + 2]! : String(value) }))
  };
}

function turns(sheet: PaperSheet, section: Section, room: Room, measure: Measure): Drawing[] {
  const words = methodWords().sheet;
  const count = Math.max(1, sheet.reading.parts(section));
  return Array.from({ length: count }, (_, index) => {
    const turn = index + 1;
    const who = new Set(
      (section.fields ?? [])
        .map(({ id }) => sheet.whoOf(sheet.reading.field(slotOf(id, turn))))
        .filter((each) => each !== '')
    );
    const above = saidIn(sheet, section, undefined, turn);
    return drawTurn(
      {
        name: words.turn(turn),
        above:
          who.size === 0
            ? above
            : [...above, { id: 'who', name: methodOutWords().columns.by, text: [...who].join(' · ') }],
        parts: (section.zones ?? []).map(({ id, name }) => ({
          id,
          name: sheet.say(name),
          said: saidIn(sheet, section, id, turn)
        })),
        next: turn < count ? words.turn(turn + 1) : ''
      },
      room,
      measure
    );
  });
}

function sketches(sheet: PaperSheet, section: Section, entries: readonly Entry[]): Drawing[] {
  const strokes = entries.flatMap(({ values }): Stroke[] => {
    const { streck, farg, bredd } = values;
    if (typeof streck !== 'string') return [];
    return [{ points: streck, ink: String(farg), thickness: typeof bredd === 'number' ? bredd : 10 }];
  });
  // A picture of a drawing is a drawing already.
  const hasPicture = sheet.mediaOf(slotKey(section.id)).length > 0;
  return strokes.length === 0 && hasPicture ? [] : [drawSketch(strokes)];
}
