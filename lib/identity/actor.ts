import type { KeyScope } from './key-scopes';
import type { ActingRole } from './roles';

/**
 * Who asks. Built per request from our own tables, never from a token.
 * `officeIds` are the offices a user may see; `partnerId` binds a partner's user or key to its own data,
 * `agencyId` the person of an agency to the holds placed for it.
 */
export type Actor = {
  readonly kind: 'user' | 'api_key' | 'system';
  readonly id: string;
  readonly name: string;
  readonly role: ActingRole;
  readonly officeId: string | null;
  readonly officeIds: readonly string[];
  readonly partnerId: string | null;
  readonly agencyId: string | null;
  readonly sessionId: string | null;
  /** When a person last proved who they are in this session; acts of consequence ask how long ago. */
  readonly confirmedAt?: Date;
  /** What a bearer key is limited to; absent where the role alone decides. */
  readonly scopes?: readonly KeyScope[];
};

/** Background work acts under its own name, so that the audit log can tell it from people. */
export const SYSTEM_ACTOR: Actor = {
  kind: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  name: 'Luxor',
  role: 'system',
  officeId: null,
  officeIds: [],
  partnerId: null,
  agencyId: null,
  sessionId: null,
};
