import { expect, it } from 'vitest';
import { planFaults } from './plan';
import { recoveryOf } from './recovery';
import { type DoneFault, recoveryByKind, written } from './report';

it('counts recovery from the end of a fault by what was begun after it', () => {
  const span = (startedAt: number, endedAt: number) => ({ startedAt, endedAt });
  const seen = { ready: [span(900, 1_100), span(1_200, 1_300)], decisions: [span(999, 5_000), span(2_000, 2_500)] };
  expect(recoveryOf(1_000, { ...seen, batches: [900, 4_000] })).toEqual({
    ...{ ready: 0.3, decision: 1.5, batch: 3, all: 3 },
  });
  expect(recoveryOf(1_000, { ...seen, batches: [900] })).toMatchObject({ batch: null, all: null });
});

it('reports the worst recovery of each kind first, and what never came as never', () => {
  const [one, other, last] = planFaults(5, 1);
  if (!one || !other || !last) throw new Error('no plan');
  const done = (fault: typeof one, all: number | null): DoneFault => ({
    ...{
      fault,
      beganSeconds: 1,
      lastedSeconds: 2,
      met: 'it',
      recovery: { ready: all, decision: all, batch: all, all },
    },
  });
  const all = [done(one, 2), done(one, 8), done(one, 4), done(other, 9), done(last, 1), done(last, null)];
  expect(recoveryByKind(all)).toEqual([
    { kind: last.kind, times: 2, middle: 1, worst: null },
    { kind: other.kind, times: 1, middle: 9, worst: 9 },
    { kind: one.kind, times: 3, middle: 4, worst: 8 },
  ]);
  const page = written({
    ...{ seed: 1, minutes: 5, machine: 'a machine', begunAt: '2026-11-28', plan: [one], done: all },
    ...{ looks: { I1: 3 }, figures: { faults: 6 }, differences: ['I3: something'], notes: ['simulated'] },
  });
  expect(page).toContain('**1 differences:**');
  expect(page).toContain(`| ${last.kind} | 2 | 1.0 | never |`);
});
