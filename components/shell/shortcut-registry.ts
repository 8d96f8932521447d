/** One thing the keyboard can do on the page that is open. */
export type Shortcut = {
  /** As written in `components/ui/keys.ts`: `j`, `Enter`, `Mod+k`, `g t`. */
  readonly keys: string;
  /** What it does, for the sheet. */
  readonly text: string;
  readonly run: () => void;
  /** Goes before what the page registered on these keys, whichever came last: it acts on what lies over the page. */
  readonly isFirst?: boolean;
  /** Heading it stands under in the sheet; the general one when not given. */
  readonly group?: string;
};

export type Match =
  | { readonly kind: 'run'; readonly shortcut: Shortcut }
  /** The first key of a sequence: wait for the next. */
  | { readonly kind: 'wait'; readonly prefix: string }
  | { readonly kind: 'none' };

/**
 * What a key press means, after `prefix` was pressed (or ''). The shortcut registered last wins, one that goes first before it. `meant` is the key the product has for
 * this press where the person put keys elsewhere; letters within a sequence stay where they are.
 */
export function matchPress(shortcuts: readonly Shortcut[], prefix: string, press: string, meant = press): Match {
  const sequences = prefix ? [`${prefix} ${press}`, meant] : [meant];
  for (const sequence of sequences) {
    const shortcut = chosen(shortcuts.filter((one) => one.keys === sequence));
    if (shortcut) return { kind: 'run', shortcut };
    if (shortcuts.some((one) => one.keys.startsWith(`${sequence} `))) return { kind: 'wait', prefix: sequence };
  }
  return { kind: 'none' };
}

/** Which of the shortcuts of one key it means. */
const chosen = (sameKey: readonly Shortcut[]): Shortcut | undefined =>
  sameKey.findLast(({ isFirst }) => isFirst) ?? sameKey.at(-1);

/** Shortcuts for the sheet: one entry per key (the one it means), under their headings in order of registration. */
export function groupShortcuts(shortcuts: readonly Shortcut[], general: string): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const keys of new Set(shortcuts.map((one) => one.keys))) {
    const one = chosen(shortcuts.filter((other) => other.keys === keys));
    if (!one) continue;
    const name = one.group ?? general;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups];
}
