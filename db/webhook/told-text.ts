import { toldGround } from '@/lib/clearance/told-ground';
import type { ToldKind } from '@/lib/webhooks/told-kinds';

const OF_HOLDS: readonly ToldKind[] = ['held', 'hold_lifted'];

/**
 * What is told, with the ground of a hold in the words for partners. Rows of the outbox that earlier versions wrote hold the ground
 * itself; they may be sent, or sent again, long after.
 */
export function toldText(kind: ToldKind, text: string): string {
  if (!OF_HOLDS.includes(kind)) return text;
  const told = JSON.parse(text) as { readonly ground?: unknown };
  if (typeof told.ground !== 'string') return text;
  const ground = toldGround(told.ground);
  return ground === told.ground ? text : JSON.stringify({ ...told, ground });
}
