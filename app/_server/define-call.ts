import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { ApiCall } from '@/lib/api/call';
import { API_PROBLEMS } from '@/lib/api/problems';
import type { Actor } from '@/lib/identity/actor';
import type { Permission } from '@/lib/identity/permissions';
import { definePublicRoute, defineRoute, type Handler } from './define-route';
import { type ProblemExtras, problemResponse } from './problem-response';

/** What is only read. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

type Answers<Call extends ApiCall> = Call['answers'];
type Json<Call extends ApiCall, Status extends keyof Answers<Call>> = Answers<Call>[Status] extends {
  json: infer Schema extends z.ZodType;
}
  ? Frozen<z.input<Schema>>
  : never;
type TextType<Call extends ApiCall, Status extends keyof Answers<Call>> = Answers<Call>[Status] extends {
  text: readonly (infer Type extends string)[];
}
  ? Type
  : never;
type BytesType<Call extends ApiCall, Status extends keyof Answers<Call>> = Answers<Call>[Status] extends {
  bytes: readonly (infer Type extends string)[];
}
  ? Type
  : never;
type PathParameters<Call extends ApiCall> = Call['pathParameters'] extends z.ZodObject
  ? { [Name in keyof z.output<Call['pathParameters']>]: string }
  : Record<string, string>;

type Query<Call extends ApiCall> = Call extends { query: infer Schema extends z.ZodObject } ? z.output<Schema> : null;

type Headers = Readonly<Record<string, string>>;

/** What a handler may answer: what its call declares, and nothing else. */
export type Replies<Call extends ApiCall> = {
  readonly answer: <Status extends keyof Answers<Call> & number>(
    status: Status,
    body: Json<Call, Status>,
    headers?: Headers,
  ) => Response;
  readonly text: <Status extends keyof Answers<Call> & number>(
    status: Status,
    type: TextType<Call, Status>,
    body: string | ReadableStream<Uint8Array>,
    headers?: Headers,
  ) => Response;
  readonly bytes: <Status extends keyof Answers<Call> & number>(
    status: Status,
    type: BytesType<Call, Status>,
    body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
    headers?: Headers,
  ) => Response;
  readonly problem: (code: Call['problems'][number], extras?: ProblemExtras) => Promise<Response>;
};

type Run<Call extends ApiCall, Who> = (
  given: { actor: Who; request: NextRequest; params: PathParameters<Call>; query: Query<Call> } & Replies<Call>,
) => Promise<Response>;

type Asked<Call extends ApiCall> = { request: NextRequest; params: PathParameters<Call> };

/** A route with the call it answers, for whoever compares the two. */
export type DefinedCall<Call extends ApiCall> = Handler<PathParameters<Call>> & { readonly call: Call };

function repliesOf<Call extends ApiCall>(): Replies<Call> {
  return {
    answer: (status, body, headers) => Response.json(body, { status, headers: { ...headers } }),
    text: (status, type, body, headers) =>
      new Response(body, { status, headers: { ...headers, 'content-type': `${type}; charset=utf-8` } }),
    bytes: (status, type, body, headers) =>
      new Response(body, {
        status,
        headers: { ...headers, 'content-type': type, 'x-content-type-options': 'nosniff' },
      }),
    problem: (code, extras) => problemResponse(API_PROBLEMS[code], code, extras),
  };
}

/**
 * Makes the handler of a call of the API. `inSandbox` answers keys that leave no trace; without it they are refused like anybody
 * who lacks the permission.
 */
export function defineCall<Call extends ApiCall & { readonly permission: Permission }>(
  call: Call,
  run: Run<Call, Actor>,
  inSandbox?: Run<Call, Actor>,
): DefinedCall<Call> {
  const replies = repliesOf<Call>();
  const asked = (handler: Run<Call, Actor>) => async (given: { actor: Actor } & Asked<Call>) => {
    const query = queryOf(call, given.request);
    return query instanceof z.ZodError ? unfitQuery(call, query) : handler({ ...given, ...replies, query });
  };
  const handler = defineRoute<PathParameters<Call>>(call.permission, asked(run), {
    ...(call.sandbox && inSandbox ? { sandbox: { permission: call.sandbox, run: asked(inSandbox) } } : {}),
  });
  return Object.assign(handler, { call });
}

/** The same for calls that need no key. */
export function definePublicCall<Call extends ApiCall & { readonly permission: null }>(
  call: Call,
  run: Run<Call, Actor | null>,
): DefinedCall<Call> {
  const replies = repliesOf<Call>();
  const handler = definePublicRoute<PathParameters<Call>>((given) => {
    const query = queryOf(call, given.request);
    return query instanceof z.ZodError ? unfitQuery(call, query) : run({ ...given, ...replies, query });
  });
  return Object.assign(handler, { call });
}

function unfitQuery(call: ApiCall, fault: z.ZodError): Promise<Response> {
  const code = call.problems.includes('query_invalid') ? 'query_invalid' : 'page_invalid';
  return problemResponse(API_PROBLEMS[code], code, { detail: z.prettifyError(fault) });
}

/** The query as the call describes it; null where it describes none. */
function queryOf<Call extends ApiCall>(call: Call, request: NextRequest): Query<Call> | z.ZodError {
  const parsed = call.query?.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  return parsed && !parsed.success ? parsed.error : ((parsed?.data ?? null) as Query<Call>);
}
