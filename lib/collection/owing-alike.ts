import type { Act } from '@/lib/clearance/transitions';
import type { LedgerEntry } from '@/lib/statistics/contributions';

/**
 * Acts that bring no new data, decide no appeal and state no duty: of what they leave released, only what customs found could make it owe
 * otherwise, and that stands in the ledger.
 */
const CHARGELESS: ReadonlySet<Act> = new Set([
  'answer',
  'withdraw_referral',
  'comment',
  'attach',
  'audit_select',
  'audit_take',
  'audit_ask',
  'audit_result',
  'move_exhibit',
]);

type Standing = Pick<LedgerEntry, 'outcome' | 'extraChargesMinor' | 'collectionModel'>;

/** Whether a consignment owes after an act what it owed before it, by what can be told without asking for its charges. */
export function isOwingAlike(act: Act, before: Standing, after: Standing): boolean {
  return (
    CHARGELESS.has(act) &&
    before.outcome === after.outcome &&
    before.extraChargesMinor === after.extraChargesMinor &&
    before.collectionModel === after.collectionModel
  );
}
