import { inLanguage } from './index.svelte.ts';

const sv = {
  large: 'Stor tavla',
  small: 'Tillbaka till bladet',
  hint: 'Dra ett kort dit det hör. Med fingret: håll kvar tills det lyfter. Tryck på det för att skriva.',
  where: 'Var ska kortet ligga?',
  none: 'Inga kort än',
  moveOf: (card: string) => `Flytta eller märk: ${card}`,
  here: 'ligger här',
  open: 'Öppna och skriv',
  earlier: 'Ett steg tidigare',
  later: 'Ett steg senare',
  place: 'Ligger i',
  lifted: (card: string) => `${card} följer med. Släpp där kortet ska ligga. Escape ångrar.`,
  stays: (card: string) => `${card} ligger kvar.`,
  moved: (card: string, place: string, number: number, of: number) =>
    `${card} ligger nu i ${place}, som ${number} av ${of}.`,
  marked: (card: string, mark: string) => (mark === '' ? `${card} har inget märke.` : `${card}: ${mark}.`),
  corner: (side: string, level: string) => `${level} ${side.toLowerCase()}`,
  corners: (up: string, right: string) => `${up}, ${right.toLowerCase()}`,
  more: (axis: string) => `Mer ${axis.toLowerCase()}`,
  less: (axis: string) => `Mindre ${axis.toLowerCase()}`,
  nudged: (card: string, up: string, right: string) => `${card}: ${up}, ${right}.`,
  level: (axis: string, value: number) => `${axis.toLowerCase()} ${value} av 10`,
  journey: {
    curve: 'Så känns resan',
    curveHint: 'Dra en punkt upp eller ner, eller använd piltangenterna.',
    feelingOf: (step: string) => `Känsla: ${step}`,
    unset: 'Inte satt',
    set: (step: string, feeling: string) => `${step}: ${feeling}.`
  },
  dots: {
    turn: 'Vems tur är det?',
    left: (count: number) => (count === 1 ? '1 prick kvar' : `${count} prickar kvar`),
    over: 'Fler prickar än du har. Ta tillbaka någon.',
    give: (variable: string, card: string) => `Ge en prick för ${variable} till ${card}`,
    take: (variable: string, card: string) => `Ta tillbaka en prick för ${variable} från ${card}`,
    sum: (variable: string, count: number, own: number) =>
      `${variable}: ${count === 1 ? '1 prick' : `${count} prickar`}, varav dina ${own}`,
    given: (variable: string, card: string, left: number) => `En prick för ${variable} till ${card}. ${left} kvar.`,
    taken: (variable: string, card: string, left: number) =>
      `En prick för ${variable} togs tillbaka från ${card}. ${left} kvar.`,
    total: 'Summa',
    most: 'Visa flest prickar först',
    names: 'Byt namn på det ni mäter',
    drag: 'Dra en prick till ett kort, eller tryck på plus.'
  },
  wheel: {
    next: 'Nästa varv',
    filled: (count: number, of: number) => `${count} av ${of}`,
    carried: (number: number) => `Varv ${number} börjar med det ni kom fram till.`,
    from: (number: number) => `Kommer från varv ${number}`,
    past: 'Tidigare varv'
  },
  sketch: {
    paperOf: (count: number) => (count === 1 ? 'Teckning med 1 streck' : `Teckning med ${count} streck`),
    draw: 'Rita med fingret, pennan eller musen.',
    tap: 'Tryck här och rita.',
    ink: 'Färg',
    inks: { black: 'Svart', blue: 'Blå', red: 'Röd', green: 'Grön' },
    width: 'Penna',
    widths: { fine: 'Tunn', medium: 'Mellan', broad: 'Tjock' },
    undo: 'Ångra',
    redo: 'Gör om',
    undone: 'Strecket är borta.',
    redone: 'Strecket är tillbaka.',
    drawing: 'Rita',
    stop: 'Sluta rita',
    text: 'Vad föreställer skissen?',
    textHint: 'Några ord, för den som inte ser bilden.',
    photo: 'Eller en bild av något ni har ritat'
  }
};

const en: typeof sv = {
  large: 'Large board',
  small: 'Back to the sheet',
  hint: 'Drag a card to where it belongs. With a finger: hold until it lifts. Press it to write.',
  where: 'Where shall the card lie?',
  none: 'No cards yet',
  moveOf: (card) => `Move or mark: ${card}`,
  here: 'lies here',
  open: 'Open and write',
  earlier: 'One step earlier',
  later: 'One step later',
  place: 'Lies in',
  lifted: (card) => `${card} comes along. Let go where the card shall lie. Escape undoes.`,
  stays: (card) => `${card} stays.`,
  moved: (card, place, number, of) => `${card} now lies in ${place}, as ${number} of ${of}.`,
  marked: (card, mark) => (mark === '' ? `${card} has no mark.` : `${card}: ${mark}.`),
  corner: (side, level) => `${level} ${side.toLowerCase()}`,
  corners: (up, right) => `${up}, ${right.toLowerCase()}`,
  more: (axis) => `More ${axis.toLowerCase()}`,
  less: (axis) => `Less ${axis.toLowerCase()}`,
  nudged: (card, up, right) => `${card}: ${up}, ${right}.`,
  level: (axis, value) => `${axis.toLowerCase()} ${value} of 10`,
  journey: {
    curve: 'How the journey feels',
    curveHint: 'Drag a point up or down, or use the arrow keys.',
    feelingOf: (step) => `Feeling: ${step}`,
    unset: 'Not set',
    set: (step, feeling) => `${step}: ${feeling}.`
  },
  dots: {
    turn: 'Whose turn is it?',
    left: (count) => (count === 1 ? '1 dot left' : `${count} dots left`),
    over: 'More dots than you have. Take one back.',
    give: (variable, card) => `Give a dot for ${variable} to ${card}`,
    take: (variable, card) => `Take back a dot for ${variable} from ${card}`,
    sum: (variable, count, own) => `${variable}: ${count === 1 ? '1 dot' : `${count} dots`}, ${own} of them yours`,
    given: (variable, card, left) => `A dot for ${variable} to ${card}. ${left} left.`,
    taken: (variable, card, left) => `A dot for ${variable} was taken back from ${card}. ${left} left.`,
    total: 'Sum',
    most: 'Show the most dots first',
    names: 'Rename what you measure',
    drag: 'Drag a dot to a card, or press plus.'
  },
  wheel: {
    next: 'Next turn',
    filled: (count, of) => `${count} of ${of}`,
    carried: (number) => `Turn ${number} begins with what you arrived at.`,
    from: (number) => `Comes from turn ${number}`,
    past: 'Earlier turns'
  },
  sketch: {
    paperOf: (count) => (count === 1 ? 'Drawing with 1 stroke' : `Drawing with ${count} strokes`),
    draw: 'Draw with a finger, a pen or the mouse.',
    tap: 'Press here and draw.',
    ink: 'Colour',
    inks: { black: 'Black', blue: 'Blue', red: 'Red', green: 'Green' },
    width: 'Pen',
    widths: { fine: 'Fine', medium: 'Medium', broad: 'Broad' },
    undo: 'Undo',
    redo: 'Redo',
    undone: 'The stroke is gone.',
    redone: 'The stroke is back.',
    drawing: 'Draw',
    stop: 'Stop drawing',
    text: 'What does the sketch show?',
    textHint: 'A few words, for those who do not see the picture.',
    photo: 'Or a picture of something you have drawn'
  }
};

export const boardsWords = inLanguage(sv, en);
