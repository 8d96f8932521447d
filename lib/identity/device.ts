/** Browsers and systems that are told apart; everything else is `other`. Stored: add, never rename. */
export const BROWSERS = ['firefox', 'edge', 'opera', 'chrome', 'safari', 'other'] as const;
export const SYSTEMS = ['windows', 'android', 'ios', 'macos', 'linux', 'chromeos', 'other'] as const;
export type Device = { readonly browser: (typeof BROWSERS)[number]; readonly system: (typeof SYSTEMS)[number] };

/** In the order in which they are looked for: each of the later ones is named by the earlier ones too. */
const BROWSER_SIGNS: readonly (readonly [Device['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['safari', /\bVersion\/[\d.]+ .*Safari\//],
];
const SYSTEM_SIGNS: readonly (readonly [Device['system'], RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['chromeos', /\bCrOS\b/],
  ['macos', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];
const CHARS_READ = 400;

const find = <T>(signs: readonly (readonly [T, RegExp])[], text: string): T | 'other' =>
  signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other';

/** Which browser on which system, of what a browser says of itself: two words to know one's own devices by, and no more. */
export function deviceOf(userAgent: string | null): Device | null {
  if (!userAgent) return null;
  const text = userAgent.slice(0, CHARS_READ);
  return { browser: find(BROWSER_SIGNS, text), system: find(SYSTEM_SIGNS, text) };
}

export function writeDevice(device: Device | null): string | null {
  return device ? `${device.browser} ${device.system}` : null;
}

/** A device as it was written; null for what is not known, or was written by a later version. */
export function readDevice(written: string | null): Device | null {
  const [first, second] = written?.split(' ') ?? [];
  const browser = BROWSERS.find((name) => name === first);
  const system = SYSTEMS.find((name) => name === second);
  return browser && system ? { browser, system } : null;
}
