import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as capture from '#lib/messages/capture.ts';
import * as ideas from '#lib/messages/ideas.ts';
import * as settings from '#lib/messages/settings.ts';
import * as shell from '#lib/messages/shell.ts';
import * as sync from '#lib/messages/sync.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { exampleChallenge, exampleGroup, exampleStory, exampleWork } from './examples.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { replaceInOutbox } from './older-app.ts';
import { addressOf, pageRoutes, PUBLIC } from './pages.ts';
import { testPicture } from './pictures.ts';
import { status } from './screen.ts';

const LANGUAGES = {
  sv: { capture: capture.sv, ideas: ideas.sv, settings: settings.sv, shell: shell.sv, sync: sync.sv },
  en: { capture: capture.en, ideas: ideas.en, settings: settings.en, shell: shell.en, sync: sync.en }
};
const PERSONAL_NUMBER = '19121212-1212';
const PHONE = 360;
/** The menu stands beside the page there, which is then not much broader than on a phone. */
const TABLET = 820;
const SCREENS = [PHONE, TABLET, 1280];

let server: RunningServer;
let device: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterEach(() => device.close());
afterAll(() => server.close());

/** Looks at the page as it stands, in every way that is asked for. */
class Look {
  readonly faults: string[] = [];
  readonly seen: string[] = [];

  constructor(private readonly language: 'sv' | 'en') {}

  async at(name: string): Promise<void> {
    const { page } = device;
    this.seen.push(name);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(this.language);
    for (const width of SCREENS) {
      await page.setViewportSize({ width, height: 740 });
      if (width !== TABLET) {
        // One scheme at each width; the other language has the rest.
        const colorScheme = (width === PHONE) === (this.language === 'sv') ? 'light' : 'dark';
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await settled(page);
        for (const line of await violations(page)) this.faults.push(`${name}, ${width} px, ${colorScheme}: ${line}`);
      }
      const over = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
      });
      if (over > 0) this.faults.push(`${name}, ${width} px: the page scrolls sideways by ${over} px`);
      // Swedish has the longer words.
      if (width === PHONE && this.language === 'sv')
        for (const line of await faultsOfLargeText(page)) this.faults.push(`${name}, 200 %: ${line}`);
    }
  }
}

async function openIn(language: 'sv' | 'en', { username, password }: NewPerson): Promise<void> {
  device = await BrowserDevice.open(server.origin);
  await bringAxe(device.context);
  await device.signIn(username, password);
  await device.ready();
  if (language === 'sv') return;
  await device.goto('/installningar');
  await device.page.getByRole('radio', { name: 'English' }).check({ force: true });
}

const heading = () => device.page.getByRole('heading', { level: 1 });

