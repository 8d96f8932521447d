import type { Problem } from '@/lib/kernel/problem';
import { faultAt, type HeldAgainst, partFaults, valueAt } from '@/lib/policy/part-faults';
import { CHANGES, type Changes } from './changes';

/** What changes are held against: the dated rows of the period, and what the author may touch. */
export type CheckedAgainst = HeldAgainst & {
  readonly officeIds: readonly string[];
  /** Versions of each profile there is. */
  readonly versions: ReadonlyMap<string, readonly number[]>;
};

export type CheckedChanges =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads changes as somebody typed them, and finds every fault of them: its place, its rule and the value. */
export function checkChanges(typed: string, against: CheckedAgainst): CheckedChanges {
  const sent = jsonOf(typed);
  const read = CHANGES.safeParse(sent);
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message, code }) => {
        const rule = /^[a-z][a-z_]*$/.test(message) ? message : code;
        return faultAt(`changes.${named(path, sent).join('.')}`, rule, valueAt(sent, path));
      }),
    };
  }
  const changes = read.data;
  const problems = [
    ...changes.parameters.flatMap((change) => partFaults(change, `changes.${change.kind}.${change.key}`, against)),
    ...twice(changes.parameters, ({ kind, key }) => `changes.${kind}.${key}`),
    ...changes.slots
      .filter(({ officeId }) => !against.officeIds.includes(officeId))
      .map(({ officeId }) => faultAt(`changes.slots.${officeId}`, 'unknown_office', officeId)),
    ...twice(changes.slots, ({ officeId }) => `changes.slots.${officeId}`),
    ...changes.profiles.flatMap(({ profileId, version }) => {
      const known = against.versions.get(profileId);
      if (!known) return [faultAt(`changes.profiles.${profileId}`, 'unknown_profile', profileId)];
      if (version === null || known.includes(version)) return [];
      return [faultAt(`changes.profiles.${profileId}`, 'unknown_version', String(version))];
    }),
    ...twice(changes.profiles, ({ profileId }) => `changes.profiles.${profileId}`),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return null;
  }
}

type Path = readonly PropertyKey[];

/** Offices and profiles are told by their own name instead of the place in the list. */
function named(path: Path, sent: unknown): readonly string[] {
  const [list, at, ...rest] = path.map(String);
  const one = at === undefined ? undefined : valueAt(sent, path.slice(0, 2));
  const name = list === 'slots' ? 'officeId' : list === 'profiles' ? 'profileId' : 'key';
  const own = typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined;
  return [list ?? '', ...(at === undefined ? [] : [typeof own === 'string' ? own : at]), ...rest];
}

function twice<Item>(items: readonly Item[], pointerOf: (item: Item) => string): readonly Problem[] {
  const pointers = items.map(pointerOf);
  return pointers.filter((one, index) => pointers.indexOf(one) < index).map((one) => faultAt(one, 'twice'));
}
