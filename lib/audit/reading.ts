/** How the value of a fact is told: as a figure or name that stands for itself, or in words of these parts of the catalogue, the first that has the code. */
export type Reading =
  | 'plain'
  | 'yesNo'
  | 'instant'
  | 'day'
  | 'dayOrControl'
  | 'money'
  | 'correction'
  | { readonly words: readonly string[] };

/** Told in the words of these parts of the catalogue. */
export const words = (...parts: string[]): Reading => ({ words: parts });
