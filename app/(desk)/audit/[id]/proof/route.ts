import { defineRoute } from '@/app/_server/define-route';
import { entryProof } from '@/db/queries/audit/entry-proof';

/** The proof that one entry is in the sealed log, for whoever keeps a head of it. */
export const GET = defineRoute<{ id: string }>('audit.read', async ({ actor, params }) => {
  const proof = await entryProof(actor, params.id);
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${params.id}.json"`,
    },
  });
});
