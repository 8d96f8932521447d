import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askBackTest } from '@/db/commands/profile/ask-back-test';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { runBackTests } from '@/db/jobs/run-back-tests';
import { listQuarantined } from '@/db/queries/intake/get-submission';
import { listBackTests } from '@/db/queries/profile/list-back-tests';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { profileFacts, profileHits } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { seededRandom } from '@/lib/kernel/prng';
import { factRow, predicateOf } from '@/lib/profile/predicate';
import { readTree } from '@/lib/profile/read-tree';
import type { Group } from '@/lib/profile/tree';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { draft, proposed, seen } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { type Pools, randomTree } from '../../support/random-profile';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

/** Each with as many consignments as a trial names, so that it names every one it would select. */
const OFFICES = ['NLRTM', 'DEFRA', 'FRCDG'] as const;
const PER_OFFICE = 10;
const PROFILES = 20;

/** Fields of every kind with values at which the records below part; what a later day or hour changes is left out. */
const POOLS: Pools = {
  channel: ['post', 'express'],
  transactionType: ['sale', 'gift'],
  dispatchCountry: ['CN', 'HK', 'TR'],
  originCountries: ['CN', 'VN', 'TR'],
  currencies: ['EUR', 'USD'],
  commodityCodes: ['610910', '950300', '851830'],
  descriptions: ['cotton', '50%', 'a_b', 'straße', 'ÉTOILE', '\\o/', 'toy', '😀 '],
  marketplace: ['example market', 'other', '100%'],
  sellerName: ['bright', "o'brien"],
  schemeId: ['IM5281234567'],
  itemCount: [1, 2, 3],
  pieces: [0, 1, 7],
  netMassG: [300, 900],
  grossMassG: [900, 1_000],
  intrinsicValueMinor: [100, 1_450, 15_000],
  valuePerKgMinor: [1_000, 40_000],
  vatMinor: [0, 300],
  warningCodes: ['scheme_over_limit'],
  indicatorCodes: ['gift_commercial', 'stop_word'],
  score: [0, 10, 30],
  senderKnownDays: [0, 1],
  senderConsignments1d: [0, 1, 2],
  senderValueMinor7d: [0, 1_450],
  recipientConsignments30d: [0, 1],
  recipientGifts30d: [0, 1],
  addressConsignments7d: [0, 1, 2],
  recipientSenders1d: [0, 1],
  addressSenders30d: [0, 1],
  marketplaceConsignments1d: [0, 1],
  schemeConsignments30d: [0, 1],
};

const random = seededRandom(4);
const oneOf = <One>(values: readonly One[]): One => values[Math.floor(random() * values.length)] as One;

/**
 * Consignments in pairs of the same sender, recipient, address, marketplace and scheme number, so that the second of each has a
 * history, and sending it anew leaves that as it was.
 */
const rows = OFFICES.flatMap((office) =>
  Array.from({ length: PER_OFFICE }, (_, index) => {
    const pair = `${office} ${Math.floor(index / 2)}`;
    const pairsWith = Math.floor(index / 2) % 3;
    return {
      reference: `M-${office}-${index}`,
      office,
      channel: oneOf(['post', 'express']),
      transaction_type: oneOf(['sale', 'sale', 'gift']),
      dispatch_country: oneOf(['CN', 'HK', 'TR']),
      origin_country: oneOf(['CN', 'VN', 'TR', '']),
      currency: oneOf(['EUR', 'EUR', 'USD']),
      commodity_code: oneOf(['610910', '950300', '851830', '']),
      description: oneOf([
        'Cotton T-shirt, 50% off',
        'a_b toy train',
        'Straße Étoile lamp',
        'Phone \\o/ case',
        'Toy 😀 bear',
      ]),
      seller_name: oneOf(['', 'Bright Harbour', "O'Brien"]),
      quantity: oneOf(['1', '7', '']),
      net_mass_kg: oneOf(['0.3', '0.9', '']),
      gross_mass_kg: oneOf(['0.9', '1', '']),
      value: oneOf(['1.00', '14.50', '150.00', '149.99']),
      sender_name: `Sender ${pair}`,
      recipient_name: `Recipient ${pair}`,
      recipient_address: `Dock Street ${pair}`,
      marketplace: ['', `Example Market ${pair}`, `100% ${pair}`][pairsWith] ?? '',
      scheme_id: '',
    };
  }),
);
const idOf = new Map<string, string>();

type Matrix = { readonly profileId: string; readonly tree: Group };
const manager = (...offices: string[]) => ({ ...someone('supervisor', 'NLRTM'), officeIds: offices });
const everywhere = manager(...OFFICES);

useDatabase();
let desk: Desk;
const matrix: Matrix[] = [];

