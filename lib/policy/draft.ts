import { z } from 'zod';
import type { Problem } from '@/lib/kernel/problem';
import { CHANGED_KINDS, DAY, LAST_DAY, REASON } from './change';

/** Most parameters one change alters: what two people can still look over. */
export const PARTS_MAX = 100;

const PARTS = z
  .array(z.strictObject({ kind: z.enum(CHANGED_KINDS), key: z.string().min(1).max(60), value: z.unknown() }))
  .min(1, 'required')
  .max(PARTS_MAX, 'too_many');

/** One parameter of a change, with what it would say. All parts of a change act from the same day, or none does. */
export type ChangePart = z.output<typeof PARTS>[number];

/** The JSON of the parts, as the form sends it. */
const partsText = z.string().min(1, 'required').max(500_000, 'too_big');
const noneOr = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .nullable()
    .optional()
    .transform((value) => value ?? null);

/** The draft that is written on, in the version that was seen; null and 0 for one that is new. */
const draftSeen = { draftId: noneOr(z.uuid()), draftVersion: z.coerce.number().int().min(0).default(0) };

export const PROPOSE_INPUT = z.strictObject({
  ...draftSeen,
  instrumentId: z.uuid('law_required'),
  parts: partsText,
  validFrom: DAY,
  validTo: LAST_DAY,
  reason: REASON,
});

/** A draft may lack all but its parameters, and what they say may be wrong: it is checked when it is proposed. */
export const SAVE_DRAFT_INPUT = z.strictObject({
  ...draftSeen,
  instrumentId: noneOr(z.uuid()),
  parts: partsText,
  validFrom: noneOr(DAY),
  validTo: LAST_DAY,
  reason: z.string().trim().max(500, 'too_big').default(''),
});

export const DISCARD_DRAFT_INPUT = z.strictObject({
  draftId: z.uuid(),
  draftVersion: z.coerce.number().int().min(1),
  reason: REASON,
});

export type PartsRead =
  | { readonly ok: true; readonly parts: readonly ChangePart[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const fault = (pointer: string, code: string): Problem => ({ code, severity: 'error', pointer });

/** Where a part stands in what is told of its faults. */
export const pointerOf = ({ kind, key }: Pick<ChangePart, 'kind' | 'key'>): string => `parts.${kind}.${key}`;

/** Reads the parts of a change as they were sent; one parameter stands in it once. */
export function readParts(text: string): PartsRead {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return { ok: false, problems: [fault('parts', 'policy_value')] };
  }
  const read = PARTS.safeParse(sent);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) =>
      fault(['parts', ...path].join('.'), /^[a-z_]+$/.test(message) ? message : 'policy_value'),
    );
    return { ok: false, problems };
  }
  const names = read.data.map(pointerOf);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  if (twice.length > 0) return { ok: false, problems: twice.map((name) => fault(name, 'twice')) };
  return { ok: true, parts: read.data };
}
