import { sql } from 'drizzle-orm';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { keepClaim } from '@/db/commands/clearance/keep-claim';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { NOW } from '../a-desk';
import type { ActName, Answer, Model, OfficerName, Wish } from './state';

export const instantOf = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** A consignment in the database, with the ids that the model has no need of. */
export type Real = { readonly consignmentId: string; holdId: string; decisionId: string };
export type Staff = Readonly<Record<OfficerName, Actor>>;

export const NOTHING = '00000000-0000-4000-8000-000000000000';
const noted = { note: 'Seen' } as const;
type Seen = { readonly consignmentId: string; readonly rowVersion: number };
type Command = (by: Actor, seen: Seen, real: Real, at: Date) => Promise<unknown>;

const decides =
  (kind: 'detain' | 'end_detention' | 'refuse' | 'return', ground: string): Command =>
  (by, seen, _real, at) =>
    decideConsignment(by, { ...seen, kind, ground, ...noted } as Parameters<typeof decideConsignment>[1], at);

/** Each act of the model as the command that does it. */
const COMMANDS: Readonly<Record<ActName, Command>> = {
  claim: (by, seen, _real, at) => claimConsignment(by, seen, at),
  keep: (by, { consignmentId, rowVersion }, _real, at) =>
    keepClaim(by, { consignmentId, claimNumber: Math.max(1, rowVersion) }, at),
  give_back: (by, seen, _real, at) => giveBackClaim(by, seen, at),
  release: (by, seen, _real, at) => releaseConsignment(by, { ...seen, ground: 'risk_not_confirmed', ...noted }, at),
  hold: async (by, seen, real, at) => {
    real.holdId = (await holdConsignment(by, { ...seen, ground: 'value_doubt' }, at)).holdId;
  },
  lift: (by, seen, { holdId }, at) => liftHold(by, { ...seen, holdId }, at),
  detain: decides('detain', 'documents_outstanding'),
  end_detention: decides('end_detention', 'documents_produced'),
  refuse: decides('refuse', 'unsafe_goods'),
  return: decides('return', 'entry_refused'),
  propose: async (by, seen, real, at) => {
    const wish = { ...seen, kind: 'destroy', ground: 'no_use', ...noted } as const;
    real.decisionId = (await decideConsignment(by, wish, at)).decisionId;
  },
  view: (by, { consignmentId }, { decisionId }, at) => viewProposal(by, { consignmentId, decisionId }, at),
  approve: (by, seen, { decisionId }, at) => confirmProposal(by, { ...seen, decisionId }, at),
  reject: (by, seen, { decisionId }, at) => rejectProposal(by, { ...seen, decisionId, ...noted }, at),
  undo: (by, seen, _real, at) => undoDecision(by, { ...seen, ...noted }, at),
};

/** Does a wish by its command; gives what the model would say. @throws Error for anything that is no refusal */
export async function really(real: Real, { act, by, seen }: Wish, staff: Staff, at: Date): Promise<Answer> {
  const row = { consignmentId: real.consignmentId, rowVersion: seen };
  // The ids as they were when it was sent.
  const known = { ...real };
  try {
    await COMMANDS[act](staff[by], row, known, at);
    if (known.holdId !== real.holdId) real.holdId = known.holdId;
    if (known.decisionId !== real.decisionId) real.decisionId = known.decisionId;
    return 'ok';
  } catch (error) {
    if (error instanceof NotFoundError) return 'gone';
    if (error instanceof RefusedError) return error.reasons[0]?.code ?? 'refused';
    throw error;
  }
}

/** What of a model can be read from the database, and must be the same. */
export type Standing = Pick<
  Model,
  'status' | 'rowVersion' | 'claimedBy' | 'claimNumber' | 'isReturned' | 'decidedBy'
> & {
  readonly leaseUntil: number | null;
  readonly openHolds: number;
  readonly events: string;
  readonly audits: string;
  readonly decisions: string;
};

const inOrder = (list: readonly string[]) => list.toSorted().join(' ');

export function standingOf(model: Model): Standing {
  const { status, rowVersion, claimedBy, claimNumber, isReturned, decidedBy } = model;
  return {
    ...{ status, rowVersion, claimedBy, claimNumber, isReturned, decidedBy },
    leaseUntil: claimedBy === null ? null : model.leaseUntil,
    openHolds: model.holds.filter(({ isOpen }) => isOpen).length,
    events: inOrder(model.events),
    audits: inOrder(model.audits),
    decisions: inOrder(
      model.decisions.map(({ kind, state, by, from, isSeconded }) => [kind, state, by, from, isSeconded].join(':')),
    ),
  };
}

type Row = Omit<Standing, 'claimedBy' | 'decidedBy' | 'leaseUntil' | 'events' | 'audits' | 'decisions'> & {
  readonly consignmentId: string;
  readonly claimedBy: string | null;
  readonly decidedBy: string | null;
  readonly leaseUntil: string | null;
  readonly events: string[] | null;
  readonly audits: string[] | null;
  readonly decisions: [string, string, string, string, boolean][] | null;
};

/** Where consignments stand in the database, as a model would tell it, in one look at one moment. */
export async function standingsOf(ids: readonly string[], staff: Staff): Promise<Map<string, Standing>> {
  const { rows } = await db().execute<Row>(sql`
    select c.consignment_id as "consignmentId", c.status, c.row_version as "rowVersion", c.claimed_by as "claimedBy",
      c.claim_number as "claimNumber", c.is_returned as "isReturned", c.decided_by as "decidedBy", c.open_holds as "openHolds",
      extract(epoch from c.lease_until)::text as "leaseUntil",
      (select json_agg(e.kind) from clearance.events e where e.consignment_id = c.consignment_id) as events,
      (select json_agg(a.action) from audit.log a where a.subject_id = c.consignment_id::text) as audits,
      (select json_agg(json_build_array(d.kind, d.state, d.decided_by, d.from_status, d.second_by is not null))
        from clearance.decisions d where d.consignment_id = c.consignment_id) as decisions
    from clearance.clearances c where c.consignment_id in ${ids}`);
  const names = new Map((Object.entries(staff) as [OfficerName, Actor][]).map(([name, { id }]) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return new Map(
    rows.map(({ consignmentId, events, audits, decisions, leaseUntil, claimedBy, decidedBy, ...row }) => [
      consignmentId,
      {
        ...row,
        claimedBy: nameOf(claimedBy),
        decidedBy: nameOf(decidedBy),
        leaseUntil: leaseUntil === null ? null : (Number(leaseUntil) * 1_000 - NOW.getTime()) / 60_000,
        events: inOrder(events ?? []),
        audits: inOrder(audits ?? []),
        decisions: inOrder(
          (decisions ?? []).map(([kind, state, by, from, isSeconded]) =>
            [kind, state, nameOf(by), from, isSeconded].join(':'),
          ),
        ),
      },
    ]),
  );
}
