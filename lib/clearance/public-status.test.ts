import { describe, expect, it } from 'vitest';
import { foldedPostcode, publicStatus } from './public-status';
import { STATUSES, type Status } from './transitions';

const DUE = new Date('2026-11-02T10:00:00Z');
const minutes = (count: number) => new Date(DUE.getTime() + count * 60_000);
const standing = (status: Status, changes: object = {}) => ({
  ...{ status, proposedFrom: null, decidedAt: null, transmittedAt: null, expectedArrivalAt: DUE },
  ...changes,
});

describe('What the public is told', () => {
  it('is the same of every parcel that is not due yet, however customs judged it', () => {
    const told = STATUSES.filter((status) => status !== 'withdrawn').map((status) =>
      publicStatus(standing(status, { decidedAt: minutes(-90), transmittedAt: minutes(-60) }), 15, minutes(-1)),
    );
    expect(new Set(told)).toEqual(new Set(['announced']));
    expect(publicStatus(standing('withdrawn'), 15, minutes(-1))).toBe('withdrawn');
  });
  it('is the word of the partner once it is due', () => {
    expect(publicStatus(standing('released'), 15, DUE)).toBe('released');
    expect(publicStatus(standing('examination'), 15, DUE)).toBe('under_control');
    expect(publicStatus(standing('awaiting_second', { proposedFrom: 'detained' }), 15, DUE)).toBe('detained');
  });
  it('is no decision that its officer may still take back', () => {
    const fresh = standing('released', { decidedAt: minutes(60) });
    expect(publicStatus(fresh, 15, minutes(70))).toBe('under_control');
    expect(publicStatus(fresh, 15, minutes(76))).toBe('released');
    expect(publicStatus({ ...fresh, transmittedAt: minutes(61) }, 15, minutes(70))).toBe('released');
  });
  it('needs the postcode however it is written', () => {
    expect(foldedPostcode(' 3511-aa ')).toBe(foldedPostcode('3511 AA'));
    expect(foldedPostcode('–')).toBe('');
  });
});
