import { describe, expect, it } from 'vitest';
import { type AppealStep, appealOf, decideLodge, decideOutcomeOfAppeal, decideStep } from './appeal';

const following = (...steps: readonly [AppealStep['act'], bigint?][]) =>
  appealOf([{ act: 'lodged', amountMinor: 600n }, ...steps.map(([act, amountMinor = 0n]) => ({ act, amountMinor }))]);
const codes = (decision: ReturnType<typeof decideStep>) =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code);

describe('An appeal', () => {
  it('goes from review to court, keeping what was remitted', () => {
    const appeal = following(['secured', 600n], ['partly_upheld', 200n], ['escalated'], ['upheld', 400n]);
    expect(appeal).toEqual({
      stage: 'court',
      state: 'upheld',
      claimedMinor: 600n,
      remittedMinor: 600n,
      securedMinor: 0n,
    });
  });

  it('is lodged in time, for no more than is charged, and one at a time', () => {
    const facts = { hasOpen: false, chargesMinor: 600n, until: '2026-12-02', hasDecision: true };
    const wish = { lodgedOn: '2026-12-02', claimedMinor: 600n };
    expect(decideLodge(facts, wish).ok).toBe(true);
    expect(codes(decideLodge({ ...facts, hasOpen: true }, { lodgedOn: '2026-12-03', claimedMinor: 601n }))).toEqual([
      'appeal.open',
      'appeal.too_late',
      'appeal.over_charges',
    ]);
    expect(codes(decideLodge({ ...facts, hasDecision: false }, { ...wish, claimedMinor: 0n }))).toEqual([
      'appeal.nothing',
    ]);
    expect(decideLodge({ ...facts, until: null }, { ...wish, lodgedOn: '2030-01-01' }).ok).toBe(true);
  });

  it('is secured by no more than is disputed, and only while it is open', () => {
    expect(decideStep(following(), { act: 'secured', amountMinor: 600n }).ok).toBe(true);
    expect(codes(decideStep(following(['secured', 1n]), { act: 'secured', amountMinor: 600n }))).toEqual([
      'appeal.security_over',
    ]);
    expect(codes(decideStep(following(), { act: 'secured', amountMinor: 0n }))).toEqual(['appeal.security_nothing']);
    expect(codes(decideStep(following(['rejected']), { act: 'secured', amountMinor: 1n }))).toEqual(['appeal.settled']);
    expect(codes(decideStep(following(['withdrawn']), { act: 'withdrawn', amountMinor: 0n }))).toEqual([
      'appeal.settled',
    ]);
  });

  it('goes to court once, and only when it was not upheld whole', () => {
    const escalate = { act: 'escalated', amountMinor: 0n } as const;
    expect(decideStep(following(['rejected']), escalate).ok).toBe(true);
    expect(codes(decideStep(following(), escalate))).toEqual(['appeal.not_rejected']);
    expect(codes(decideStep(following(['upheld', 600n]), escalate))).toEqual(['appeal.not_rejected']);
    expect(codes(decideStep(following(['rejected'], ['escalated'], ['rejected']), escalate))).toEqual([
      'appeal.last_stage',
    ]);
  });

  it('is decided by another officer, but in court', () => {
    const upheld = { outcome: 'upheld', amountMinor: 0n } as const;
    expect(codes(decideOutcomeOfAppeal(following(), upheld, true))).toEqual(['appeal.same_officer']);
    expect(decideOutcomeOfAppeal(following(['rejected'], ['escalated']), upheld, true)).toEqual({
      ok: true,
      remittedMinor: 600n,
    });
  });

  it('takes all, a part or nothing off the charges', () => {
    const decide = (outcome: 'upheld' | 'partly_upheld' | 'rejected', amountMinor = 0n) =>
      decideOutcomeOfAppeal(following(), { outcome, amountMinor }, false);
    expect(decide('upheld')).toEqual({ ok: true, remittedMinor: 600n });
    expect(decide('partly_upheld', 200n)).toEqual({ ok: true, remittedMinor: 200n });
    expect(decide('rejected')).toEqual({ ok: true, remittedMinor: 0n });
    for (const amount of [0n, 600n, 700n]) expect(codes(decide('partly_upheld', amount))).toEqual(['appeal.no_part']);
  });
});
