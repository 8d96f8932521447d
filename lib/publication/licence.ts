/** Under which everybody may use what is published: the open licence that administrations recommend for statistics most. */
export const LICENCE = {
  code: 'CC BY 4.0',
  name: 'Creative Commons Attribution 4.0 International',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
