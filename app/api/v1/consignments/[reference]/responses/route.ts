import { defineCall } from '@/app/_server/define-call';
import { routes } from '@/app/_server/routes';
import { listResponses } from '@/db/queries/answers/consignment-responses';
import { LIST_RESPONSES } from '@/lib/api/calls';

/** Everything customs answered about one of the partner's references, in the order it was told. */
export const GET = defineCall(LIST_RESPONSES, async ({ actor, params, answer }) => {
  const { reference } = params;
  const responses = await listResponses(actor, reference);
  return answer(200, {
    reference,
    responses: responses.map((row) => ({ ...row, href: routes.responseDocument(reference, row.responseId) })),
  });
});
