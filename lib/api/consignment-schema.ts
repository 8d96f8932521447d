import { z } from 'zod';
import { CHARGE_KINDS } from '@/lib/assessment/types';
import { ATTACHMENT_KINDS, MEDIA_TYPES } from '@/lib/attachments/kinds';
import { REFERRAL_TYPES } from '@/lib/clearance/reasons';
import { REFERRAL_STATES } from '@/lib/clearance/referral-state';
import { NOT_DUE, TOLD_STATUSES } from '@/lib/clearance/told-status';
import { WAITS_FOR } from '@/lib/collection/demands';
import { RELEASE_CATEGORIES } from '@/lib/consignment/codes';
import { OPEN_REASONS } from '@/lib/revenue/open-charges';
import { instant, named, params, sandbox } from './named-schema';

/** What a partner is told of a consignment; a sandbox does not tell whether it would be selected for control. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const AMOUNT = named('Amount', z.object({ amount: z.string(), currency: z.string() }));

const CHARGE_LINE = named(
  'ChargeLine',
  z.object({
    kind: z.enum(CHARGE_KINDS),
    itemNumber: z.int().min(1),
    base: AMOUNT,
    ratePercent: z.string().nullable(),
    amount: AMOUNT,
    working: z.object({ code: z.string(), values: params }),
    citation: z.string(),
  }),
);

const OPEN_CHARGE = named(
  'OpenCharge',
  z.object({
    itemNumber: z.int().min(1),
    charge: z.enum(['value', 'duty', 'vat']),
    reason: z.enum(OPEN_REASONS),
  }),
);

const CHARGES = named(
  'Charges',
  z.object({
    currency: z.string(),
    basis: z.enum(['declared', 'corrected']),
    duty: z.string().nullable(),
    vat: z.string().nullable(),
    total: z.string().nullable(),
    customsValue: z.string().nullable(),
    notDueBecause: z.enum(NOT_DUE).nullable(),
    open: z.array(OPEN_CHARGE),
    exciseGoods: z.array(z.object({ itemNumber: z.int().min(1), commodityCode: z.string() })),
    lines: z.array(CHARGE_LINE),
  }),
);

export const QUESTION = named(
  'Question',
  z.object({
    referralId: z.uuid(),
    type: z.enum(REFERRAL_TYPES),
    state: z.enum(REFERRAL_STATES),
    question: z.string(),
    questionCode: z.string().nullable(),
    askedAt: instant,
    dueAt: instant,
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
  }),
);

const GOODS_ITEM = named(
  'GoodsItem',
  z.object({
    itemNumber: z.int().min(1),
    description: z.string(),
    commodityCode: z.string().nullable(),
    originCountry: z.string().nullable(),
    quantity: z.string().nullable(),
    value: AMOUNT,
  }),
);

const ATTACHMENT = named(
  'Attachment',
  z.object({
    attachmentId: z.guid(),
    kind: z.enum(ATTACHMENT_KINDS),
    fileName: z.string().nullable(),
    mediaType: z.enum(MEDIA_TYPES),
    sizeBytes: z.int().min(1),
    sha256,
    keptSha256: sha256.nullable(),
    sentAt: instant,
    erasedAt: instant.nullable(),
    referralId: z.guid().nullable(),
    href: z.string(),
  }),
);

/** What became of a file that was sent. */
export const ATTACHED = named('Attached', z.object({ attachmentId: z.guid(), sha256, isNew: z.boolean() }));

export const CONSIGNMENT = named(
  'Consignment',
  z.object({
    reference: z.string(),
    consignmentId: z.guid(),
    version: z.int().min(1),
    status: z.enum(TOLD_STATUSES).nullable(),
    releaseCategory: z.literal(RELEASE_CATEGORIES),
    releasedAt: instant.nullable(),
    withdrawn: z.object({ at: instant, by: z.enum(['partner', 'office']), reason: z.string().nullable() }).nullable(),
    holds: z.array(z.object({ ground: z.string(), placedAt: instant })),
    referrals: z.array(QUESTION),
    attachments: z.array(ATTACHMENT),
    items: z.array(GOODS_ITEM),
    charges: CHARGES,
    payment: z
      .object({ waitsFor: z.enum(WAITS_FOR), amount: z.string(), currency: z.string(), reference: z.string() })
      .nullable(),
    sandbox,
  }),
);

export type ConsignmentAnswer = z.output<typeof CONSIGNMENT>;
