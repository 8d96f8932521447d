import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { db } from '@/db/connection';
import { findParameter, getPolicyBook } from '@/db/queries/policy/get-policy-book';
import { getPolicyOverview } from '@/db/queries/policy/get-policy-overview';
import { getLawAsKnown } from '@/db/queries/policy/law-as-known';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { startOfChange } from '@/db/queries/policy/start-of-change';
import { can } from '@/lib/identity/permissions';
import { InvalidInputError } from '@/lib/kernel/errors';
import { aConsignment, receivedAt } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { simulated } from '../../support/a-simulation';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const AT = new Date('2026-11-20T09:00:00Z');
const PERIOD = { fromOn: '2026-11-03', toOn: '2026-11-03', at: AT };
const LANE = { kind: 'lane' as const, key: 'yellow', value: { fromScore: 30 } };
const SLOTS = { documents: 20, nii: null, physical: 5 };
let law = '';

beforeAll(async () => {
  await aConsignment(await aDesk(), receivedAt(new Date('2026-11-03T08:00:00Z')));
  const act = { kind: 'act' as const, title: 'Selection Act', citation: 'Act 7 of 2026', validFrom: '2026-01-01' };
  law = (await enterInstrument(author, { ...act, validTo: '', textLink: '' }, AT)).id;
});

type Part = { readonly kind: string; readonly key: string; readonly value: unknown };
const propose = (parts: readonly Part[], validFrom: string) =>
  proposeChange(
    author,
    { instrumentId: law, parts: JSON.stringify(parts), validFrom, validTo: '', reason: 'As was simulated.' },
    AT,
  );
const approve = ({ changeId }: { readonly changeId: string }) =>
  decideChange(second, { changeId, verdict: 'approve', reason: 'Seen.' }, AT);
const faultsOf = async (parts: readonly Part[]) => {
  const error = await propose(parts, '2027-03-01').catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidInputError)) throw new Error(`not refused: ${String(error)}`);
  return error.problems.map(({ pointer, code, value }) => `${pointer} ${code} ${value}`);
};

describe('lanes, the draw, slots and indicators', () => {
  it('are changed as the law is, and select by it from the day on, another person having approved', async () => {
    const bunching = { kind: 'indicator', key: 'threshold_bunching', value: { fromPercent: 90, points: 20 } };
    const draw = { kind: 'random', key: 'draw', value: { probability: '0.02' } };
    const { changeId } = await propose([LANE, bunching, draw], '2027-01-01');
    await decideChange(second, { changeId, verdict: 'approve', reason: 'Seen.' }, AT);
    const [before, after] = [await policyInForce(db(), '2026-12-31'), await policyInForce(db(), '2027-01-01')];
    expect([before.laneFromScore.yellow, after.laneFromScore.yellow]).toEqual([25, 30]);
    // Databases of tests draw nothing by themselves.
    expect([before.randomProbability, after.randomProbability]).toEqual(['0', '0.02']);
    expect(after.indicators.threshold_bunching).toEqual({ fromPercent: 90, points: 20 });
  });

  it('are refused where a stricter lane would begin below a milder one, with what was typed', async () => {
    expect(await faultsOf([{ ...LANE, value: { fromScore: 60 } }])).toEqual([
      'parts.lane.yellow.fromScore lanes_crossed 60',
    ]);
    const red = { kind: 'lane', key: 'red', value: { fromScore: 31 } };
    expect(await faultsOf([{ ...LANE, value: { fromScore: 40 } }, red])).toEqual([
      'parts.lane.red.fromScore lanes_crossed 31',
    ]);
  });

  it('are refused at the approval where another change, approved meanwhile, makes them cross', async () => {
    const yellow = await propose([{ ...LANE, value: { fromScore: 50 } }], '2028-01-01');
    const red = await propose([{ kind: 'lane', key: 'red', value: { fromScore: 40 } }], '2028-02-01');
    await approve(yellow);
    expect(await refusalOf(approve(red))).toEqual(['policy_broken']);
    expect((await policyInForce(db(), '2028-02-01')).laneFromScore).toMatchObject({ yellow: 50, red: 58 });
  });

  it('are refused in the other order too: what was approved first begins within the period of the second', async () => {
    const yellow = await propose([{ ...LANE, value: { fromScore: 55 } }], '2029-01-01');
    const red = await propose([{ kind: 'lane', key: 'red', value: { fromScore: 52 } }], '2029-02-01');
    await approve(red);
    expect(await refusalOf(approve(yellow))).toEqual(['policy_broken']);
    expect((await policyInForce(db(), '2029-02-01')).laneFromScore).toMatchObject({ yellow: 50, red: 52 });
  });

  it('are not taken back where what stood before would cross a lane that moves later', async () => {
    const red = await propose([{ kind: 'lane', key: 'red', value: { fromScore: 70 } }], '2030-01-01');
    await approve(red);
    await approve(await propose([{ ...LANE, value: { fromScore: 65 } }], '2030-02-01'));
    const annul = proposeAnnulment(author, { changeId: red.changeId, reason: 'A slip.' }, AT);
    expect(await refusalOf(annul)).toEqual(['policy_broken']);
  });

  it('are proposed out of a simulation with all that it tried', async () => {
    const limits = { slots: SLOTS, randomShare: '0.1' };
    const capacity = { kind: 'capacity' as const, key: 'office', value: limits };
    const { id } = await simulated(author, { ...PERIOD, changes: { parameters: [LANE, capacity] } });
    const { parts } = await startOfChange(author, { draftId: null, simulationId: id, one: null }, AT);
    expect(parts).toEqual([LANE, capacity]);
  });

  it('are seen alike in the book, in the law as known, and among the rules: slots by who sees them, the rest by all', async () => {
    const wider = { kind: 'capacity', key: 'office', value: { slots: SLOTS, randomShare: '0.3' } };
    await approve(await propose([wider], '2027-06-01'));
    for (const role of ['officer', 'analyst', 'supervisor', 'risk_manager', 'auditor'] as const) {
      const reader = someone(role, 'NLRTM');
      const { rows, changes } = await getPolicyBook(reader, AT);
      const { lines } = await getLawAsKnown(reader, { on: '2026-11-03', known: '2026-11-03' }, AT);
      const overview = await getPolicyOverview(reader, AT);
      const kindsOf = (parts: readonly { readonly kind: string }[]) =>
        ['lane', 'random', 'indicator', 'capacity'].filter((kind) => parts.some((part) => part.kind === kind));
      const seesSlots = can(reader, 'capacity.read');
      const seen = ['lane', 'random', 'indicator', ...(seesSlots ? ['capacity'] : [])];
      for (const parts of [rows, changes.flatMap((one) => one.parts), lines, overview.ahead])
        expect([role, ...kindsOf(parts)]).toEqual([role, ...seen]);
      expect(overview.randomShareOfCapacity === null).toBe(!seesSlots);
      expect((await findParameter(reader, 'capacity', 'office', AT)) === null).toBe(!seesSlots);
      expect(await findParameter(reader, 'lane', 'red', AT)).not.toBeNull();
    }
    expect(can(someone('officer', 'NLRTM'), 'capacity.read')).toBe(false);
  });
});
