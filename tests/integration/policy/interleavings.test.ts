import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { saveDraft } from '@/db/commands/policy/save-draft';
import { db } from '@/db/connection';
import { getDraft } from '@/db/queries/policy/drafts';
import { auditLog, changeDecisions, drafts } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { RefusedError } from '@/lib/kernel/errors';
import type { Verdict } from '@/lib/policy/change';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { hadBothLooked, inOrder, ORDERS } from '../../support/two-at-once';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const third = someone('risk_manager', 'NLRTM', 'G. Third');
const AT = new Date('2026-11-02T09:00:00Z');
const reason = 'As the act says.';
let law = '';

beforeAll(async () => {
  await aDesk();
  const act = { kind: 'act', title: 'Budget Act', citation: 'Act 7 of 2026', textLink: '' } as const;
  law = (await enterInstrument(author, { ...act, validFrom: '2026-01-01', validTo: '' }, AT)).id;
});

const partsOf = (ratePercent: string) =>
  JSON.stringify([{ kind: 'vat_rate', key: 'standard', value: { ratePercent, prefixes: [] } }]);
/** Each change acts in a week of its own, so that what one order approves is in no other's way. */
let week = 0;
const nextWeek = () => {
  week += 1;
  const validFrom = addDays('2027-01-04', 7 * week);
  return { validFrom, validTo: addDays(validFrom, 5) };
};

const isTaken = (act: Promise<unknown>) =>
  act.then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
      return false;
    },
  );

type Script = { readonly name: string; readonly verdicts: readonly [Verdict, Verdict]; readonly isRevoked?: true };
const SCRIPTS: readonly Script[] = [
  { name: 'approve / approve', verdicts: ['approve', 'approve'] },
  { name: 'approve / refuse', verdicts: ['approve', 'refuse'] },
  { name: 'approve / return', verdicts: ['approve', 'return'] },
  { name: 'approve / revoke', verdicts: ['approve', 'withdraw'], isRevoked: true },
  { name: 'refuse / revoke', verdicts: ['refuse', 'withdraw'], isRevoked: true },
];

describe('Two at one change of the policy', () => {
  it.each(SCRIPTS)('$name: in every order one of them decides it, once', async ({ verdicts, isRevoked }) => {
    for (const order of ORDERS) {
      const asked = { parts: partsOf('22'), instrumentId: law, draftVersion: 0, reason, ...nextWeek() };
      const { changeId } = await proposeChange(author, asked, AT);
      const won = await inOrder(order, {
        look: async () => undefined,
        act: (who) => {
          const by = who === 'a' ? second : isRevoked ? author : third;
          return isTaken(decideChange(by, { changeId, verdict: verdicts[who === 'a' ? 0 : 1], reason }, AT));
        },
      });
      const decided = await db().select().from(changeDecisions).where(eq(changeDecisions.changeId, changeId));
      expect(won, order).toHaveLength(1);
      expect(decided.map(({ verdict }) => verdict)).toEqual([verdicts[won[0] === 'a' ? 0 : 1]]);
      expect(await db().$count(auditLog, eq(auditLog.subjectId, changeId))).toBe(2);
    }
  });

  it('edit / edit: in every order nothing is overwritten unseen', async () => {
    for (const order of ORDERS) {
      const days = nextWeek();
      const begun = { parts: partsOf('20'), draftVersion: 0, instrumentId: law, ...days };
      const { draftId } = await saveDraft(author, begun, AT);
      const looks = new Map<string, number>();
      const won = await inOrder(order, {
        look: async (who) => void looks.set(who, (await getDraft(author, draftId)).version),
        act: (who) => {
          const draftVersion = looks.get(who) ?? 0;
          const wish = { ...begun, parts: partsOf(who === 'a' ? '21' : '22'), draftId, draftVersion };
          return isTaken(saveDraft(author, wish, AT));
        },
      });
      expect(won, order).toHaveLength(hadBothLooked(order) ? 1 : 2);
      expect(await db().$count(drafts, eq(drafts.id, draftId)), order).toBe(1 + won.length);
      const kept = await getDraft(author, draftId);
      expect(kept.version).toBe(1 + won.length);
      expect(kept.parts[0]?.value).toMatchObject({ ratePercent: won.at(-1) === 'a' ? '21' : '22' });
    }
  });
});
