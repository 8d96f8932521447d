import { defineRoute } from '@/app/_server/define-route';
import { routes } from '@/app/_server/routes';
import { listResponses } from '@/db/queries/answers/consignment-responses';

/** Everything customs answered about one of the partner's references, in the order it was told. */
export const GET = defineRoute<{ reference: string }>('consignment.track', async ({ actor, params }) => {
  const { reference } = params;
  const responses = await listResponses(actor, reference);
  return Response.json({
    reference,
    responses: responses.map((row) => ({ ...row, href: routes.responseDocument(reference, row.responseId) })),
  });
});
