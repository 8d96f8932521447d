import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { sealKept } from '../commands/cooperation/seal-kept';

/** Seals what exchanges keep; a line where some of it opens with no key of ours. One that leaked must not come back for it. */
export async function sealExchanges(): Promise<readonly string[]> {
  const { lost } = await sealKept(SYSTEM_ACTOR);
  if (lost === 0) return [];
  return [
    `Secrets of exchanges that cannot be opened: ${lost}. They were sealed with another NEXTAUTH_SECRET. If that one leaked or is gone, leave it: under Co-operation a supervisor makes a new key, and secrets of matchings are agreed anew. If it was changed as a routine, set it as NEXTAUTH_SECRET_PREVIOUS and start again.`,
  ];
}
