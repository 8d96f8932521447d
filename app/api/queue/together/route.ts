import { defineRoute } from '@/app/_server/define-route';
import { listTogether } from '@/db/queries/clearance/list-together';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';

/** What of a filtered queue may be released together, as far as the office lets so many leave, and what was passed over. */
export const GET = defineRoute('clearance.queue', async ({ actor, request }) => {
  const filter = parseQueueFilter(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await listTogether(actor, filter));
});
