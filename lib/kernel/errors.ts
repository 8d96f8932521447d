import type { Problem, Reason } from './problem';

/** Nobody is signed in, or the session was ended. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
}

/** The actor's role does not carry the permission. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
  constructor(readonly permission: string) {
    super(`permission ${permission} is missing`);
  }
}

/** The thing does not exist for this actor: truly absent, or of another office or partner. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  constructor(readonly subject: string) {
    super(`${subject} not found`);
  }
}

/** A decision was refused by the rules; every reason is shown beside the button. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(readonly reasons: readonly Reason[]) {
    super(reasons.map((reason) => reason.code).join(', '));
  }
}

/** Input did not parse; the problems name every field. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.pointer}: ${problem.code}`).join(', '));
  }
}

/** Shorthand for the commonest refusal: one reason. */
export function refuse(code: string, params?: Reason['params']): RefusedError {
  return new RefusedError([params ? { code, params } : { code }]);
}
