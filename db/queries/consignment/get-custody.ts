import 'server-only';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { DecisionDetail } from './consignment-detail';
import { findScoped } from './find-scoped';
import { type ExhibitDetail, loadExhibits } from './load-exhibits';
import { loadDecisions } from './load-proceedings';

export type CustodyRecord = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeName: string;
  readonly partnerName: string;
  readonly headline: string;
  readonly status: Status;
  readonly rowVersion: number;
  /** Decisions in effect, newest first. */
  readonly decisions: readonly DecisionDetail[];
  readonly exhibits: readonly ExhibitDetail[];
};

/** What was taken into custody of a consignment and where each thing went, for the file. @throws NotFoundError for a foreign one too */
export async function getCustody(actor: Actor, consignmentId: string): Promise<CustodyRecord> {
  authorise(actor, 'consignment.read');
  const { clearance, partnerName, officeName } = await findScoped(actor, consignmentId);
  const [decisions, exhibits] = await Promise.all([loadDecisions(consignmentId, actor), loadExhibits(consignmentId)]);
  return {
    consignmentId,
    reference: clearance.reference,
    officeName,
    partnerName,
    headline: clearance.headline,
    status: clearance.status,
    rowVersion: clearance.rowVersion,
    decisions: decisions.filter(({ state }) => state === 'final'),
    exhibits,
  };
}
