import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import type { ChangedKind } from './change';

/** Kinds that say who is controlled: for whoever weighs them, not for everybody who reads the law. */
const SELECTING: readonly string[] = ['lane', 'random', 'indicator'] satisfies readonly ChangedKind[];
/** Slots, and the share of them that is drawn. */
const OF_CAPACITY: readonly string[] = ['capacity'] satisfies readonly ChangedKind[];

/** Whether a reader of the policy sees parameters of a kind. */
export function seesKind(actor: Actor, kind: string): boolean {
  if (OF_CAPACITY.includes(kind)) return can(actor, 'capacity.read');
  return !SELECTING.includes(kind) || can(actor, 'simulation.read');
}
