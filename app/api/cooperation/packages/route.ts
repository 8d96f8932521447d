import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { readBytes } from '@/app/_server/read-bytes';
import { receivePackage } from '@/db/commands/cooperation/receive-package';
import { PACKAGE_LIMITS } from '@/lib/cooperation/package';

/** Takes the file of a package of another administration; answers where it stands, or names every fault of it. */
export const POST = defineRoute('cooperation.prepare', async ({ actor, request }) => {
  const file = await readBytes(request, PACKAGE_LIMITS.bytes);
  if (file === null) return problemResponse(413, 'body_too_large');
  return Response.json(await receivePackage(actor, file));
});
