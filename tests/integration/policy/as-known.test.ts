import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { previewLoad } from '@/db/commands/reference/preview-load';
import { db } from '@/db/connection';
import { getLawAsKnown } from '@/db/queries/policy/law-as-known';
import { policyKnownAt } from '@/db/queries/policy/policy-known-at';
import { reassessAsOfThen } from '@/db/queries/policy/reassess-as-of-then';
import { knownEnds } from '@/db/schema';
import { can } from '@/lib/identity/permissions';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const admin = someone('admin', 'NLRTM');
const reason = 'As the act says.';
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00Z`);
let desk: Desk;
let law = '';

beforeAll(async () => {
  desk = await aDesk();
  const act = { kind: 'act', title: 'VAT Act', citation: 'Act 8 of 2026', textLink: '' } as const;
  law = (await enterInstrument(author, { ...act, validFrom: '2026-01-01', validTo: '' }, at('2026-11-02'))).id;
});

async function decided(ratePercent: string, validFrom: string, on: Date) {
  const parts = JSON.stringify([{ kind: 'vat_rate', key: 'standard', value: { ratePercent, prefixes: [] } }]);
  const { changeId } = await proposeChange(author, { instrumentId: law, parts, validFrom, validTo: '', reason }, on);
  await decideChange(second, { changeId, verdict: 'approve', reason }, on);
  return changeId;
}
const rateKnown = async (day: string, known: Date) => (await policyKnownAt(db(), day, known)).vatStandard.text;

/** Loads rates of exchange by the way of every list. */
async function loadRate(rate: string, validFrom: string, on: Date): Promise<void> {
  const bytes = Buffer.from(`valid_from,base,currency,rate\n${validFrom},EUR,USD,${rate}\n`, 'utf8');
  const asked = {
    kind: 'exchange-rates',
    series: null,
    edition: `of ${rate}`,
    validFrom,
    fileName: 'rates.csv',
  } as const;
  async function* body() {
    yield bytes;
  }
  const { loadId, fingerprint } = await previewLoad(admin, asked, { body: body(), announcedBytes: bytes.length }, on);
  await confirmLoad(admin, { loadId, fingerprint }, on);
}

describe('The law of a day', () => {
  it('is read as it was known on another: before it was decided, after, and after it was annulled', async () => {
    const usual = await rateKnown('2027-06-01', at('2026-11-02'));
    const changeId = await decided('25', '2027-05-01', at('2026-11-10'));
    const annulment = await proposeAnnulment(author, { changeId, reason }, at('2026-11-20'));
    await decideChange(second, { changeId: annulment.changeId, verdict: 'approve', reason }, at('2026-11-21'));
    expect(await rateKnown('2027-06-01', at('2026-11-09'))).toBe(usual);
    expect(await rateKnown('2027-06-01', at('2026-11-11'))).toBe('25');
    expect(await rateKnown('2027-06-01', at('2026-11-22'))).toBe(usual);
    // Whenever it is asked, each day has one row of each key.
    expect(await rateKnown('2027-04-30', at('2026-11-11'))).toBe(usual);
  });

  it('is shown beside what is known of the day today', async () => {
    await decided('26', '2027-09-01', at('2026-11-22'));
    const known = await getLawAsKnown(second, { on: '2027-09-15', known: '2026-11-21' }, at('2026-11-25'));
    const line = known.lines.find(({ kind, key }) => kind === 'vat_rate' && key === 'standard');
    expect(line).toMatchObject({ former: { value: { ratePercent: '21' } }, now: { value: { ratePercent: '26' } } });
    expect(known.lines.filter(({ now }) => now !== undefined)).toHaveLength(1);
    expect(known.versions.former).not.toBe(known.versions.now);
    const today = await getLawAsKnown(second, { on: '2027-09-15', known: '2026-11-25' }, at('2026-11-25'));
    expect(today.lines.filter(({ now }) => now !== undefined)).toEqual([]);
    expect(today.versions.former).toBe(today.versions.now);
    expect(today.lists.find(({ kind }) => kind === 'duty_rate')).toMatchObject({ changed: 0 });
  });

  it('is for whoever reads the policy', async () => {
    for (const role of ROLES) {
      const actor = someone(role, 'NLRTM');
      const wish = { on: '2026-11-02', known: '2026-11-02' };
      if (!can(actor, 'policy.read')) await expect(getLawAsKnown(actor, wish)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe('A consignment that was assessed', () => {
  it('comes to the same by the law as it was known then, though its own day was corrected since', async () => {
    const [morning, noon] = [at('2026-11-24', '08:00'), at('2026-11-24', '12:00')];
    await loadRate('1.10', '2026-11-24', at('2026-11-23'));
    const goods = { reference: 'KNOWN-1', regime: 'entry', value: '400.00', currency: 'USD' };
    await sendSubmission(desk.partner, csvOf([goods]), 'csv', morning);
    // The table of the day was wrong and is corrected on the day itself.
    await loadRate('1.25', '2026-11-24', noon);
    const again = await reassessAsOfThen(desk.officer, 'KNOWN-1', at('2026-11-25'));
    expect(again).toMatchObject({ isSame: true });
    expect(again?.former).toEqual(again?.kept);
    expect(again?.now.customsValue).not.toEqual(again?.kept.customsValue);
    expect(again?.now.version).not.toBe(again?.kept.version);
    const ends = await db()
      .select()
      .from(knownEnds)
      .where(and(eq(knownEnds.kind, 'exchange_rate'), eq(knownEnds.key, 'USD')));
    expect(ends.some(({ knownUntil }) => knownUntil.getTime() === noon.getTime())).toBe(true);
  });

  it('is found by whoever sees it, and by nobody else', async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'KNOWN-2' }]), 'csv', at('2026-11-24', '13:00'));
    expect(await reassessAsOfThen(desk.officer, 'KNOWN-2', at('2026-11-25'))).toMatchObject({ isSame: true });
    expect(await reassessAsOfThen({ ...desk.stranger, role: 'officer' }, 'KNOWN-2', at('2026-11-25'))).toBeNull();
    expect(await reassessAsOfThen(desk.officer, 'NOT-THERE', at('2026-11-25'))).toBeNull();
    await expect(reassessAsOfThen(someone('partner', 'NLRTM'), 'KNOWN-2')).rejects.toThrow(ForbiddenError);
  });
});
