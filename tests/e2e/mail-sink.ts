import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it is given. */
export class MailSink {
  readonly received: (ParsedMail & { readonly raw: string; readonly recipients: readonly string[] })[] = [];
  /** What is answered to the next recipients instead of yes, in order. */
  readonly refusals: number[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailSink> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        const code = sink.refusals.shift();
        done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(parts as never).toString();
          const recipients = envelope.rcptTo.map(({ address }) => address);
          void simpleParser(raw).then((mail) => {
            sink.received.push({ ...mail, raw, recipients });
            done(null);
          });
        });
      }
    });
    const sink = new MailSink(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get env(): Record<string, string> {
    const { port } = this.server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Idéslussen <ideer@uddevalla.se>' };
  }

  /** What came to an address. */
  to(address: string) {
    return this.received.filter((mail) => mail.recipients.includes(address));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
