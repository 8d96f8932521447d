import { now as databaseNow } from '@/db/clock';
import { claimMails } from '@/db/commands/publication/claim-mails';
import { settleMail, tidyMails } from '@/db/commands/publication/settle-mail';
import { env } from '@/db/env';
import { logLine } from '@/db/log';
import { type MailServer, openMailWay } from '@/db/mail/send-mail';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { composeMail } from '@/lib/publication/mail-text';

const AT_ONCE = 20;

export type Mailing = {
  readonly mail?: (MailServer & { readonly base: string }) | undefined;
  readonly now?: () => Date;
  readonly random?: () => number;
};

/** Sends the mails that are due, until none is or the process is to stop. Does nothing where no mail server is set. */
export async function deliverMails(signal: AbortSignal, how: Mailing = {}): Promise<void> {
  const { mail, now, random } = { mail: env().mail, now: databaseNow, random: Math.random, ...how };
  if (!mail) return;
  const first = await claimMails(SYSTEM_ACTOR, AT_ONCE, now());
  if (first.length === 0) return;
  const way = openMailWay(mail);
  let failed = 0;
  try {
    for (
      let taken = first;
      taken.length > 0;
      taken = signal.aborted ? [] : await claimMails(SYSTEM_ACTOR, AT_ONCE, now())
    )
      for (const one of taken) {
        // What is not begun is left to its lease.
        if (signal.aborted) return;
        const outcome = await way.send(one.email, composeMail({ ...one, base: mail.base }));
        if (!outcome.ok) failed += 1;
        await settleMail(SYSTEM_ACTOR, one, outcome, now(), random());
        // The server is not there, or takes none of ours: the others would fail alike, and are not held to have been tried.
        if (!outcome.ok && !outcome.isOfMail) return;
      }
  } finally {
    way.close();
    if (failed > 0) logLine('warn', 'mails.not_taken', { mails: failed });
  }
}

/** Takes old mails out of the log. */
export async function tidyMailLog(): Promise<void> {
  await tidyMails(SYSTEM_ACTOR);
}
