import { peekSignedIn } from '@/app/_server/actor';
import { defineRoute } from '@/app/_server/define-route';
import { timeLeftMs } from '@/lib/identity/session-life';

/** How long the session lasts if nobody uses it, in milliseconds; asking does not prolong it. */
export const GET = defineRoute(
  'identity.self',
  async () => {
    const session = await peekSignedIn();
    return Response.json({ timeLeftMs: session ? timeLeftMs(session, new Date()) : 0 });
  },
  { background: true },
);
