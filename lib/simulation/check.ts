import type { Problem } from '@/lib/kernel/problem';
import { faultAt, type HeldAgainst, partFaults, valueAt } from '@/lib/policy/part-faults';
import { CHANGES, type Changes, isChargeKind, type ParameterChange } from './changes';
import { laneOrderFaults, selectionFaults } from './selection-faults';

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
    ...changes.parameters.flatMap((change) => parameterFaults(change, against)),
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
    ...twice(changes.indicators ?? [], ({ code }) => `changes.indicators.${code}`),
  ];
  if (problems.length === 0) problems.push(...laneOrderFaults(changes.parameters, against));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
}

function parameterFaults(change: ParameterChange, against: CheckedAgainst): readonly Problem[] {
  const { kind, key, value } = change;
  const pointer = `changes.${kind}.${key}`;
  return isChargeKind(kind) ? partFaults({ kind, key, value }, pointer, against) : selectionFaults(change, pointer);
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return null;
  }
}

type Path = readonly PropertyKey[];

/** What is told by its own name, by the list it stands in. */
const NAMES: Readonly<Record<string, string>> = { slots: 'officeId', profiles: 'profileId', indicators: 'code' };

/** Offices, profiles and indicators are told by their own name instead of the place in the list. */
function named(path: Path, sent: unknown): readonly string[] {
  const [list, at, ...rest] = path.map(String);
  const one = at === undefined ? undefined : valueAt(sent, path.slice(0, 2));
  const name = NAMES[list ?? ''] ?? 'key';
  const own = typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined;
  return [list ?? '', ...(at === undefined ? [] : [typeof own === 'string' ? own : at]), ...rest];
}

function twice<Item>(items: readonly Item[], pointerOf: (item: Item) => string): readonly Problem[] {
  const pointers = items.map(pointerOf);
  return pointers.filter((one, index) => pointers.indexOf(one) < index).map((one) => faultAt(one, 'twice'));
}
