import { defineRoute } from '@/app/_server/define-route';
import { queueChanges } from '@/db/queries/clearance/queue-changes';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';

/** What changed in the queue beside the rows the screen names; a read, sent by POST because the list is long. */
export const POST = defineRoute(
  'clearance.queue',
  async ({ actor, request }) => {
    const filter = parseQueueFilter(Object.fromEntries(new URL(request.url).searchParams));
    // What is no JSON is nothing that fits, and is refused as such.
    const shown = await request.json().catch(() => null);
    return Response.json(await queueChanges(actor, filter, shown));
  },
  { background: true },
);
