import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailOutcome } from '@/db/commands/publication/settle-mail';
import type { ComposedMail } from '@/lib/publication/mail-text';

/** Where mails go: `smtp://` or `smtps://` with user and password, and the address they come from. */
export type MailServer = { readonly server: string; readonly from: string };

const ATTEMPT_MS_MAX = 15_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Of one recipient: there is no such mailbox, it has moved, or its name cannot be. */
const NO_MAILBOX = [550, 551, 553];
/** What the server says of us, of whom it relays for or of the contents: it is mended here or there, and the mail sent then (RFC 3463). */
const OF_POLICY = /(^|\D)5\.7\.\d/;

/** How a mail was not taken. Words of the server are not kept: they repeat the address. */
export function outcomeOf(error: unknown): MailOutcome & { ok: false } {
  const { command, responseCode, code, message } = Object(error) as Partial<Record<string, unknown>>;
  const isOfMail = typeof responseCode === 'number' && (command === 'RCPT TO' || command === 'DATA');
  const isNoMailbox = command === 'RCPT TO' && NO_MAILBOX.includes(Number(responseCode));
  const isFinal = isNoMailbox && !OF_POLICY.test(String(message));
  return { ok: false, fault: String(responseCode ?? code ?? 'unknown'), isFinal, isOfMail };
}

/** A way to a mail server, for the mails of one run. Nothing travels in the open but to this machine itself. */
export function openMailWay({ server, from }: MailServer) {
  const { protocol, hostname } = new URL(server);
  const transporter: Transporter = createTransport({
    url: server,
    pool: true,
    requireTLS: protocol === 'smtp:' && !LOOPBACK.includes(hostname),
    connectionTimeout: ATTEMPT_MS_MAX,
    greetingTimeout: ATTEMPT_MS_MAX,
    socketTimeout: ATTEMPT_MS_MAX,
    // A text of ours is never read from a file or fetched from an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    /** Hands one mail over. Never throws: why it was not taken comes back. */
    async send(to: string, { subject, text, headers }: ComposedMail): Promise<MailOutcome> {
      try {
        await transporter.sendMail({ from, to: { name: '', address: to }, subject, text, headers: { ...headers } });
        return { ok: true };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transporter.close(),
  };
}
