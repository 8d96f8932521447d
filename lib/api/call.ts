import type { z } from 'zod';
import type { Permission } from '@/lib/identity/permissions';
import type { ApiProblemCode } from './problems';

/** Headers of answers and calls; their sentences stand in the catalogue under `api.header`. */
export type ApiHeader =
  | 'location'
  | 'link'
  | 'content-disposition'
  | 'retry-after'
  | 'idempotency-key'
  | 'x-file-name'
  | 'accept';

/** What an answer carries: JSON of a schema, text of a media type, or bytes as they are. */
export type ApiAnswer = {
  readonly json?: z.ZodType;
  readonly bytes?: readonly string[];
  readonly text?: readonly string[];
  readonly headers?: readonly ApiHeader[];
};

/**
 * One call of the API. Its route takes permission, parameters, the types of its answers and the problems it may answer with from
 * here, and the document is made of the same: what is not told here cannot be answered.
 */
export type ApiCall = {
  /** The `operationId`; sentences stand in the catalogue under `api.call.<id>`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/api/v1/${string}`;
  /** Null where no key is needed. */
  readonly permission: Permission | null;
  /** What a sandbox key needs for it; null where it has no say. */
  readonly sandbox: Permission | null;
  readonly pathParameters?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: readonly ApiHeader[];
  /** Takes a submission of advance data as its body. */
  readonly takesSubmission?: boolean;
  /** Takes a file of one of these types as its body. */
  readonly takesFile?: readonly string[];
  /** Takes JSON as its body. */
  readonly takes?: z.ZodType;
  readonly answers: Readonly<Record<number, ApiAnswer>>;
  /** Problems its own code answers with, and those its commands lead to. */
  readonly problems: readonly ApiProblemCode[];
  /** Codes of the reasons under which the rules refuse it (409). */
  readonly refusals?: readonly string[];
};
