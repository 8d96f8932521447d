import { describe, expect, it } from 'vitest';
import { admit, onNewVersion, type Standing } from './admit';

const at = new Date('2026-11-01T12:00:00Z');
const later = new Date('2026-11-03T12:00:00Z');
const waiting: Standing = {
  status: 'selected',
  isDecidedByOfficer: false,
  isClaimed: false,
  openHolds: 0,
  openReferrals: 0,
  actByAt: later,
};
const autoReleased: Standing = { ...waiting, status: 'released' };

describe('a first version', () => {
  it('is released by the green and blue lanes and selected by the others', () => {
    expect(admit('green')).toBe('released');
    expect(admit('blue')).toBe('released');
    expect(admit('yellow')).toBe('selected');
    expect(admit('red')).toBe('selected');
  });
});

describe('a new version', () => {
  it('brings an automatically released consignment back when the new data select it before arrival', () => {
    expect(onNewVersion(autoReleased, 'red', at)).toBe('reselect');
  });
  it('leaves a release alone once the goods have arrived or an officer decided', () => {
    expect(onNewVersion({ ...autoReleased, actByAt: at }, 'red', at)).toBe('keep');
    expect(onNewVersion({ ...autoReleased, isDecidedByOfficer: true }, 'red', at)).toBe('keep');
    expect(onNewVersion(autoReleased, 'green', at)).toBe('keep');
  });
  it('releases an idle consignment that no longer needs anybody', () => {
    expect(onNewVersion(waiting, 'green', at)).toBe('release');
  });
  it('never takes a consignment from an officer, a hold, a question or an examination', () => {
    expect(onNewVersion({ ...waiting, isClaimed: true }, 'green', at)).toBe('keep');
    expect(onNewVersion({ ...waiting, openHolds: 1 }, 'green', at)).toBe('keep');
    expect(onNewVersion({ ...waiting, openReferrals: 1 }, 'green', at)).toBe('keep');
    expect(onNewVersion({ ...waiting, status: 'examination' }, 'green', at)).toBe('keep');
  });
});
