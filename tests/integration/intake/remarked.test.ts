import { beforeAll, describe, expect, it } from 'vitest';
import { listRemarked } from '@/db/queries/intake/list-remarked';
import { useDatabase } from '../../support/database';
import { LODGER, OTHER, seedPartners } from '../../support/lodged';
import { aPerson, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const HEAVY = { gross_mass_kg: '0.1', net_mass_kg: '5' };
const all = { after: 0, code: null };
const codesOf = (page: Awaited<ReturnType<typeof listRemarked>>) =>
  page.rows.map(({ recordNumber, reference, remarks }) => [
    recordNumber,
    reference,
    ...remarks.map(({ code }) => code),
  ]);

describe('the records of a submission that were taken with remarks', () => {
  it('are listed with them, by rule too, until the consignment is sent again without', async () => {
    const rows = [
      { reference: 'RM-1', office: 'NLRTM' },
      { reference: 'RM-2', office: 'NLRTM', ...HEAVY },
    ];
    const id = await sendSubmission(LODGER, csvOf(rows));
    const listed = await listRemarked(LODGER, id, all);
    const own = listed.rows.find(({ reference }) => reference === 'RM-2');
    expect(own).toMatchObject({ recordNumber: 2 });
    expect(own?.remarks.map(({ code }) => code)).toContain('net_over_gross');
    expect(codesOf(await listRemarked(LODGER, id, { after: 0, code: 'net_over_gross' }))).toEqual([
      [2, 'RM-2', 'net_over_gross'],
    ]);
    expect(codesOf(await listRemarked(LODGER, id, { after: 2, code: 'net_over_gross' }))).toEqual([]);

    await sendSubmission(LODGER, csvOf([{ reference: 'RM-2', office: 'NLRTM' }]));
    expect(codesOf(await listRemarked(LODGER, id, { after: 0, code: 'net_over_gross' }))).toEqual([]);
  });

  it('are told to the officers of their office and to their sender, to nobody else', async () => {
    const id = await sendSubmission(LODGER, csvOf([{ reference: 'RM-3', office: 'NLRTM', ...HEAVY }]));
    const officer = async (office: string) => signedIn((await aPerson({ role: 'officer', offices: [office] })).id);
    const rule = { after: 0, code: 'net_over_gross' };
    expect(codesOf(await listRemarked(await officer('NLRTM'), id, rule))).toHaveLength(1);
    expect(codesOf(await listRemarked(await officer('DEFRA'), id, rule))).toEqual([]);
    expect(codesOf(await listRemarked(OTHER, id, rule))).toEqual([]);
  });
});
