import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';

const profileId = z.uuid();
const rowVersion = z.coerce.number().int().min(1);
const version = z.coerce.number().int().min(1);
const reason = z.string().trim().min(3, 'reason_required').max(500, 'too_big');
const days = (most: number) => z.coerce.number().int().min(1, 'invalid').max(most, 'too_big');

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
  /** Absent for a new one. */
  profileId: profileId.optional(),
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
export const APPROVE_PROFILE_INPUT = z.strictObject({ ...act, shadowDays: days(60) });
/** In force, for how many days. */
export const ACTIVATE_PROFILE_INPUT = z.strictObject({ ...act, days: days(183) });
