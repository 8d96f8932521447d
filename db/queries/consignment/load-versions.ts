import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parties, versions } from '@/db/schema';
import { type MaskedParty, maskParty } from '@/lib/clearance/mask-party';
import { diffVersions } from '@/lib/clearance/version-diff';
import type { SentRecord } from '@/lib/consignment/columns';
import type { VersionDetail } from './consignment-detail';
import type { RowKey } from './load-goods';

type PartyRow = typeof parties.$inferSelect;
export type Told = {
  readonly versions: VersionDetail[];
  readonly parties: { readonly sender: MaskedParty | null; readonly recipient: MaskedParty | null };
};

/** All versions with what changed in each, newest first, and the masked parties of the version in force. */
export async function loadVersions(key: RowKey, inForce: number): Promise<Told> {
  const [rows, people] = await Promise.all([
    db()
      .select()
      .from(versions)
      .where(and(eq(versions.consignmentId, key.consignmentId), eq(versions.receivedOn, key.receivedOn)))
      .orderBy(asc(versions.version)),
    db()
      .select()
      .from(parties)
      .where(and(eq(parties.consignmentId, key.consignmentId), eq(parties.receivedOn, key.receivedOn))),
  ]);
  const whole = rows.map((row) =>
    withParties(
      row.sent,
      people.filter((party) => party.version === row.version),
    ),
  );
  const details = rows.map((row, index) => {
    const before = whole[index - 1];
    const after = whole[index];
    return {
      version: row.version,
      receivedAt: row.receivedAt.toISOString(),
      submissionId: row.submissionId,
      changes: before && after ? diffVersions(before, after) : [],
    };
  });
  return {
    versions: details.reverse(),
    parties: { sender: masked(people, inForce, 'sender'), recipient: masked(people, inForce, 'recipient') },
  };
}

function masked(people: readonly PartyRow[], version: number, kind: PartyRow['kind']): MaskedParty | null {
  const party = people.find((candidate) => candidate.version === version && candidate.kind === kind);
  return party ? maskParty(party) : null;
}

/** The record as it was sent, its personal columns put back for the comparison; they never leave this file with a value. */
function withParties(sent: SentRecord, people: readonly PartyRow[]): SentRecord {
  const columns: Record<string, string> = {};
  for (const party of people) {
    const fields = {
      name: party.name,
      address: party.address,
      city: party.city,
      postcode: party.postcode,
      country: party.country,
      id: party.identifier,
      phone: party.phone,
      email: party.email,
    };
    for (const [field, value] of Object.entries(fields)) if (value !== null) columns[`${party.kind}_${field}`] = value;
  }
  return { ...sent, ...columns };
}
