import { defineRoute } from '@/app/_server/define-route';
import { tryProfile } from '@/db/queries/profile/try-profile';

/** What conditions would have met; a read, sent by POST because conditions may be long. */
export const POST = defineRoute('profile.read', async ({ actor, request }) => {
  // What is no JSON is no tree, and is answered as such.
  const tree: unknown = await request.json().catch(() => null);
  return Response.json(await tryProfile(actor, tree));
});
