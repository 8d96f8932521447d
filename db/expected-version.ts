import journal from './migrations/meta/_journal.json';

/** How many migrations this version of the code was written for. */
export const EXPECTED_MIGRATIONS: number = journal.entries.length;
