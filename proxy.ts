import { type NextRequest, NextResponse } from 'next/server';

/**
 * Gives every page a Content Security Policy with a nonce of its own. Nothing about authority is decided here.
 * Styles may be inline because charts set sizes by style attributes; scripts may not.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const developing = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // The way back after a sign-in; pages cannot read their own address.
  headers.set('x-luxor-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/**
 * Pages only: bodies that pass a proxy are cut at 10 MB, so everything under /api stays out, and the files of `public` need no
 * policy. They are named one by one: the reference of a consignment, and so the address of a page, may end like a file.
 */
export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static|_next/image|(?:icon|word-mark)\\.svg$|favicon\\.ico$|screenshot-queue\\.png$).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
