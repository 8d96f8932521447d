/**
 * Every problem document the API can answer with, and its status. The code is the end of the document's `type`; its title stands
 * in the catalogue under `forms.api`. Partners' programs read the codes: add, never rename.
 */
export const API_PROBLEMS = {
  idempotency_key_invalid: 400,
  body_missing: 400,
  page_invalid: 400,
  query_invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  refused: 409,
  content_type_unsupported: 415,
  content_encoding_unsupported: 415,
  charset_unsupported: 415,
  invalid_input: 422,
  submission_refused: 422,
  rate_limited: 429,
  failed: 500,
  unavailable: 503,
  sandbox_busy: 503,
} as const satisfies Record<string, number>;
export type ApiProblemCode = keyof typeof API_PROBLEMS;
