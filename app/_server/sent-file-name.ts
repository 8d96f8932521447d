import 'server-only';

/** The name a browser or a program gives a file; a display name only: it is stored, shown as text, and never used as a path. */
export function sentFileName(headers: Pick<Headers, 'get'>): string | null {
  const header = headers.get('x-file-name');
  if (!header) return null;
  try {
    return (
      decodeURIComponent(header)
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .slice(0, 200) || null
    );
  } catch {
    return null;
  }
}
