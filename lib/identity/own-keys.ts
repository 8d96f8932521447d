import { z } from 'zod';
import type { Reason } from '@/lib/kernel/problem';

/** Single keys a person may put elsewhere, as the product has them. `g` begins the way to a place; Enter, Escape and Ctrl keep their meaning. */
export const MOVABLE_KEYS = [
  ...['?', 'g', '/', '.', 'f', 'n', 'j', 'k', 'o', 'x', 'r'],
  ...['1', '2', '3', '4', 'l', 'a', 'd', 'c', 'b', 'm', 'h', 's', 't', 'u', 'z', 'v', 'p', 'q', 'w', 'i', '[', ']'],
] as const;
export type MovableKey = (typeof MOVABLE_KEYS)[number];

/** Where a person put keys: the key of the product, then the person's own. What is not named stays where it is. */
export type OwnKeys = Readonly<Partial<Record<MovableKey, string>>>;

/** The preference that keeps them, as JSON. */
export const OWN_KEYS_PREFERENCE = 'keys';

const own = z.partialRecord(z.enum(MOVABLE_KEYS), z.string().max(8));
/** The whole mapping, and the one that was seen, so that two windows never undo each other. */
export const SET_OWN_KEYS_INPUT = z.strictObject({ keys: own, seen: own });

/** One character that is typed without Shift or a modifier, so that every press of it is told alike. */
const ONE_KEY = /^[^\s\p{C}\p{Lu}]$/u;

/**
 * The mapping as it is kept: without the keys that stay in place. Refused where two things would answer to one key (`keys.taken`), or
 * a key is no single character (`keys.no_key`); every reason names the key it is about.
 */
export function decideOwnKeys(
  wished: OwnKeys,
): { readonly ok: true; readonly keys: OwnKeys } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const reasons: Reason[] = [];
  const used = new Map<string, MovableKey>();
  const keys: Partial<Record<MovableKey, string>> = {};
  for (const key of MOVABLE_KEYS) {
    const wish = wished[key] ?? key;
    const other = used.get(wish);
    if (!ONE_KEY.test(wish)) reasons.push({ code: 'keys.no_key', pointer: key, params: { key } });
    else if (other !== undefined) reasons.push({ code: 'keys.taken', pointer: key, params: { own: wish, key, other } });
    else used.set(wish, key);
    if (wish !== key) keys[key] = wish;
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, keys };
}

/** Always written alike, so that equal mappings are equal texts. */
export function ownKeysText(keys: OwnKeys): string {
  return JSON.stringify(MOVABLE_KEYS.flatMap((key) => (keys[key] && keys[key] !== key ? [[key, keys[key]]] : [])));
}

/** Keys that were added since people began to keep mappings. */
const ADDED_KEYS: readonly MovableKey[] = ['w', 'i'];

/** A mapping that was kept before a key was added and took it: what was added gets the key that became free. */
function besideAdded(keys: OwnKeys): OwnKeys {
  const kept: Partial<Record<MovableKey, string>> = { ...keys };
  for (const added of ADDED_KEYS) {
    const isTaken = MOVABLE_KEYS.some((key) => key !== added && kept[key] === added);
    const free = MOVABLE_KEYS.find((key) => !MOVABLE_KEYS.some((one) => (kept[one] ?? one) === key));
    if (isTaken && kept[added] === undefined && free) kept[added] = free;
  }
  return kept;
}

/** The mapping among the preferences of a person; none where what is kept is not understood. */
export function ownKeysOf(preferences: Readonly<Record<string, string>>): OwnKeys {
  try {
    const read = own.safeParse(Object.fromEntries(JSON.parse(preferences[OWN_KEYS_PREFERENCE] ?? '[]')));
    const decision = decideOwnKeys(besideAdded(read.data ?? {}));
    return decision.ok ? decision.keys : {};
  } catch {
    return {};
  }
}

/** A shortcut as the person presses it: of a sequence the first key moves, its letters stand for places and stay. */
export function asPressed(ownKeys: OwnKeys, keys: string): string {
  const [first = '', ...rest] = keys.split(' ');
  return [ownKeys[first as MovableKey] ?? first, ...rest].join(' ');
}

/** What a press of the person means, as the product has it; '' where the person moved that key away and nothing to it. */
export function asMeant(ownKeys: OwnKeys, press: string): string {
  const meant = MOVABLE_KEYS.find((key) => ownKeys[key] === press);
  return meant ?? (ownKeys[press as MovableKey] === undefined ? press : '');
}
