import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailOutcome } from '@/db/commands/publication/settle-mail';
import { messageOf } from '@/db/log';
import type { ComposedMail } from '@/lib/publication/mail-text';

/** Where mails go: `smtp://` or `smtps://` with user and password, and the address they come from. */
export type MailServer = { readonly server: string; readonly from: string };

const ATTEMPT_MS_MAX = 15_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

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
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
        // What the server says of who signs in, or of itself, is mended here; what it says of the mail stays so.
        return { ok: false, fault: messageOf(error), isFinal: code >= 550 && code < 560 };
      }
    },
    close: () => transporter.close(),
  };
}
