import { createTranslator } from 'use-intl/core';
import publication from '@/lib/messages/en/publication.json';
import { DATASET_IDS } from './datasets';
import type { MailKind } from './mail';

export type ComposedMail = {
  readonly subject: string;
  readonly text: string;
  /** What every program of mail reads: how the subscriber ends it without opening anything (RFC 2369, RFC 8058). */
  readonly headers: Readonly<Record<string, string>>;
};

type Told = {
  readonly kind: MailKind;
  /** The release; null for a mail that asks to confirm. */
  readonly release: { readonly month: string; readonly number: number; readonly note: string } | null;
  readonly administration: string;
  /** Address people type, without a slash at its end. */
  readonly base: string;
  /** Of the subscription. */
  readonly key: string;
};

const t = createTranslator({ locale: 'en', messages: { publication }, namespace: 'publication' });

const monthName = (month: string) =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** One line, whatever was typed: a line end would begin another header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** The mail that asks the owner of an address to confirm, or that tells of a release. Plain text: nothing in it is followed by being opened. */
export function composeMail({ kind, release, administration, base, key }: Told): ComposedMail {
  const own = `${base}/published/mail/${key}`;
  if (kind === 'confirm' || !release)
    return {
      subject: oneLine(t('mail.confirmSubject', { administration })),
      text: `${[t('mail.confirmText', { administration }), own, t('mail.confirmElse')].join('\n\n')}\n`,
      headers: {},
    };
  const { month, number, note } = release;
  const tables = DATASET_IDS.map(
    (dataset) => `${t(`dataset.${dataset}.title`)}\n${base}/published/${dataset}/${month}/${number}`,
  );
  const title = t('mail.releaseSubject', { administration, month: monthName(month), vintage: number });
  return {
    subject: oneLine(title),
    text: `${[title, ...(note ? [note] : []), ...tables, t('mail.releaseEnd', { address: own })].join('\n\n')}\n`,
    headers: {
      'List-Unsubscribe': `<${base}/api/publication/mail/${key}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}
