/** The instant a page is asked for: presets and the note on freshness rest on one and the same. */
export function askedAt(): Date {
  return new Date();
}