/** Which of the consignments each profile met in the version named, as the intake kept it; `mode` of all of them. */
async function kept(version: number, mode: 'shadow' | 'active'): Promise<string[][]> {
  const hits = await db()
    .select({ id: profileHits.consignmentId, profileId: profileHits.profileId, mode: profileHits.mode })
    .from(profileHits)
    .where(and(eq(profileHits.consignmentVersion, version), inArray(profileHits.consignmentId, [...idOf.keys()])));
  expect(new Set(hits.map((hit) => hit.mode))).toEqual(new Set([mode]));
  return matrix.map(({ profileId }) => names(hits.filter((hit) => hit.profileId === profileId).map(({ id }) => id)));
}

const names = (ids: readonly string[]) => ids.map((id) => idOf.get(id) ?? id).sort();

beforeAll(async () => {
  desk = await aDesk();
  for (const { reference } of rows) idOf.set(consignmentIdOf(desk.partnerId, reference), reference);
  const fields = Object.keys(POOLS) as (keyof typeof POOLS)[];
  for (let made = 0; made < PROFILES; made += 1) {
    const tree = randomTree(random, fields, 2, POOLS);
    const one = await proposed({ ...draft, tree, effect: { kind: 'points', points: 1 }, dailySlots: 1_000 });
    await approveProfile(everywhere, { ...seen(one), shadowDays: 7 });
    matrix.push({ profileId: one.profileId, tree });
  }
  const submissionId = await sendSubmission(desk.partner, csvOf(rows));
  expect((await listQuarantined(desk.partner, submissionId)).flatMap(({ problems }) => problems)).toEqual([]);
});

describe(`${rows.length} consignments and ${PROFILES} profiles`, () => {
  let decided: string[][];

  it('are decided in shadow as the conditions say of the facts that were stored', async () => {
    decided = await kept(1, 'shadow');
    const stored = await db().select().from(profileFacts);
    expect(stored).toHaveLength(rows.length);
    const facts = stored.map((one) => ({ id: one.consignmentId, row: factRow(one) }));
    const expected = matrix.map(({ tree }) => {
      const read = readTree(tree, new Map());
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      const { matches } = predicateOf(read.group);
      return names(facts.filter(({ row }) => matches(row)).map(({ id }) => id));
    });
    expect(decided).toEqual(expected);
    // Worth something only where neither answer is rare.
    const share = decided.flat().length / (rows.length * PROFILES);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.85);
  });

  it('change nothing when the same records come again', async () => {
    await sendSubmission(desk.partner, csvOf(rows));
    expect(await kept(1, 'shadow')).toEqual(decided);
    expect(await db().$count(profileFacts)).toBe(rows.length);
  });

  it('are decided in force as in shadow, where data come anew that say the same', async () => {
    for (const { profileId } of matrix)
      await activateProfile(everywhere, { ...seen({ profileId, version: 1 }, 2), days: 30 });
    const again = rows.filter((_, index) => index % 2 === 1);
    await sendSubmission(desk.partner, csvOf(again.map((row) => ({ ...row, recipient_phone: '+31 10 555 0100' }))));
    const sent = new Set(again.map(({ reference }) => reference));
    expect(await kept(2, 'active')).toEqual(decided.map((met) => met.filter((one) => sent.has(one))));
  });

  it('are decided so by the trial panel, consignment by consignment', async () => {
    const tried = await Promise.all(
      matrix.map(async ({ profileId, tree }) => {
        const ofOffices = await Promise.all(
          OFFICES.map(async (office) => {
            const answer = await tryProfile(manager(office), tree, { own: profileId });
            if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
            expect(answer.trial.looked).toBe(PER_OFFICE);
            expect(answer.trial.samples).toHaveLength(answer.trial.hits);
            return answer.trial.samples.map(({ reference }) => reference);
          }),
        );
        return ofOffices.flat().sort();
      }),
    );
    expect(tried).toEqual(decided);
  });

  it('are decided so by the back-test of each version, office by office', async () => {
    const counted: number[][] = [];
    for (const { profileId } of matrix) {
      const ofOffices: number[] = [];
      for (const office of OFFICES) {
        await askBackTest(manager(office), { profileId, version: 1, days: 2 });
        await runBackTests(new AbortController().signal);
        const [done] = await listBackTests(manager(office), profileId);
        expect(done).toMatchObject({ state: 'done', sums: { looked: PER_OFFICE } });
        ofOffices.push(done?.sums.hits ?? -1);
      }
      counted.push(ofOffices);
    }
    expect(counted).toEqual(
      decided.map((met) => OFFICES.map((office) => met.filter((one) => one.startsWith(`M-${office}-`)).length)),
    );
  });
});
