import { createTransport, type Transporter } from 'nodemailer';
import type { Choices } from '#lib/domain/events/choices.ts';
import { HAPPENING_TYPES, type HappeningType } from '#lib/domain/events/happening.ts';
import { shortHash } from './book.ts';
import { escaped, htmlPage, linkButton, paragraph } from './html.ts';
import { mailWords } from './mail-words.ts';

/** A mail server that says nothing for so long is tried again later, milliseconds. */
const SILENCE = 20_000;

/** `refused`: this will never be taken. `later`: try again. */
export type MailOutcome = 'sent' | 'later' | 'refused';

interface To {
  readonly person: string;
  readonly address: string;
  readonly language: Choices['language'];
}

export interface Summary extends To {
  readonly waiting: readonly HappeningType[];
  /** Milliseconds since 1970; with the person it names this summary. */
  readonly since: number;
  /** The secret that ends it. */
  readonly unsubscribe: string;
}

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly id: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends mail, in plain text and as a page. */
export class Mailer {
  readonly #transport: Transporter;
  readonly #from: string;
  readonly #address: string;

  /**
   * @param url `smtp:` or `smtps:`
   * @param address of this server, for links
   */
  constructor(url: string, from: string, address: string) {
    const silence = { connectionTimeout: SILENCE, greetingTimeout: SILENCE, socketTimeout: SILENCE };
    this.#transport = createTransport({ url, ...silence });
    this.#from = from;
    this.#address = address;
  }

  /** Where people end their summaries, signed in or not. */
  stopLink(person: string, secret: string): string {
    return `${this.#address}/notify/unsubscribe?${new URLSearchParams({ person, secret }).toString()}`;
  }

  confirmLink(person: string, secret: string): string {
    return `${this.#address}/notify/confirm?${new URLSearchParams({ person, secret }).toString()}`;
  }

  /** How much has happened, by kind, and where to read of it. */
  summary({ person, address, language, waiting, since, unsubscribe }: Summary): Promise<MailOutcome> {
    const words = mailWords(language);
    const counts = HAPPENING_TYPES.map((type) => [words.types[type], waiting.filter((each) => each === type).length])
      .filter(([, count]) => count !== 0)
      .map(([name, count]) => `${name}: ${count}`);
    const events = this.#address + '/handelser';
    const stop = this.stopLink(person, unsubscribe);
    const lead = words.summaryLead(waiting.length);
    return this.#send({
      to: address,
      subject: words.summarySubject(waiting.length),
      id: shortHash([person, since, 'summary'].join(' '), 12),
      text: [lead, counts.join('\n'), words.more, `${words.open}: ${events}`, `${words.why} ${words.stop}: ${stop}`, '']
        .join('\n\n')
        .trimEnd(),
      html: htmlPage(
        language,
        words.summarySubject(waiting.length),
        paragraph(lead) +
          `<ul>${counts.map((count) => `<li>${escaped(count)}</li>`).join('')}</ul>` +
          paragraph(words.more) +
          linkButton(events, words.open) +
          `<p><small>${escaped(words.why)} <a href="${escaped(stop)}">${escaped(words.stop)}</a></small></p>`
      ),
      headers: {
        'List-Unsubscribe': `<${stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
      }
    });
  }

  /** The first mail to an address, which asks whether it is whoever wrote it down. */
  confirmation({ person, address, language }: To, secret: string): Promise<MailOutcome> {
    const words = mailWords(language);
    const link = this.confirmLink(person, secret);
    return this.#send({
      to: address,
      subject: words.confirmSubject,
      id: shortHash([person, secret].join(' '), 12),
      text: [words.confirmLead, `${words.confirm}: ${link}`, words.confirmUnasked].join('\n\n'),
      html: htmlPage(
        language,
        words.confirmSubject,
        paragraph(words.confirmLead) + linkButton(link, words.confirm) + paragraph(words.confirmUnasked)
      )
    });
  }

  close(): void {
    this.#transport.close();
  }

  async #send({ to, subject, text, html, id, headers }: Letter): Promise<MailOutcome> {
    const host = new URL(this.#address).hostname;
    try {
      await this.#transport.sendMail({
        from: this.#from,
        // As an object it is one address and never a list, whatever stands in it.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...headers }
      });
      return 'sent';
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      return responseCode !== undefined && responseCode >= 500 ? 'refused' : 'later';
    }
  }
}
