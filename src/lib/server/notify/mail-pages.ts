import type { Choices } from '#lib/domain/events/choices.ts';
import { htmlPage, linkButton, paragraph, postButton } from './html.ts';
import { mailWords } from './mail-words.ts';

/** Nothing but the page itself, its own styles, and a button that posts back here. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A page behind a link in a mail, which needs no app and no sign-in.
 * @param here the link's own address, for the button
 */
export function answerPage(
  status: number,
  what: 'confirm' | 'confirmed' | 'stop' | 'stopped' | 'old',
  language: Choices['language'],
  here = ''
): Response {
  const words = mailWords(language);
  const toApp = linkButton('/', words.toApp);
  const body = {
    confirm: paragraph(words.confirmLead) + postButton(here, words.confirm) + paragraph(words.confirmUnasked),
    confirmed: paragraph(words.confirmed) + toApp,
    stop: paragraph(words.stopLead) + postButton(here, words.stop),
    stopped: paragraph(words.stopped) + toApp,
    old: paragraph(words.linkIsOld) + toApp
  }[what];
  return new Response(htmlPage(language, 'Idéslussen', '<h1>Idéslussen</h1>' + body), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY
    }
  });
}
