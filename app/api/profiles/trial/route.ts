import { defineRoute } from '@/app/_server/define-route';
import { recordTrial } from '@/db/commands/profile/record-trial';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { isUuid } from '@/lib/kernel/ids';
import { TREE_SHAPE } from '@/lib/profile/tree';

/** Longest conditions that are read; as many as a profile may have are far below. */
const BODY_CHARS = 256_000;

/** Conditions as they were sent; what is no JSON, or too long, is no tree and is answered as such. */
function treeIn(body: string): unknown {
  try {
    return body.length > BODY_CHARS ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/** What conditions would have met; a read, sent by POST because conditions may be long. That it was asked is noted before it is told. */
export const POST = defineRoute('profile.read', async ({ actor, request }) => {
  const tree = treeIn(await request.text());
  const own = new URL(request.url).searchParams.get('profile');
  const answer = await tryProfile(actor, tree, { own: isUuid(own ?? '') ? own : null });
  if ('trial' in answer) await recordTrial(actor, TREE_SHAPE.parse(tree));
  return Response.json(answer);
});
