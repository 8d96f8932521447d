import 'server-only';

/** What a case of a course is called in the place of a reference. */
export const caseName = (number: number): string => `CASE-${String(number).padStart(2, '0')}`;
