import { and, count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { transferConsignment } from '@/db/commands/clearance/transfer-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { decisions, events, selections } from '@/db/schema';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aConsignment, inLane, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';
import { csvOf, oneByOne } from '../../support/submissions';
import { hadBothLooked, inOrder, ORDERS, type Who } from '../../support/two-at-once';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

type Seen = { readonly consignmentId: string; readonly rowVersion: number };
type Subject = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly openId: string;
  readonly decisionId: string;
};
type Act = (by: Actor, seen: Seen, subject: Subject) => Promise<unknown>;
const AT = minutesLater(5);
const noted = { note: 'Seen' } as const;

const claim: Act = (by, seen) => claimConsignment(by, seen, AT);
const release: Act = (by, seen) => releaseConsignment(by, { ...seen, ground: 'risk_not_confirmed', ...noted }, AT);
const detain: Act = (by, seen) =>
  decideConsignment(by, { ...seen, kind: 'detain', ground: 'documents_outstanding', ...noted }, AT);
const refuseEntry: Act = (by, seen) =>
  decideConsignment(by, { ...seen, kind: 'refuse', ground: 'unsafe_goods', ...noted }, AT);
const endDetention: Act = (by, seen) =>
  decideConsignment(by, { ...seen, kind: 'end_detention', ground: 'documents_produced', ...noted }, AT);
const hold: Act = (by, seen) => holdConsignment(by, { ...seen, ground: 'value_doubt' }, AT);
const ask: Act = (by, seen) =>
  referConsignment(by, { ...seen, type: 'rfi', question: 'Why?', dueAt: minutesLater(90) }, AT);
const examine: Act = (by, seen) => orderExamination(by, { ...seen, kind: 'physical' }, AT);
const record: Act = (by, seen, { openId }) =>
  recordExaminationResult(by, { ...seen, examinationId: openId, resultCode: 'conform', finding: null }, AT);
const snooze: Act = (by, seen) =>
  snoozeConsignment(by, { ...seen, event: 'time', until: minutesLater(60), reason: 'awaits_papers' }, AT);
const skip: Act = (by, seen) => skipConsignment(by, { ...seen, reason: 'needs_specialist' }, AT);
const transfer: Act = (by, seen) =>
  transferConsignment(by, { ...seen, toOfficeId: 'BELGG', reason: 'arrives_elsewhere' }, AT);
const propose: Act = (by, seen) => decideConsignment(by, { ...seen, kind: 'destroy', ground: 'no_use', ...noted }, AT);
const approve: Act = (by, seen, { decisionId }) => confirmProposal(by, { ...seen, decisionId }, AT);
const reject: Act = (by, seen, { decisionId }) => rejectProposal(by, { ...seen, decisionId, ...noted }, AT);
const revoke: Act = (by, seen) => undoDecision(by, { ...seen, ...noted }, AT);
const sendNewData: Act = async (_by, _seen, { reference }) => {
  const { submissionId } = await receiveSubmission(desk.partner, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(Buffer.from(csvOf([{ reference, office: desk.officeId }]))),
  });
  await processSubmission(desk.partner, submissionId);
};

type Script = {
  readonly name: string;
  readonly acts: readonly [Act, Act];
  /** Where it may end, whoever was first. */
  readonly ends: readonly Status[];
  /** How many of the two may succeed where both had looked before either acted; one where nothing else is said. */
  readonly both?: true;
  /** What was done before the two came. */
  readonly before?: (seen: Seen) => Promise<Partial<Subject>>;
  /** Who the two are, where they are not the two officers. */
  readonly by?: () => readonly [Actor, Actor];
};

const ordered = async (seen: Seen) => ({ openId: ((await examine(desk.officer, seen, NONE)) as Opened).examinationId });
type Opened = { readonly examinationId: string };
const NONE: Subject = { consignmentId: '', reference: '', openId: '', decisionId: '' };

/** Detained, and its destruction proposed by the first officer; whoever may second it has opened it. */
const proposed = async (seen: Seen) => {
  const detention = { ...seen, kind: 'detain', ground: 'documents_outstanding', ...noted } as const;
  const { rowVersion } = await decideConsignment(desk.officer, detention, minutesLater(1));
  const wish = { ...seen, rowVersion, kind: 'destroy', ground: 'no_use', ...noted } as const;
  const proposal = { ...seen, ...(await decideConsignment(desk.officer, wish, minutesLater(2))) };
  await openedBy([desk.colleague, desk.supervisor], proposal, minutesLater(3));
  return { decisionId: proposal.decisionId };
};
const detained = async (seen: Seen) => {
  const wish = { ...seen, kind: 'detain', ground: 'documents_outstanding', ...noted } as const;
  await decideConsignment(desk.officer, wish, minutesLater(1));
  return {};
};

