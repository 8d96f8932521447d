import 'server-only';
import { and, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { profileHits, profileSlots } from '@/db/schema';
import type { Slots } from '@/lib/profile/slots';
import { stillHolding } from './give-slots-back';

/** A consignment that profiles may select: each of them needs a slot at its office. */
export type Asking = {
  readonly consignmentId: string;
  readonly officeId: string;
  readonly profileIds: readonly string[];
  /** Whether an earlier version of it was assessed. */
  readonly isKnown: boolean;
};

const place = (profileId: string, officeId: string) => `${profileId} ${officeId}`;

/**
 * The slots of profiles on one day of receipt, for a batch: read and locked in one statement, taken while the batch is gone through in
 * order, and written in one. Two batches that ask for slots of one profile at one office wait for each other, so that together they
 * take no more than there are; all lock in the order of profile and office.
 */
export class ProfileSlots {
  private readonly changed = new Set<string>();

  private constructor(
    private readonly day: string,
    private readonly used: Map<string, number>,
    private readonly held: ReadonlySet<string>,
  ) {}

  static async lock(tx: Tx, asking: readonly Asking[], day: string): Promise<ProfileSlots> {
    const places = new Map(
      asking.flatMap(({ profileIds, officeId }) =>
        profileIds.map((profileId) => [place(profileId, officeId), { profileId, officeId, day, used: 0 }] as const),
      ),
    );
    if (places.size === 0) return new ProfileSlots(day, new Map(), new Set());
    const rows = await tx
      .insert(profileSlots)
      .values([...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))
      // Writes nothing new; it waits for whoever holds the row, and reads what they left.
      .onConflictDoUpdate({
        target: [profileSlots.profileId, profileSlots.officeId, profileSlots.day],
        set: { used: sql`${profileSlots.used}` },
      })
      .returning();
    const used = new Map(rows.map((row) => [place(row.profileId, row.officeId), row.used]));
    return new ProfileSlots(day, used, await heldBy(tx, asking));
  }

  /** The slots as one consignment sees them. */
  of({ consignmentId, officeId }: Pick<Asking, 'consignmentId' | 'officeId'>): Slots {
    return {
      holds: (profileId) => this.held.has(`${consignmentId} ${profileId}`),
      left: ({ profileId, dailySlots }) => dailySlots - (this.used.get(place(profileId, officeId)) ?? 0),
      take: (profileId) => {
        const key = place(profileId, officeId);
        this.used.set(key, (this.used.get(key) ?? 0) + 1);
        this.changed.add(key);
      },
    };
  }

  async save(tx: Tx): Promise<void> {
    const rows = [...this.changed].sort().map((key) => {
      const bar = key.indexOf(' ');
      return {
        profileId: key.slice(0, bar),
        officeId: key.slice(bar + 1),
        day: this.day,
        used: this.used.get(key) ?? 0,
      };
    });
    await insertSet(
      tx,
      profileSlots,
      rows,
      sql`on conflict (profile_id, office_id, day) do update set ${setExcluded(profileSlots, ['used'])}`,
    );
  }
}

/** Consignments that have a slot from an earlier version, and were not withdrawn since, as `consignment profile`. */
async function heldBy(tx: Tx, asking: readonly Asking[]): Promise<ReadonlySet<string>> {
  const known = asking.filter(({ isKnown }) => isKnown).map(({ consignmentId }) => consignmentId);
  if (known.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ consignmentId: profileHits.consignmentId, profileId: profileHits.profileId })
    .from(profileHits)
    .where(and(inArray(profileHits.consignmentId, known), stillHolding()));
  return new Set(rows.map(({ consignmentId, profileId }) => `${consignmentId} ${profileId}`));
}
