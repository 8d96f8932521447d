/** The request headers that tell where a state change was started. */
export type OriginFacts = {
  readonly origin: string | null;
  readonly secFetchSite: string | null;
  /** Host the request was sent to, from the trusted proxy where there is one. */
  readonly host: string | null;
  /** The address people type, from the configuration. */
  readonly publicUrl: string | null;
};

/**
 * Whether a state change was started by one of our own pages. An absent or `null` Origin is let through only where the browser itself
 * says `same-origin`; a named Origin must be ours, whatever else is claimed.
 */
export function isSameOrigin(facts: OriginFacts): boolean {
  if (facts.secFetchSite !== null && facts.secFetchSite !== 'same-origin') return false;
  if (facts.origin === null || facts.origin === 'null') return facts.secFetchSite === 'same-origin';
  if (!URL.canParse(facts.origin)) return false;
  const origin = new URL(facts.origin);
  if (facts.publicUrl !== null && URL.canParse(facts.publicUrl) && new URL(facts.publicUrl).origin === origin.origin) {
    return true;
  }
  return facts.host !== null && origin.host === facts.host.toLowerCase();
}