const SCRIPTS: readonly Script[] = [
  { name: 'claim / claim', acts: [claim, claim], ends: ['selected'] },
  { name: 'claim / release', acts: [claim, release], ends: ['selected', 'released'] },
  { name: 'skip / claim', acts: [skip, claim], ends: ['selected'] },
  { name: 'snooze / claim', acts: [snooze, claim], ends: ['selected'] },
  { name: 'release / release', acts: [release, release], ends: ['released'] },
  { name: 'release / detain', acts: [release, detain], ends: ['released', 'detained'] },
  { name: 'release / hold', acts: [release, hold], ends: ['released', 'selected'] },
  { name: 'hold / hold', acts: [hold, hold], ends: ['selected'] },
  { name: 'ask / release', acts: [ask, release], ends: ['selected', 'released'] },
  { name: 'examine / refuse', acts: [examine, refuseEntry], ends: ['examination', 'refused'] },
  { name: 'record / record', acts: [record, record], ends: ['selected'], before: ordered },
  { name: 'transfer / release', acts: [transfer, release], ends: ['selected', 'released'] },
  {
    name: 'end detention / refuse',
    acts: [endDetention, refuseEntry],
    ends: ['selected', 'refused'],
    before: detained,
  },
  { name: 'import / release', acts: [sendNewData, release], ends: ['selected', 'released'], both: true },
  { name: 'import / claim', acts: [sendNewData, claim], ends: ['selected', 'released'], both: true },
  { name: 'import / detain', acts: [sendNewData, detain], ends: ['released', 'detained'], both: true },
  {
    name: 'import / propose',
    acts: [sendNewData, propose],
    ends: ['detained', 'awaiting_second'],
    both: true,
    before: detained,
  },
  {
    name: 'import / approve',
    acts: [sendNewData, approve],
    ends: ['awaiting_second', 'destroyed'],
    both: true,
    before: proposed,
  },
  { name: 'propose / propose', acts: [propose, propose], ends: ['awaiting_second'], before: detained },
  {
    name: 'propose / refuse',
    acts: [propose, refuseEntry],
    ends: ['awaiting_second', 'refused'],
    before: detained,
  },
  {
    name: 'approve / approve',
    acts: [approve, approve],
    ends: ['destroyed'],
    before: proposed,
    by: () => [desk.colleague, desk.supervisor],
  },
  {
    name: 'approve / reject',
    acts: [approve, reject],
    ends: ['destroyed', 'detained'],
    before: proposed,
    by: () => [desk.colleague, desk.supervisor],
  },
  {
    name: 'approve / revoke',
    acts: [approve, revoke],
    ends: ['destroyed', 'detained'],
    before: proposed,
    by: () => [desk.colleague, desk.officer],
  },
  {
    name: 'reject / revoke',
    acts: [reject, revoke],
    ends: ['detained'],
    before: proposed,
    by: () => [desk.colleague, desk.officer],
  },
  {
    name: 'revoke / revoke',
    acts: [revoke, revoke],
    ends: ['detained'],
    before: proposed,
    by: () => [desk.officer, desk.officer],
  },
  {
    name: 'approve / hold',
    acts: [approve, hold],
    ends: ['destroyed', 'awaiting_second'],
    before: proposed,
    by: () => [desk.colleague, desk.supervisor],
  },
];
const GONE_AFTERWARDS: readonly Act[] = [transfer, approve, reject];

let made = 0;

describe('Two at one consignment', () => {
  it.each(SCRIPTS)('$name: in every order one end, and whoever came too late is told', async (script) => {
    for (const order of ORDERS) {
      made += 1;
      const reference = `BETWEEN-${made}`;
      const { consignmentId } = await aConsignment(desk, inLane('yellow'), withReference(reference));
      // Placed without a draw: else new data would draw one in a hundred of them, of which the placed row knows nothing.
      await db().update(selections).set({ drawProbability: 0 }).where(eq(selections.consignmentId, consignmentId));
      const started = { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion };
      const subject = { ...NONE, consignmentId, reference, ...(await script.before?.(started)) };
      const [first, second] = script.by?.() ?? [desk.officer, desk.colleague];
      const looks = new Map<Who, Seen>();
      const look = async (who: Who) =>
        void looks.set(who, { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
      const act = (who: Who) => {
        const seen = looks.get(who) ?? started;
        const [by, does] = who === 'a' ? [first, script.acts[0]] : [second, script.acts[1]];
        return does(by, seen, subject).then(
          () => true,
          (error: unknown) => {
            // What went to another office, or was settled, is not there any more for who comes after.
            if (error instanceof NotFoundError && script.acts.some((one) => GONE_AFTERWARDS.includes(one)))
              return false;
            if (!(error instanceof RefusedError)) throw error;
            expect(error.reasons.length, `${script.name} ${order}`).toBeGreaterThan(0);
            return false;
          },
        );
      };
      const won = await inOrder(order, { look, act });
      const row = await standing(consignmentId);
      const place = `${script.name} ${order}, won by ${won.join('')}`;
      expect(script.ends, place).toContain(row.status);
      // Whoever acted on what was there then is never lost; of two who had both looked before, one.
      expect(won.length, place).toBeGreaterThan(0);
      if (hadBothLooked(order) && !script.both) expect(won, place).toHaveLength(1);
      const [told] = await db().select({ n: count() }).from(events).where(eq(events.consignmentId, consignmentId));
      expect(row.rowVersion, place).toBe(1 + (told?.n ?? 0));
      const inForce = and(eq(decisions.consignmentId, consignmentId), eq(decisions.state, 'proposed'));
      expect(await db().$count(decisions, inForce), place).toBe(row.status === 'awaiting_second' ? 1 : 0);
    }
    await expectStatisticsToAgree();
  });
});