describe.each(['sv', 'en'] as const)(
  'in %s: axe finds nothing, and nothing is cut off in text twice the size',
  (language) => {
    const m = LANGUAGES[language];

    test('every page there is, in light and dark, at a phone’s, a tablet’s and a desk’s width', async () => {
      const person = await newPerson(server);
      const me = await Person.signIn(server.origin, person.username, person.password);
      const idea = me.idea({ title: 'Egen idé', need: 'Ett behov. '.repeat(40), at: new Date().toISOString() });
      await me.bulk('uddevalla', [idea]);
      await exampleGroup(server, idea._id.slice('idea:'.length));
      await exampleWork(server, idea._id.slice('idea:'.length));
      await openIn(language, person);
      await status(device.page).getByText(m.shell.sync.allSaved).waitFor();
      const look = new Look(language);
      const challenge = await exampleChallenge(server.origin);
      const story = await exampleStory(me, idea._id);
      for (const route of pageRoutes()) {
        if (route === '/logga-in') continue;
        const example = { id: idea._id.slice('idea:'.length), challenge, story, template: 'observation.1' };
        await device.goto(addressOf(route, example));
        await heading().waitFor();
        await status(device.page).getByText(m.shell.sync.allSaved).waitFor();
        await look.at(route);
      }
      await device.goto('/installningar');
      await device.page.getByRole('button', { name: m.settings.account.signOut }).click();
      await device.page.getByRole('heading', { level: 1, name: m.shell.signIn.title }).waitFor();
      for (const path of PUBLIC) {
        await device.goto(path);
        await heading().waitFor();
        await look.at(path + ', signed out');
      }
      expect(look.faults).toEqual([]);
      expect(look.seen).toHaveLength(pageRoutes().length - 1 + PUBLIC.length);
    });

    test('every dialog, error and empty page', async () => {
      const look = new Look(language);
      const person = await newPerson(server);
      await openIn(language, person);
      const { page } = device;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const dialog = page.getByRole('dialog');
      const closed = async () => {
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      };

      await device.goto('/');
      await page.getByText(m.shell.home.mineEmpty).waitFor();
      await look.at('a first day');
      await device.goto('/finns-inte');
      await page.getByText(m.shell.error.notFoundLead).waitFor();
      await look.at('no such page');
      await device.goto('/ideer/01ARZ3NDEKTSV4RRFFQ69G5FAV');
      await page.getByText(m.ideas.missingLead).waitFor();
      await look.at('no such idea');
      await device.goto('/ideer?enhet=unit:ingen');
      await page.getByText(m.ideas.emptyFiltered).waitFor();
      await look.at('an empty selection');

      // Writing, and what can be wrong with it.
      await device.goto('/ny');
      await button(m.capture.save).click();
      await page.locator('[aria-invalid=true]').waitFor();
      await look.at('nothing written');
      await page.getByLabel(m.capture.fields.title).fill('En idé med bild');
      await page.getByLabel(m.capture.fields.need).fill(`Ring ${PERSONAL_NUMBER} först.`);
      await page.getByRole('button', { name: PERSONAL_NUMBER }).waitFor();
      await look.at('a number while writing');
      await button(m.capture.save).click();
      await page.locator('[aria-invalid=true]').waitFor();
      await page
        .locator('input[type=file]')
        .last()
        .setInputFiles({ ...testPicture(), name: 'trasig.png', buffer: Buffer.from('trasig') });
      await page.getByText('trasig.png').waitFor();
      await page.locator('input[type=file]').last().setInputFiles(testPicture());
      await page.getByRole('img', { name: m.capture.photos.alt(1) }).waitFor();
      await page.getByText(m.capture.more).click();
      await page.getByText(m.capture.hidden.more).click();
      await look.at('a refused idea with a picture and everything unfolded');
      await button(m.capture.sound.start).click();
      await button(m.capture.sound.stop).waitFor();
      await look.at('recording');
      await button(m.capture.sound.stop).click();
      await button(m.capture.sound.remove).waitFor();
      await page.getByLabel(m.capture.fields.need).fill('Ring först.');
      await page.getByText(m.capture.draft.kept).waitFor();
      await device.goto('/ny');
      await button(m.capture.draft.discard).click();
      await dialog.waitFor();
      await look.at('throwing a draft away');
      await closed();
      await button(m.capture.save).click();
      await page.getByRole('heading', { level: 1, name: m.capture.saved.title }).waitFor();
      await look.at('saved');

      // An idea with everything on it.
      await page.getByRole('link', { name: m.capture.saved.show }).click();
      await page.getByRole('button', { name: m.ideas.openPhoto(1) }).click();
      await dialog.waitFor();
      await look.at('a picture');
      await button(m.ideas.removePhoto).click();
      await look.at('erasing a picture');
      await closed();
      await button(m.ideas.support).click();
      await page.getByLabel(m.ideas.commentLabel).fill(`Det gäller ${PERSONAL_NUMBER}.`);
      await button(m.ideas.comment).click();
      await page.locator('[aria-invalid=true]').waitFor();
      await look.at('a refused comment');
      await page.getByLabel(m.ideas.commentLabel).fill('Det gäller alla.');
      await button(m.ideas.comment).click();
      await page.getByText(m.ideas.commentSaved).waitFor();
      await look.at('an idea with picture, sound, comment and support');
      await button(m.ideas.retract).click();
      await dialog.waitFor();
      await look.at('taking an idea back');
      await closed();

      // Two versions.
      const me = await Person.signIn(server.origin, person.username, person.password);
      const coach = await Person.signIn(server.origin, 'coach.uddevalla');
      const mark = wordOfItsOwn();
      const idea = me.idea({ title: `Två versioner ${mark}`, need: 'Så stod det.', at: new Date().toISOString() });
      const [row] = (await me.bulk('uddevalla', [idea])).body as [{ rev: string }];
      await device.goto('/synk');
      await button(m.sync.now).click();
      await page.locator('main').getByText(m.sync.states['all-saved'].title).waitFor();
      await device.goto(`/ideer/${idea._id.slice(5)}/andra`);
      await page.getByLabel(m.ideas.fields.need).fill('Så skrev författaren om det.');
      await device.offline(true);
      await button(m.ideas.save).click();
      await heading().getByText(mark).waitFor();
      const theirs = { by: coach.me.id, at: new Date().toISOString() };
      await coach.bulk('uddevalla', [{ ...idea, _rev: row.rev, need: 'Coachen skrev något annat.', edited: theirs }]);
      await device.offline(false);
      await page.getByRole('heading', { name: m.ideas.variants }).waitFor();
      await look.at('two versions');
      await button(m.ideas.joinThem).click();
      await page.getByLabel(m.ideas.joined).waitFor();
      await look.at('joining two versions');

      // Unsent, refused, signed out by the server.
      await device.offline(true);
      await device.goto('/ny');
      await page.getByLabel(m.capture.fields.title).fill('Den här väntar');
      await page.getByLabel(m.capture.fields.need).fill('Om BYTUT.');
      await button(m.capture.save).click();
      await page.getByRole('link', { name: m.capture.saved.show }).click();
      await page.getByLabel(m.ideas.commentLabel).fill('Också om BYTUT.');
      await button(m.ideas.comment).click();
      await page.getByText(m.ideas.commentSaved).waitFor();
      await device.goto('/synk');
      await page.getByText(m.sync.states['no-contact'].title).waitFor();
      await look.at('waiting without contact');
      await button(m.sync.transfer.export).click();
      await device.goto('/installningar');
      await button(m.settings.account.signOut).click();
      await page.getByText(m.shell.signOut.unsentTitle(2)).waitFor();
      await look.at('signing out with something unsent');
      await closed();
      await replaceInOutbox(device, 'BYTUT', PERSONAL_NUMBER);
      await device.goto('/synk');
      await device.offline(false);
      await button(m.sync.now).click();
      await page.getByRole('button', { name: new RegExp(`^${m.sync.change}`) }).waitFor();
      await look.at('refused');
      await page.getByRole('button', { name: new RegExp(`^${m.sync.change}`) }).click();
      await dialog.waitFor();
      await look.at('saying something again in other words');
      await closed();
      await page
        .getByRole('button', { name: m.sync.discardOf('Den här väntar') })
        .first()
        .click();
      await dialog.waitFor();
      await look.at('letting something refused go');
      await closed();
      await device.goto('/ny');
      await page.getByLabel(m.capture.fields.title).fill('Ett utkast');
      await page.getByText(m.capture.draft.kept).waitFor();
      await device.context.clearCookies();
      await device.goto('/');
      await page.getByText(m.shell.home.signInLead).waitFor();
      await look.at('a day when everything waits');
      await status(page).click();
      await dialog.getByLabel(m.shell.signIn.username).fill('coach.uddevalla');
      await dialog.getByLabel(m.shell.signIn.password).fill('demo');
      await dialog.getByRole('button', { name: m.shell.signIn.submit }).click();
      await dialog.getByRole('alert').waitFor();
      await look.at('signing in again as somebody else');
      await closed();

      await device.goto('/installningar');
      await button(m.settings.account.signOut).click();
      await button(m.shell.signOut.leaveAnyway).click();
      await button(m.shell.signIn.submit).click();
      await page.locator('[aria-invalid=true]').first().waitFor();
      await look.at('signing in without a name');
      await page.getByLabel(m.shell.signIn.username).fill('ingen');
      await page.getByLabel(m.shell.signIn.password).fill('fel');
      await button(m.shell.signIn.submit).click();
      await page.getByRole('alert').waitFor();
      await look.at('a wrong password');
      expect(look.faults).toEqual([]);
    });

    test('for somebody who may leave no ideas and has none to read', async () => {
      await openIn(language, { username: 'partner.fyrbodal', password: 'demo', name: '' });
      const look = new Look(language);
      for (const path of ['/', '/ideer', '/ny', '/tillganglighet']) {
        await device.goto(path);
        await heading().waitFor();
        await status(device.page).getByText(m.shell.sync.allSaved).waitFor();
        await look.at(path);
      }
      expect(look.faults).toEqual([]);
    });
  }
);

test('nothing moves for somebody who has asked for stillness', async () => {
  const person = await newPerson(server);
  await openIn('sv', person);
  const { page } = device;
  const moving = () =>
    page.evaluate(
      () =>
        document.getAnimations().filter((each) => {
          const { iterations, duration } = each.effect!.getComputedTiming();
          return each.playState === 'running' && (iterations === Infinity || Number(duration) > 1);
        }).length
    );
  await device.goto('/ny');
  await page.getByRole('button', { name: 'Spela in' }).click();
  await page.getByRole('button', { name: 'Stoppa inspelningen' }).waitFor();
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
  await page.getByRole('button', { name: 'Stoppa inspelningen' }).click();
  for (const path of ['/synk', '/ideer', '/installningar']) {
    await device.goto(path);
    await heading().waitFor();
    expect(await moving()).toBe(0);
  }
});
