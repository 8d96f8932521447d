import { enterMemorandum } from '@/db/commands/partnership/enter-memorandum';
import { NOW, someone } from './a-desk';

/** A memorandum that lets names of people be shared with an agency, in force on the day the tests of clearance play. */
export async function sharedWithAgency(agencyId: string): Promise<string> {
  const { memorandumId } = await enterMemorandum(
    someone('supervisor', 'NLRTM'),
    {
      ...{ title: 'Names for safety checks', subject: 'named_persons', partnerId: '', agencyId },
      ...{ legalBasis: 'Customs code, article 47', validFrom: '2026-11-01', validTo: '2027-11-01' },
    },
    NOW,
  );
  return memorandumId;
}
