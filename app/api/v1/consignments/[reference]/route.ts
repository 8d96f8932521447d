import { defineCall } from '@/app/_server/define-call';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { getSandboxConsignment } from '@/db/queries/sandbox/sandbox-answers';
import { READ_CONSIGNMENT } from '@/lib/api/calls';

/** Status, holds, questions and charges of one of the partner's consignments. */
export const GET = defineCall(
  READ_CONSIGNMENT,
  async ({ actor, params, answer }) => answer(200, await trackConsignment(actor, params.reference)),
  async ({ actor, params, answer }) => answer(200, await getSandboxConsignment(actor, params.reference)),
);
