import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  say,
  type Section,
  type TemplateContent,
  type TemplateField,
  type Words
} from '#lib/domain/methods/template-format.ts';
import { testPicture } from './pictures.ts';

// Fills in any worksheet as a person would, by what its template says: the same for all there are and all to come.

const FEELINGS = ['Mycket dåligt', 'Dåligt', 'Varken eller', 'Bra', 'Mycket bra'];
const DAY = '2026-11-20';
const sv = (words: Words): string => say(words, 'sv');

/** One value that was written, and where it is found again. */
export interface Written {
  readonly section: Section;
  readonly field: TemplateField;
  /** What the field holds: its words, or the name of what was chosen. */
  readonly value: string;
  /** The words of the card it stands on, where it stands on one. */
  readonly card: string | undefined;
  /** A year's, or a turn's. */
  readonly part?: number;
}

const isScale = ({ type, min, max }: TemplateField): boolean =>
  type === 'number' && min !== undefined && max !== undefined && max - min <= 10;

/** Words of its own for each field, and a choice where there is one to make. */
function valueFor({ id, type, options, compute, min }: TemplateField, mark: string, part = 0): string | undefined {
  if (compute !== undefined || type === 'photo') return undefined;
  if (type === 'choice') return sv(options!.at(-1)!.name);
  if (type === 'date') return DAY;
  if (type === 'number')
    return min === undefined ? String(1200 + part) : min < 0 ? '+1' : String(Math.ceil(min) + 1 + part);
  return `${mark} ${id.replaceAll('-', ' ')}`;
}

const label = ({ name, unit }: TemplateField): string => (unit === undefined ? sv(name) : `${sv(name)} (${sv(unit)})`);

/** What is pressed to choose a value. */
const choice = (where: Locator, field: TemplateField, value: string): Locator => {
  const group = where.getByRole('group', { name: sv(field.name), exact: true });
  const feeling = field.min === -2 && field.max === 2 ? ` ${FEELINGS[Number(value) + 2]!}` : '';
  return group.getByRole('button', { name: value + feeling, exact: true });
};

const isChosen = (field: TemplateField): boolean => field.type === 'choice' || isScale(field);

async function fillField(where: Locator, field: TemplateField, value: string): Promise<void> {
  if (isChosen(field)) await choice(where, field, value).click();
  else await where.getByLabel(label(field), { exact: true }).fill(value);
}

async function expectField(where: Locator, field: TemplateField, value: string): Promise<void> {
  if (isChosen(field))
    await expect
      .poll(() => choice(where, field, value).getAttribute('aria-pressed'), { message: field.id })
      .toBe('true');
  else
    await expect
      .poll(() => where.getByLabel(label(field), { exact: true }).inputValue(), { message: field.id })
      .toBe(value);
}

export const sectionOf = (page: Page, { id }: Section): Locator => page.locator(`section[aria-labelledby="del-${id}"]`);

/** Where an open card is written on: in a dialog over its board, or where it hangs. */
async function open(page: Page, section: Section, card: string): Promise<Locator> {
  const face = sectionOf(page, section).locator('[data-entry]', { hasText: card }).first();
  await face.click();
  const done = page.getByRole('button', { name: 'Klar', exact: true });
  await done.waitFor();
  const dialog = page.getByRole('dialog');
  return (await dialog.count()) > 0 ? dialog : sectionOf(page, section);
}

async function close(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: 'Klar', exact: true });
  await done.click();
  await done.waitFor({ state: 'detached' });
}

/** What takes a dot back, which can be pressed where there is one to take. */
const given = (where: Locator, variable: string, card: string): Locator =>
  where
    .getByRole('button', { name: `Ta tillbaka en prick för ${variable} från ${card}` })
    .and(where.page().locator(':enabled'));

