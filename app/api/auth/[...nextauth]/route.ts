import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/app/_server/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** The sign-in, sign-out and identity provider addresses of next-auth, with our own pages in front of them. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions());
  response.headers.set('cache-control', 'no-store');
  return response;
}

export { answer as GET, answer as POST };
