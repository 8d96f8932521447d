/** How a shortcut is written in this project: `j`, `Enter`, `Mod+k`, or a sequence `g t`. */

/** Words for `aria-keyshortcuts`, where `Mod` is Control (Command on a Mac also answers); the attribute knows no sequences. */
export function ariaKeys(keys: string): string | undefined {
  return keys.includes(' ') ? undefined : keys.replaceAll('Mod+', 'Control+');
}

/** The caps to print, one list per key press of a sequence. */
export function keyCaps(keys: string): string[][] {
  return keys.split(' ').map((press) =>
    press.split('+').map((cap) => {
      if (cap === 'Mod') return 'Ctrl';
      return cap.length === 1 ? cap.toUpperCase() : cap;
    }),
  );
}

type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey?: boolean };

/** The written form of one key press; '' for a modifier alone. Shift is part of the character (`?`). */
export function pressOf({ key, ctrlKey, metaKey, altKey }: KeyPress): string {
  if (['Control', 'Meta', 'Alt', 'Shift'].includes(key)) return '';
  const named = key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${named}`;
}

/** Whether a shortcut can collide with typing or speech input, and so must be switchable off (WCAG 2.1.4). */
export function isCharacterKey(keys: string): boolean {
  return !keys.includes('Mod+') && !keys.includes('Alt+');
}
