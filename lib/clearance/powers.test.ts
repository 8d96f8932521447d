import { describe, expect, it } from 'vitest';
import { policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';
import { powerAgainst, powersAgainst } from './powers';

const SHIPPED = policyAt(PARAMETERS, '2026-11-27');
const narrowed = (value: object) =>
  policyAt(
    PARAMETERS.map((row) =>
      row.kind === 'power' && row.key === 'refuse' ? { ...row, value, source: 'Order 7' } : row,
    ),
    '2026-11-27',
  );

describe('Powers per decision', () => {
  it('as shipped take nothing away from the roles', () => {
    expect(powersAgainst('officer', 99_999_999n, SHIPPED)).toEqual({});
  });

  it('leave a decision to supervisors where the policy says so, and say by which provision', () => {
    const policy = narrowed({ roles: ['supervisor'], officerUpTo: null });
    expect(powerAgainst('refuse', 'officer', 1n, policy)).toEqual({
      ...{ code: 'power.role', citation: 'Order 7', params: { decision: 'refuse' } },
    });
    expect(powerAgainst('refuse', 'supervisor', 1n, policy)).toBeNull();
    expect(powerAgainst('return', 'officer', 1n, policy)).toBeNull();
  });

  it('bound what an officer decides by the value of the goods, the limit itself included', () => {
    const policy = narrowed({ roles: ['officer', 'supervisor'], officerUpTo: '500' });
    expect(powerAgainst('refuse', 'officer', 50_000n, policy)).toBeNull();
    expect(powerAgainst('refuse', 'officer', 50_001n, policy)).toMatchObject({
      ...{ code: 'power.value', params: { limit: '500.00', value: '500.01', currency: 'EUR' } },
    });
    expect(powerAgainst('refuse', 'supervisor', 50_001n, policy)).toBeNull();
  });

  it('bind nobody but people: what leaves by its lane is for the lanes of the policy', () => {
    const policy = narrowed({ roles: ['supervisor'], officerUpTo: null });
    expect(powerAgainst('refuse', 'system', 1n, policy)).toBeNull();
  });
});
