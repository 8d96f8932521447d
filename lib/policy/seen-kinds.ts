import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import type { ChangedKind } from './change';

/** Slots, and the share of them that is drawn: for who sees how many controls an office has hands for. */
const OF_CAPACITY: readonly string[] = ['capacity'] satisfies readonly ChangedKind[];

/**
 * Whether a reader of the policy sees parameters of a kind, on whatever page: lanes, the chance of the draw and indicators are told of
 * each consignment and are for everybody who reads the policy.
 */
export function seesKind(actor: Actor, kind: string): boolean {
  return !OF_CAPACITY.includes(kind) || can(actor, 'capacity.read');
}
