import { defineCall } from '@/app/_server/define-call';
import { getResponse } from '@/db/queries/answers/consignment-responses';
import { READ_RESPONSE } from '@/lib/api/calls';

/** One answer of customs as an XML document of the WCO Data Model, by its number or its id. */
export const GET = defineCall(READ_RESPONSE, async ({ actor, params, text }) => {
  const { row, xml } = await getResponse(actor, params.reference, params.n);
  return text(200, 'application/xml', xml, {
    // The name is ours, so that nothing a sender wrote stands in a header.
    'content-disposition': `attachment; filename="response-${row.functionCode}-${row.responseId}.xml"`,
  });
});
