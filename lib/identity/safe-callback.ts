const ORIGIN = 'http://luxor.invalid';
/** Pages that lead nowhere after a sign-in: the sign-in itself and addresses that answer machines. */
const NO_WAY_BACK = ['/sign-in', '/api'];
const LONGEST = 1_000;

/**
 * Where to go after signing in: a path of this site with its query, or the start page.
 * Anything a browser could read as another site is refused: schemes, `//`, backslashes, control characters, plain or encoded.
 */
export function safeCallback(wanted: string | null | undefined, fallback = '/'): string {
  if (!wanted || wanted.length > LONGEST || !wanted.startsWith('/')) return fallback;
  const path = wanted.split(/[?#]/, 1)[0] ?? '';
  if (isHostile(wanted) || isHostilePath(path) || !URL.canParse(wanted, ORIGIN)) return fallback;
  const url = new URL(wanted, ORIGIN);
  if (url.origin !== ORIGIN || url.username !== '' || isHostilePath(url.pathname)) return fallback;
  const leadsNowhere = NO_WAY_BACK.some((prefix) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));
  return leadsNowhere ? fallback : `${url.pathname}${url.search}`;
}

function isHostile(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x21 || code === 0x5c || (code >= 0x7f && code <= 0xa0) || (code >= 0x2000 && code <= 0x206f))
      return true;
  }
  return false;
}

/** Decoded until nothing changes, so that double encoding hides nothing. */
function isHostilePath(path: string): boolean {
  let current = path;
  for (let round = 0; round < 4; round += 1) {
    if (current.includes('//') || isHostile(current) || current.includes('@') || !current.startsWith('/')) return true;
    let decoded: string;
    try {
      decoded = decodeURIComponent(current);
    } catch {
      return true;
    }
    if (decoded === current) return false;
    current = decoded;
  }
  return true;
}
