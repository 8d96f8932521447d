import { useState } from 'react';

/** The row as a step of one's own left it. */
type Moved = { readonly rowVersion: number };

/**
 * The version of a row that a person has seen: the one of the page, or the one their own last step answered while the page is still to
 * be drawn anew, so that nobody is refused for what they did themselves. A step of somebody else in between is still one they have not seen.
 */
export function useOwnSteps(rowVersion: number): readonly [string, (moved: Moved | undefined) => void] {
  const [own, setOwn] = useState(rowVersion);
  return [String(Math.max(own, rowVersion)), (moved) => setOwn((last) => moved?.rowVersion ?? last)];
}
