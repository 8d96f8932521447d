import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, trustStatuses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import {
  levelByFigures,
  type TermsOfTrust,
  type TrustFigures,
  type TrustLevel,
  type TrustState,
} from '@/lib/partnership/trust';
import { policyInForce } from '../policy/policy-in-force';
import { trustFigures } from './trust-figures';

export type TrustStatusRow = {
  readonly statusId: string;
  readonly level: TrustLevel;
  /** `lapsed`: granted, and its last day has passed. */
  readonly state: TrustState | 'lapsed';
  readonly drawPercent: number;
  readonly validTo: string;
  readonly reason: string;
  /** Names of customs people are for customs; null for the partner. */
  readonly proposedByName: string | null;
  readonly isOwnProposal: boolean;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
};

export type PartnerTrust = {
  readonly partnerId: string;
  readonly inForce: TrustStatusRow | null;
  readonly waiting: TrustStatusRow | null;
  /** The latest first. */
  readonly all: readonly TrustStatusRow[];
  readonly figures: TrustFigures;
  readonly byFigures: TrustLevel | null;
  /** What the policy in force asks for each level. */
  readonly terms: TermsOfTrust;
};

/** Trust in a partner: what holds, what waits, what was, and what the figures say. A partner reads its own. @throws NotFoundError */
export async function getPartnerTrust(actor: Actor, partnerId: string, at = new Date()): Promise<PartnerTrust> {
  authorise(actor, 'trust.read');
  const isPartner = actor.role === 'partner';
  if (!isUuid(partnerId) || (isPartner && actor.partnerId !== partnerId)) throw new NotFoundError('partner');
  const today = dayOf(at);
  const [[partner], rows, figures, { trust: terms }] = await Promise.all([
    db().select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId)),
    db()
      .select()
      .from(trustStatuses)
      .where(eq(trustStatuses.partnerId, partnerId))
      .orderBy(desc(trustStatuses.proposedAt), trustStatuses.statusId),
    trustFigures(db(), partnerId, today),
    policyInForce(db(), today),
  ]);
  if (!partner) throw new NotFoundError('partner');
  const all = rows
    // What is only proposed, or was rejected, is customs' own work.
    .filter(({ state }) => !isPartner || (state !== 'proposed' && state !== 'rejected'))
    .map((row) => ({
      statusId: row.statusId,
      level: row.level,
      state: row.state === 'granted' && row.validTo <= today ? ('lapsed' as const) : row.state,
      drawPercent: row.drawPercent,
      validTo: row.validTo,
      reason: row.reason,
      proposedByName: isPartner ? null : row.proposedByName,
      isOwnProposal: row.proposedBy === actor.id,
      proposedAt: row.proposedAt,
      decidedByName: isPartner ? null : row.decidedByName,
      decidedAt: row.decidedAt,
      decisionNote: isPartner ? null : row.decisionNote,
      endedAt: row.endedAt,
      endReason: row.endReason,
    }));
  return {
    partnerId,
    inForce: all.find(({ state }) => state === 'granted') ?? null,
    waiting: all.find(({ state }) => state === 'proposed') ?? null,
    all,
    figures,
    byFigures: levelByFigures(figures, terms),
    terms,
  };
}
