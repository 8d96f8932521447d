import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { storable } from '@/lib/kernel/storable';
import { ACTIVE_DAYS_MAX, SHADOW_DAYS_MAX } from './life-cycle';
import { MUTED_PARTIES } from './mute';
import { LISTED_KINDS } from './named-list';

const profileId = z.uuid();
const rowVersion = z.coerce.number().int().min(1);
const version = z.coerce.number().int().min(1);
const reason = z.string().trim().min(3, 'reason_required').max(500, 'too_big');
const days = (most: number) =>
  z.coerce.number('days_range').int('days_range').min(1, 'days_range').max(most, 'days_range');

const HALF = /\p{Surrogate}/gu;

/** A draft as the database can take it: without U+0000, and without halves of a character. */
function storableDraft(draft: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(draft, (_key, value: unknown) =>
    typeof value === 'string' ? storable(value).replace(HALF, '\ufffd') : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}

/** Longest draft that is kept, in characters of JSON; a profile of all conditions it may have is far below. */
const DRAFT_CHARS = 256_000;

/** A profile as it is being written: anything a form holds, so that nothing typed is lost; judged when it is proposed. */
export const SAVE_DRAFT_INPUT = z.strictObject({
  profileId: profileId.optional(),
  /** Absent for a new one. */
  rowVersion: rowVersion.optional(),
  draft: z
    .record(z.string(), z.unknown())
    .refine((draft) => JSON.stringify(draft).length <= DRAFT_CHARS, 'too_big')
    .transform(storableDraft),
});

/** `rowVersion` is the row the author was looking at: a change made meanwhile is not proposed unseen. */
export const PROPOSE_PROFILE_INPUT = z.strictObject({ profileId, rowVersion });

const act = { profileId, version, rowVersion, reason };
export const PROFILE_ACT_INPUT = z.strictObject(act);
/** Into shadow, for how many days. */
export const APPROVE_PROFILE_INPUT = z.strictObject({ ...act, shadowDays: days(SHADOW_DAYS_MAX) });
/** In force, for how many days. */
export const ACTIVATE_PROFILE_INPUT = z.strictObject({ ...act, days: days(ACTIVE_DAYS_MAX) });

/** Throws away what is being written. */
export const DISCARD_DRAFT_INPUT = z.strictObject({ profileId, rowVersion, reason });

/** Leaves a party of a consignment alone until a day, told as `YYYY-MM-DD`. */
export const MUTE_PARTY_INPUT = z.strictObject({
  profileId,
  consignmentId: z.uuid(),
  party: z.enum(MUTED_PARTIES, 'choose'),
  until: z.string().refine((text) => parseDay(text) !== null, 'day'),
  reason,
});
export const LIFT_MUTE_INPUT = z.strictObject({ profileId, muteId: z.uuid(), rowVersion, reason });

/** Tries a version, or the draft as it was saved, on the stored history of so many days, today included. */
export const ASK_BACK_TEST_INPUT = z.strictObject({
  profileId,
  version: z.union([z.literal('draft'), version]),
  days: days(3_660),
});
export const CANCEL_BACK_TEST_INPUT = z.strictObject({ profileId, backTestId: z.uuid() });

/** Entries as a person types them: one a line, or parted by commas. */
const entries = z.string().max(200_000, 'too_big');
const listKey = z.string().trim().min(1).max(80);

/** A list with its first edition. */
export const CREATE_LIST_INPUT = z.strictObject({
  title: z.string().trim().min(1, { error: 'required', abort: true }).min(3, 'words_short').max(80, 'words_long'),
  kind: z.enum(LISTED_KINDS, 'choose'),
  entries,
  reason,
});
/** The next edition, whole; `edition` is the one its author was looking at. */
export const SAVE_LIST_INPUT = z.strictObject({ key: listKey, edition: version, entries, reason });
export const DECIDE_LIST_INPUT = z.strictObject({
  key: listKey,
  edition: version,
  verdict: z.enum(['approve', 'refuse']),
  reason,
});
