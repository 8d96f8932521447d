import { z } from 'zod';
import { UNKNOWN_ADDRESS } from '@/lib/identity/throttle';
import { sha256Hex } from '@/lib/kernel/ids';

export const MAIL_KINDS = ['confirm', 'release'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const;

const HOUR_MS = 3_600_000;

/**
 * How often mails may be asked for: from one network, from everybody where no trusted proxy tells networks apart, and to one address, so that
 * nobody fills the mailbox of another.
 */
export const MAIL_LIMIT = {
  ...{ windowMs: HOUR_MS, ofAddress: 5, ofEverybody: 200 },
  ...{ betweenMs: HOUR_MS, ofEmailADay: 2 },
} as const;
/** Wishes for mails are counted no longer than a day, and kept for two. */
export const TRIES_KEPT_MS = 48 * HOUR_MS;
/** An address that is not confirmed for so long is forgotten. */
export const UNCONFIRMED_KEPT_MS = 48 * HOUR_MS;
/** Mails that were sent, or given up, are kept for so long. */
export const MAILS_KEPT_MS = 30 * 24 * HOUR_MS;

/** Whether the next wish for mails from a network is refused unheard. */
export function isOverMailLimit(asked: number, addressKey: string): boolean {
  return asked >= (addressKey === UNKNOWN_ADDRESS ? MAIL_LIMIT.ofEverybody : MAIL_LIMIT.ofAddress);
}

/** One address is one key, in whatever letters it is typed. */
export const emailKeyOf = (email: string): string => sha256Hex(`mail:${email.trim().toLowerCase()}`);

/** The key of a subscription: 32 random bytes as base64url. */
export const MAIL_KEY = /^[\w-]{43}$/;

export const ASK_MAIL_INPUT = z.object({ email: z.string().trim().max(254).pipe(z.email()) });
export const CHANGE_MAIL_INPUT = z.object({ key: z.string().regex(MAIL_KEY), wish: z.enum(['confirm', 'end']) });
