import { defineRoute } from '@/app/_server/define-route';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';

/** Status, holds, questions and charges of one of the partner's consignments. */
export const GET = defineRoute<{ reference: string }>('consignment.track', async ({ actor, params }) =>
  Response.json(await trackConsignment(actor, params.reference)),
);
