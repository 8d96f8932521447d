import { parseDay } from '@/lib/kernel/dates';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What of the law of another day was asked for in the address, and what of it cannot be read. */
export type AsKnownWish = {
  readonly isAsked: boolean;
  readonly typed: Readonly<Record<'on' | 'known' | 'reference', string>>;
  readonly faults: { readonly on?: 'day'; readonly known?: 'day' | 'ahead' };
  /** Both days, where they can be read. */
  readonly days: { readonly on: string; readonly known: string } | null;
};

/** Reads the days and the reference of the address; what is left out is today. */
export function asKnownWish(params: Params, today: string): AsKnownWish {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name].trim() : '');
  const typed = { on: text('on'), known: text('known'), reference: text('reference') };
  const [on, known] = [parseDay(typed.on || today), parseDay(typed.known || today)];
  const faults = {
    ...(on === null ? { on: 'day' as const } : {}),
    ...(known === null ? { known: 'day' as const } : known > today ? { known: 'ahead' as const } : {}),
  };
  const isAsked = Object.values(typed).some(Boolean);
  const isWhole = isAsked && on !== null && known !== null && known <= today;
  return { isAsked, typed, faults, days: isWhole ? { on, known } : null };
}
