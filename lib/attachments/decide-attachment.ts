import type { Reason } from '@/lib/kernel/problem';
import type { KeptUntil } from '@/lib/privacy/retention';
import { hasContacts } from './contacts';
import {
  ATTACHMENTS_MAX,
  type AttachmentKind,
  type EraseReason,
  KIND_RULES,
  MEDIA_NAMES,
  type MediaType,
  PIXELS_MAX,
} from './kinds';
import { contentOf, textOf } from './media-type';
import type { Size } from './picture-size';
import { withoutMetadata } from './without-metadata';

/** What is kept of a file. */
export type Admitted = {
  readonly ok: true;
  readonly mediaType: MediaType;
  readonly size: Size | null;
  /** Its bytes; of a picture without what stands beside it. */
  readonly kept: Uint8Array;
  /** It leads to people: whoever opens it states a reason. */
  readonly isPersonal: boolean;
};

type Refused = { readonly ok: false; readonly reasons: readonly Reason[] };
const refused = (code: string, params?: Reason['params']): Refused => ({
  ok: false,
  reasons: [params ? { code: `attachment.${code}`, params } : { code: `attachment.${code}` }],
});

/** Whether the bytes may be kept as this kind: by their own type, their length and, of a picture, the points it unfolds to. */
export function decideAttachment(kind: AttachmentKind, bytes: Uint8Array): Admitted | Refused {
  const { types, bytesMax, isPersonal } = KIND_RULES[kind];
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > bytesMax) return tooLarge(kind);
  const content = contentOf(bytes);
  if (!content.ok && content.isBroken) return refused('broken_picture', { type: content.found });
  const allowed = types.map((type) => MEDIA_NAMES[type]).join(', ');
  if (!content.ok) return refused('type', { found: content.found, allowed });
  const { mediaType, size } = content;
  if (!types.includes(mediaType)) return refused('type', { found: MEDIA_NAMES[mediaType], allowed });
  if (size && size.widthPx * size.heightPx > PIXELS_MAX) {
    return refused('too_many_points', { width: size.widthPx, height: size.heightPx, limit: PIXELS_MAX });
  }
  const kept = withoutMetadata(mediaType, bytes);
  if (kept === null) return refused('broken_picture', { type: MEDIA_NAMES[mediaType] });
  const text = mediaType === 'text/plain' ? (textOf(bytes) ?? '') : '';
  return { ok: true, mediaType, size, kept, isPersonal: isPersonal || hasContacts(text) };
}

/** The refusal of a file that is longer than its kind may be. */
export const tooLarge = (kind: AttachmentKind): Refused => refused('too_large', { limit: KIND_RULES[kind].bytesMax });

export type Erasure = { readonly erasedAt: Date | null; readonly erasedByName: string | null };

export type ErasureFacts = {
  /** Proceedings that are open, for which it may be evidence: nothing is erased meanwhile, whatever the period of keeping. */
  readonly heldBy: 'legal_hold' | 'appeal' | 'audit' | 'hold' | null;
  readonly reason: EraseReason;
  /** Until when the policy keeps it at least; null where no period is in force. */
  readonly keptUntil: KeptUntil | null;
  readonly today: string;
};

/**
 * Whether an attachment may be taken away for good: once, not while it may be evidence, and as no longer needed only once its period of
 * keeping is over. What should never have been kept, or what a person or a court has a right to, goes before.
 */
export function decideErasure(
  { erasedAt, erasedByName }: Erasure,
  { heldBy, reason, keptUntil, today }: ErasureFacts,
): { readonly ok: true } | Refused {
  if (erasedAt) return refused('erased_by', { name: erasedByName ?? '', at: erasedAt.getTime() });
  if (heldBy) return refused(`under_${heldBy}`);
  if (reason !== 'not_needed' || keptUntil === null || today > keptUntil.on) return { ok: true };
  const { on, source: citation } = keptUntil;
  return { ok: false, reasons: [{ code: 'attachment.kept_until', citation, params: { day: on } }] };
}

/** Whether there still is something to open: what was erased is told without by whom, for partners ask too. */
export function decideOpening({ erasedAt }: Pick<Erasure, 'erasedAt'>): { readonly ok: true } | Refused {
  return erasedAt ? refused('erased', { at: erasedAt.getTime() }) : { ok: true };
}

/** Whether one more may be kept with a consignment. */
export function decideRoom(kept: number): { readonly ok: true } | Refused {
  return kept < ATTACHMENTS_MAX ? { ok: true } : refused('too_many', { limit: ATTACHMENTS_MAX });
}
