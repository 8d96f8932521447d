import { SCOPES, type Scope, SLOT_COUNT } from '@/lib/capacity/inputs';
import type { Slots } from '@/lib/capacity/slots';
import { CONTROL_TYPES } from '@/lib/consignment/codes';
import { parseDay } from '@/lib/kernel/dates';

export type CapacityParams = Readonly<Record<string, string | string[] | undefined>>;

export type CapacityAsked = {
  readonly officeId: string | null;
  readonly day: string | null;
  readonly scope: Scope;
  /** Slots whose consequences are asked for; null where nobody asked, or what was typed is no number. */
  readonly wished: Slots | null;
};

/** What the address asks for; anything it cannot mean counts as not said. */
export function capacityAsked(params: CapacityParams): CapacityAsked {
  const first = (name: string) => [params[name]].flat()[0] ?? '';
  const read = CONTROL_TYPES.map((control) => [control, SLOT_COUNT.safeParse(first(control))] as const);
  const isAsked = CONTROL_TYPES.every((control) => params[control] !== undefined);
  const slots = Object.fromEntries(read.map(([control, { data }]) => [control, data ?? null])) as Record<
    (typeof CONTROL_TYPES)[number],
    number | null
  >;
  return {
    officeId: first('office') || null,
    day: parseDay(first('day')),
    scope: SCOPES.find((scope) => scope === first('scope')) ?? 'day',
    wished: isAsked && read.every(([, { success }]) => success) ? slots : null,
  };
}