/** Fills in every field of a section. */
async function fillSection(page: Page, section: Section, mark: string): Promise<Written[]> {
  const where = sectionOf(page, section);
  const { form, fields = [] } = section;
  const written: Written[] = [];
  const fill = async (within: Locator, which: readonly TemplateField[], card?: string): Promise<void> => {
    for (const field of which) {
      const value = valueFor(field, mark);
      if (value === undefined) continue;
      await fillField(within, field, value);
      written.push({ section, field, value, card });
    }
  };
  if (form === 'text') await fill(where, fields);
  else if (form === 'rows' || form === 'diary') {
    await where.getByRole('button', { name: sv(section.add!), exact: true }).click();
    await page.getByRole('button', { name: 'Klar', exact: true }).waitFor();
    // Its words are known by what can be read on it when it is closed.
    const words = fields.find(({ type }) => type !== 'choice' && type !== 'date' && type !== 'number')!;
    await fill(where, fields, valueFor(words, mark));
    await close(page);
  } else if (form === 'calculation') {
    for (let year = 1; year <= section.years!.from; year++)
      for (const field of fields) {
        const value = valueFor(field, mark, year);
        if (value === undefined) continue;
        await where.getByLabel(`${sv(field.name)}, År ${year}`, { exact: true }).fill(value);
        written.push({ section, field, value, card: undefined, part: year });
      }
  } else if (form === 'wheel') {
    const turn = where.getByRole('group', { name: 'Varv 1', exact: true });
    for (const field of fields) {
      const value = valueFor(field, mark)!;
      await fillField(turn, field, value);
      written.push({ section, field, value, card: undefined, part: 1 });
    }
  } else if (form === 'sketch') {
    const about: TemplateField = { id: 'beskrivning', type: 'long', name: 'Vad föreställer skissen?' };
    await fill(where, [about]);
  } else {
    const [first, ...rest] = fields as [TemplateField, ...TemplateField[]];
    const columns = form === 'chain' ? section.zones!.map(({ name }) => sv(name)) : [''];
    for (const [index, column] of columns.entries()) {
      const value = valueFor(first, mark)! + (index === 0 ? '' : ' ' + index);
      const composer = where.getByLabel(sv(section.add!) + (column === '' ? '' : ` · ${column}`), { exact: true });
      await composer.fill(value);
      await composer.press('Enter');
      await where.locator('[data-entry]', { hasText: value }).first().waitFor();
      written.push({ section, field: first, value, card: value });
      if (rest.length === 0) continue;
      const card = await open(page, section, value);
      await fill(card, rest, value);
      await close(page);
    }
  }
  if (form === 'sketch' || fields.some(({ type }) => type === 'photo')) {
    await where
      .locator('input[type=file]')
      .first()
      .setInputFiles(testPicture({ width: 80, height: 60 }));
    await where.getByRole('img', { name: 'Bild 1' }).waitFor();
  }
  if (form === 'dots')
    for (const { name } of section.variables!) {
      await where.getByRole('button', { name: `Ge en prick för ${sv(name)} till ${written[0]!.value}` }).click();
      // A dot is there when it is saved, and no sooner.
      await given(where, sv(name), written[0]!.value).waitFor();
    }
  return written;
}

/** Fills in every field of the sheet whose page is open. @param mark words that stand nowhere else */
export async function fillSheet(page: Page, { sections }: TemplateContent, mark: string): Promise<Written[]> {
  const written: Written[] = [];
  for (const section of sections) written.push(...(await fillSection(page, section, mark)));
  return written;
}

/** Looks for everything that was written in the sheet whose page is open. */
export async function expectSheet(
  page: Page,
  { sections }: TemplateContent,
  written: readonly Written[]
): Promise<void> {
  for (const section of sections) {
    const own = written.filter((each) => each.section === section);
    const where = sectionOf(page, section);
    for (const card of new Set(own.map((each) => each.card))) {
      const on = own.filter((each) => each.card === card);
      const within =
        card !== undefined
          ? await open(page, section, card)
          : section.form === 'wheel'
            ? where.getByRole('group', { name: 'Varv 1', exact: true })
            : where;
      for (const { field, value, part } of on)
        if (section.form === 'calculation')
          await expect
            .poll(() => where.getByLabel(`${sv(field.name)}, År ${part}`, { exact: true }).inputValue())
            .toBe(value);
        else await expectField(within, field, value);
      if (card !== undefined) await close(page);
    }
    if (section.form === 'sketch' || section.fields?.some(({ type }) => type === 'photo'))
      await where.getByRole('img', { name: 'Bild 1' }).waitFor();
    if (section.form === 'dots')
      for (const { name } of section.variables!) await given(where, sv(name), own[0]!.value).waitFor();
  }
}
