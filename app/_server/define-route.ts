import 'server-only';
import type { NextRequest } from 'next/server';
import { countApiCall } from '@/db/commands/identity/count-api-call';
import { recordRefusedAttempt } from '@/db/commands/identity/record-refused-attempt';
import { logLine } from '@/db/log';
import { isAway } from '@/db/sql-state';
import { traced } from '@/db/tracing';
import type { Actor } from '@/lib/identity/actor';
import { authorise, type Permission } from '@/lib/identity/permissions';
import {
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  RefusedError,
  UnauthenticatedError,
} from '@/lib/kernel/errors';
import { findSignedIn, mustEnrol, peekSignedIn } from './actor';
import { actorOfBearer } from './api-key';
import { isOwnRequest } from './own-request';
import { problemResponse } from './problem-response';
import { countRequest } from './request-metrics';

type Parameters = Record<string, string | string[]>;
type Call<Params> = { request: NextRequest; params: Params };
export type Handler<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

export type RouteOptions<Params extends Parameters = Record<string, string>> = {
  /** Answers a sandbox key in place of the handler; without it such a key is refused. */
  sandbox?: { permission: Permission; run: (call: Call<Params> & { actor: Actor }) => Promise<Response> };
  /** Asked by an open page by itself, not by a person: it does not keep the session alive. */
  background?: boolean;
};

/** A database that restarts is back within some seconds. */
const AWAY_SECONDS = 5;
/** The key has made its calls of this minute. */
class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
  constructor(readonly retryAfterSeconds: number) {
    super('too many calls');
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Makes a route handler for people and partners: a partner's bearer key or the session of the browser says who asks, errors become
 * problem documents. Answers are never kept by caches.
 */
export function defineRoute<Params extends Parameters = Record<string, string>>(
  permission: Permission,
  handler: (call: Call<Params> & { actor: Actor }) => Promise<Response>,
  options: RouteOptions<Params> = {},
): Handler<Params> {
  return answering(permission, async (request, params) => {
    const actor = await actorOfRequest(request, options);
    if (!actor) throw new UnauthenticatedError();
    const entrance = (actor.role === 'sandbox' && options.sandbox) || { permission, run: handler };
    try {
      authorise(actor, entrance.permission);
      return await entrance.run({ actor, request, params });
    } catch (error) {
      await recordRefusal(actor, entrance.permission, error);
      throw error;
    }
  });
}

/** The same for routes that anybody may call; the actor is null for the public. A bearer key that is wrong is refused all the same. */
export function definePublicRoute<Params extends Parameters = Record<string, string>>(
  handler: (call: Call<Params> & { actor: Actor | null }) => Promise<Response>,
): Handler<Params> {
  return answering('public', async (request, params) =>
    handler({ actor: await actorOfRequest(request), request, params }),
  );
}

async function actorOfRequest(
  request: NextRequest,
  options: Pick<RouteOptions, 'background'> = {},
): Promise<Actor | null> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const actor = await actorOfBearer(authorization);
    if (!actor) throw new UnauthenticatedError();
    const over = await countApiCall(actor);
    if (over) throw new TooManyCalls(over.retryAfterSeconds);
    return actor;
  }
  const signedIn = await (options.background ? peekSignedIn() : findSignedIn());
  if (signedIn && mustEnrol(signedIn)) throw new ForbiddenError('second-factor');
  const actor = signedIn?.actor ?? null;
  // A cookie travels by itself, so a change on its strength must come from one of our own pages.
  if (actor && !READS.has(request.method) && !isOwnRequest(request.headers)) throw new ForbiddenError('same-origin');
  return actor;
}

function answering<Params extends Parameters>(
  name: string,
  run: (request: NextRequest, params: Params) => Promise<Response>,
): Handler<Params> {
  return async (request, context) => {
    const began = performance.now();
    const response = await traced(`route ${name}`, () => answered(request, context.params, run)).catch(
      (error: unknown) => problemOf(error, name),
    );
    const outcome = response.status >= 500 ? 'failed' : response.status >= 400 ? 'refused' : 'ok';
    countRequest('route', name, outcome, (performance.now() - began) / 1_000);
    return response;
  };
}

async function answered<Params>(
  request: NextRequest,
  params: Promise<Params>,
  run: (request: NextRequest, params: Params) => Promise<Response>,
): Promise<Response> {
  const response = await run(request, await params);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}

async function recordRefusal(actor: Actor, permission: Permission, error: unknown): Promise<void> {
  if (error instanceof RefusedError) await recordRefusedAttempt(actor, { attempt: permission, reasons: error.reasons });
  if (error instanceof ForbiddenError)
    await recordRefusedAttempt(actor, { attempt: permission, reasons: [{ code: 'forbidden' }] });
}

async function problemOf(error: unknown, name: string): Promise<Response> {
  if (error instanceof UnauthenticatedError) {
    return problemResponse(401, 'unauthenticated', { headers: { 'www-authenticate': 'Bearer realm="luxor"' } });
  }
  if (error instanceof TooManyCalls) {
    return problemResponse(429, 'rate_limited', { headers: { 'retry-after': String(error.retryAfterSeconds) } });
  }
  if (error instanceof ForbiddenError) return problemResponse(403, 'forbidden');
  if (error instanceof NotFoundError) return problemResponse(404, 'not_found');
  if (error instanceof RefusedError) return problemResponse(409, 'refused', { reasons: error.reasons });
  if (error instanceof InvalidInputError) return problemResponse(422, 'invalid_input', { problems: error.problems });
  if (isAway(error)) {
    logLine('warn', 'route.unavailable', { route: name });
    return problemResponse(503, 'unavailable', { headers: { 'retry-after': String(AWAY_SECONDS) } });
  }
  logLine('error', 'route.failed', { route: name, name: error instanceof Error ? error.name : typeof error });
  return problemResponse(500, 'failed');
}
