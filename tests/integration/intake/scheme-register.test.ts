import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { assessments } from '@/db/schema';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { idOf, LODGER, seedPartners } from '../../support/lodged';
import { loadAs } from '../../support/reference-load';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const admin = someone('admin', 'NLRTM');
const officer = someone('officer', 'NLRTM');
const today = dayOf(new Date());
const yesterday = addDays(today, -1);

beforeAll(async () => {
  await seedPartners();
  const lines = [
    'scheme_number,holder,trading_names,valid_from,valid_to',
    'IM5280000001,Bright Harbour Trading,,2026-01-01,',
    `IM5280000002,Bright Harbour Trading,,2026-01-01,${yesterday}`,
    'IM5280000003,Somebody Else BV,Elsewhere,2026-01-01,',
    '',
  ];
  await loadAs(admin, 'scheme-numbers', lines.join('\n'), { validFrom: '2026-01-01', edition: 'NL 2026-11' });
  forgetWhatIsInForce();
});

let number = 0;
async function sent(schemeId: string) {
  number += 1;
  const reference = `V-${number}`;
  await sendSubmission(
    LODGER,
    csvOf([{ reference, scheme_id: schemeId, collection_model: 'vendor', recipient_name: `Nora ${reference}` }]),
  );
  const [row] = await db()
    .select()
    .from(assessments)
    .where(eq(assessments.consignmentId, idOf(reference)));
  const vat = row?.chargeLines.find(({ kind }) => kind === 'vat');
  const { beside } = await getConsignment(officer, idOf(reference));
  return {
    working: vat?.working.code,
    why: vat?.working.values.schemeWhy,
    misuse: row?.indicators.find(({ code }) => code === 'scheme_misuse')?.values.why,
    failed: beside.schemeChecks.filter(({ verdict }) => verdict === 'failed').map(({ rule }) => rule),
    unknown: beside.schemeChecks.filter(({ verdict }) => verdict === 'unknown').map(({ rule }) => rule),
  };
}

describe('A vendor scheme number', () => {
  it('that its holder uses on a day it is valid leaves the VAT to the vendor', async () => {
    expect(await sent('IM5280000001')).toEqual({
      ...{ working: 'vat_vendor', why: undefined, misuse: undefined, failed: [], unknown: [] },
    });
  });

  it('that ended frees nothing, and says on which day', async () => {
    expect(await sent('IM5280000002')).toMatchObject({
      ...{ working: 'vat', why: 'ended', misuse: 'ended', failed: ['valid_on'] },
    });
  });

  it('that is not in the register of its Member State frees nothing', async () => {
    expect(await sent('IM5280000009')).toMatchObject({
      ...{ working: 'vat', why: 'unregistered', misuse: 'unregistered', failed: ['registered'] },
    });
  });

  it('of somebody else is found, and the officer decides', async () => {
    expect(await sent('IM5280000003')).toMatchObject({
      ...{ working: 'vat_vendor', misuse: 'other_holder', failed: ['holder'] },
    });
  });

  it('of a Member State whose register is not loaded stands, and says that nobody knows', async () => {
    expect(await sent('IM2760000001')).toMatchObject({ working: 'vat_vendor', failed: [], unknown: ['registered'] });
  });
});
