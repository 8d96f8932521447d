import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { takeNext } from '@/db/commands/clearance/take-next';
import { returnLeases } from '@/db/jobs/return-leases';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { consignmentsLike, type Placed } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { type AnsweredClaim, checkClaims } from '../../support/claim-ledger';
import { useDatabase } from '../../support/database';

const OFFICERS = 10;
const TURNS = 24;
const CONSIGNMENTS = 14;

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

type Told = Pick<Placed, 'consignmentId' | 'rowVersion'>;
const toldOf = ({ consignmentId, rowVersion }: Told): Told => ({ consignmentId, rowVersion });
type Shift = { readonly board: Map<string, Told>; readonly answered: AnsweredClaim[]; readonly refusals: Set<string> };

/** What a refusal leaves: its codes, noted. Anything else is a fault. */
async function orRefused<T>(shift: Shift, act: Promise<T>): Promise<T | null> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    for (const { code } of error.reasons) shift.refusals.add(code);
    return null;
  }
}

/** One officer claims by turns from the front of the queue and what all see, and gives back, releases or leaves it. */
async function work(officer: Actor, shift: Shift, random: Random): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const seen = [...shift.board.values()][Math.floor(random() * shift.board.size)];
    const claimed =
      seen && random() < 0.5
        ? await orRefused(shift, claimConsignment(officer, seen, NOW))
        : await orRefused(shift, takeNext(officer, {}, NOW, random));
    if (!claimed) continue;
    const { consignmentId, rowVersion, claimNumber } = claimed;
    shift.answered.push({ consignmentId, officerId: officer.id, claimNumber });
    const drawn = random();
    if (drawn < 0.1) continue;
    const ended =
      drawn < 0.15
        ? releaseConsignment(officer, { consignmentId, rowVersion, ground: 'risk_not_confirmed' }, NOW)
        : giveBackClaim(officer, { consignmentId, rowVersion }, NOW);
    const after = await orRefused(shift, ended);
    if (after) shift.board.set(consignmentId, toldOf(after));
    if (random() < 0.1) await returnLeases(minutesLater(21));
  }
}

describe('Officers at one small queue', () => {
  it('never hold a consignment together, however they claim, give back, release and let leases run out', async () => {
    const placed = await consignmentsLike(desk, CONSIGNMENTS);
    const board = new Map(placed.map((row) => [row.consignmentId, toldOf(row)]));
    const shift: Shift = { board, answered: [], refusals: new Set() };
    const officers = Array.from({ length: OFFICERS }, (_, index) =>
      someone('officer', desk.officeId, `Officer ${index}`),
    );
    await Promise.all(officers.map((officer, index) => work(officer, shift, seededRandom(index + 1))));

    const ids = officers.map(({ id }) => id);
    const check = await database.owner((client) => checkClaims(client, ids, shift.answered));
    expect(check).toMatchObject({ differences: [], doubleHolds: 0, claims: shift.answered.length });
    expect(check.claims).toBeGreaterThan(CONSIGNMENTS);
    const known = /^(row\.|claim\.|status\.)/;
    expect([...shift.refusals].filter((code) => !known.test(code))).toEqual([]);
  });
});
