/** One thing the keyboard can do on the page that is open. */
export type Shortcut = {
  /** As written in `components/ui/keys.ts`: `j`, `Enter`, `Mod+k`, `g t`. */
  readonly keys: string;
  /** What it does, for the sheet. */
  readonly text: string;
  readonly run: () => void;
  /** Heading it stands under in the sheet; the general one when not given. */
  readonly group?: string;
};

export type Match =
  | { readonly kind: 'run'; readonly shortcut: Shortcut }
  /** The first key of a sequence: wait for the next. */
  | { readonly kind: 'wait'; readonly prefix: string }
  | { readonly kind: 'none' };

/**
 * What a key press means, after `prefix` was pressed (or ''). The shortcut registered last wins. `meant` is the key the product has for
 * this press where the person put keys elsewhere; letters within a sequence stay where they are.
 */
export function matchPress(shortcuts: readonly Shortcut[], prefix: string, press: string, meant = press): Match {
  const sequences = prefix ? [`${prefix} ${press}`, meant] : [meant];
  for (const sequence of sequences) {
    const shortcut = shortcuts.findLast((one) => one.keys === sequence);
    if (shortcut) return { kind: 'run', shortcut };
    if (shortcuts.some((one) => one.keys.startsWith(`${sequence} `))) return { kind: 'wait', prefix: sequence };
  }
  return { kind: 'none' };
}

/** Shortcuts for the sheet: one entry per key (the last wins), under their headings in order of registration. */
export function groupShortcuts(shortcuts: readonly Shortcut[], general: string): [string, Shortcut[]][] {
  const last = new Map(shortcuts.map((one) => [one.keys, one]));
  const groups = new Map<string, Shortcut[]>();
  for (const one of last.values()) {
    const name = one.group ?? general;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups];
}
