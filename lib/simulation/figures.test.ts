import { describe, expect, it } from 'vitest';
import { noCharges } from './charge-tally';
import { type ControlCell, noControls, wouldMiss } from './control-tally';
import { chargePair, cutOf, percentOf, releaseTimes } from './figures';

const member = (name: string, was: bigint, simulated: bigint) => ({
  member: name,
  sums: { ...noCharges(), dutyMinorWas: was, dutyMinorSimulated: simulated },
});

describe('the members of a dimension', () => {
  const members = [member('CN', 100n, 100n), member('VN', 10n, 90n), member('US', 50n, 20n), member('GB', 5n, 5n)];

  it('stand in the order a simulation moves them, and what is left is summed up and counted', () => {
    const { rows, rest } = cutOf(members, 2);
    expect(rows.map((row) => row.member)).toEqual(['VN', 'US']);
    expect(rest).toMatchObject({ members: 2, sums: { dutyMinorWas: 105n, dutyMinorSimulated: 105n } });
  });

  it('leave no rest where all are shown', () => {
    expect(cutOf(members, 4).rest).toBeNull();
  });
});

describe('a difference in per cent', () => {
  it.each([
    ['from 100 to 112.34: +12.3', 10_000n, 11_234n, 12.3],
    ['from 3 to 1: -66.7', 3n, 1n, -66.7],
    ['half a tenth rounds away from nought: from 2000 to 2001 is 0.1', 2_000n, 2_001n, 0.1],
    ['of nothing there is none', 0n, 5n, null],
  ])('%s', (_title, was, simulated, expected) => {
    expect(percentOf({ was, simulated })).toBe(expected);
  });
});

it('all charges are duty, VAT and fees', () => {
  const sums = { ...noCharges(), dutyMinorWas: 1n, vatMinorWas: 20n, feesMinorWas: 300n, vatMinorSimulated: 7n };
  expect(chargePair(sums, 'charges')).toEqual({ was: 321n, simulated: 7n });
});

describe('a finding', () => {
  const found = { foundMinor: 0n } as const;
  it.each([
    ['is missed where nobody looks any more', 'documents', null, true],
    ['is missed where goods that were opened have their papers read', 'physical', 'documents', true],
    ['is not missed where they are scanned instead', 'physical', 'nii', false],
    ['is not missed where more is looked at', 'documents', 'physical', false],
    ['is not missed where an officer made it without a planned control', null, null, false],
  ] as const)('%s', (_title, was, simulated, expected) => {
    expect(wouldMiss({ ...found, was, simulated })).toBe(expected);
  });

  it('that was not made is not missed', () => {
    expect(wouldMiss({ foundMinor: null, was: 'physical', simulated: null })).toBe(false);
  });
});

describe('release times to be expected', () => {
  const cell = (channel: string, control: ControlCell['control'], own: Partial<ControlCell>): ControlCell => ({
    ...{ ...noControls(), month: '2026-11', officeId: 'NLRTM', channel, control },
    ...own,
  });

  it('weigh the mean of each control by how many have it: (8 x 0 + 2 x 100) / 10 = 20, then (5 x 0 + 5 x 100) / 10 = 50', () => {
    const cells = [
      cell('post', 'none', { was: 8, simulated: 5, released: 8, releaseSeconds: 0 }),
      cell('post', 'physical', { was: 2, simulated: 5, released: 2, releaseSeconds: 200 }),
    ];
    expect(releaseTimes(cells)).toEqual([{ channel: 'post', consignments: 10, was: 20, simulated: 50 }]);
  });

  it('take a control nobody of the channel had from the other channels, and say nothing where none knows', () => {
    const cells = [
      cell('post', 'none', { was: 2, simulated: 0, released: 2, releaseSeconds: 0 }),
      cell('post', 'nii', { simulated: 2 }),
      cell('cargo', 'nii', { was: 1, simulated: 1, released: 1, releaseSeconds: 60 }),
      cell('express', 'none', { was: 3, simulated: 3 }),
    ];
    expect(releaseTimes(cells)).toEqual([
      { channel: 'cargo', consignments: 1, was: 60, simulated: 60 },
      { channel: 'express', consignments: 3, was: 0, simulated: 0 },
      { channel: 'post', consignments: 2, was: 0, simulated: 60 },
    ]);
    expect(releaseTimes([cell('post', 'nii', { was: 3, simulated: 3 })])).toEqual([
      { channel: 'post', consignments: 3, was: null, simulated: null },
    ]);
  });
});
