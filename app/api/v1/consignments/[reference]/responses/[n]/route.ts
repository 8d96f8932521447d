import { defineRoute } from '@/app/_server/define-route';
import { getResponse } from '@/db/queries/answers/consignment-responses';

/** One answer of customs as an XML document of the WCO Data Model, by its number or its id. */
export const GET = defineRoute<{ reference: string; n: string }>('consignment.track', async ({ actor, params }) => {
  const { row, xml } = await getResponse(actor, params.reference, params.n);
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      // The name is ours, so that nothing a sender wrote stands in a header.
      'content-disposition': `attachment; filename="response-${row.functionCode}-${row.responseId}.xml"`,
    },
  });
});
