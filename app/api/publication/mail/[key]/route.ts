import { NextResponse } from 'next/server';
import { definePublicRoute } from '@/app/_server/define-route';
import { routes } from '@/app/_server/routes';
import { endMails } from '@/db/commands/publication/change-mail';
import { MAIL_KEY } from '@/lib/publication/mail';

type Params = { key: string };

/**
 * Ends a subscription by one step (RFC 8058): the reader's mail program posts here, without a cookie and from no page of ours; the key in the
 * address is the authority. The answer is the same for a key that is of none any more.
 */
export const POST = definePublicRoute<Params>(async ({ params }) => {
  if (MAIL_KEY.test(params.key)) await endMails(params.key);
  return new NextResponse(null, { status: 204 });
});

/** Who follows the address by hand comes to the page with its button: opening it ends nothing. */
export const GET = definePublicRoute<Params>(
  async ({ params }) =>
    new NextResponse(null, { status: 303, headers: { location: routes.publishedMailOf(params.key) } }),
);
