import { describe, expect, it } from 'vitest';
import type { Lane, SelectionReason } from '../consignment/codes';
import { admit, onNewVersion, type Standing } from './admit';

const at = new Date('2026-11-01T12:00:00Z');
const later = new Date('2026-11-03T12:00:00Z');
const waiting: Standing = {
  status: 'selected',
  lane: 'yellow',
  selectionReason: 'score',
  isDecidedByOfficer: false,
  wasDecided: false,
  isClaimed: false,
  openHolds: 0,
  openReferrals: 0,
  actByAt: later,
};
const autoReleased: Standing = { ...waiting, status: 'released', lane: 'green' };
const inLane = (lane: Lane, selectionReason: SelectionReason = 'score') => ({ lane, selectionReason });
const green = inLane('green');

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
    expect(onNewVersion(autoReleased, inLane('red'), at)).toBe('reselect');
  });
  it('leaves a release alone once the goods have arrived or an officer decided', () => {
    expect(onNewVersion({ ...autoReleased, actByAt: at }, inLane('red'), at)).toBe('keep');
    expect(onNewVersion({ ...autoReleased, isDecidedByOfficer: true }, inLane('red'), at)).toBe('keep');
    expect(onNewVersion(autoReleased, green, at)).toBe('keep');
  });
  it('releases an idle consignment that no longer needs anybody', () => {
    expect(onNewVersion(waiting, green, at)).toBe('release');
  });
  it('tells of a released one what it is now, where a slot lacks or does no more', () => {
    const without = inLane('blue', 'no_capacity');
    expect(onNewVersion(autoReleased, without, at)).toBe('relane');
    expect(onNewVersion({ ...autoReleased, ...without }, inLane('green', 'none'), at)).toBe('relane');
    expect(onNewVersion(autoReleased, inLane('blue'), at)).toBe('keep');
    expect(onNewVersion({ ...autoReleased, isDecidedByOfficer: true }, without, at)).toBe('keep');
    expect(onNewVersion(autoReleased, without, autoReleased.actByAt)).toBe('keep');
  });
  it('lodges a withdrawn consignment again: it is selected or released as a first version would be, arrived or not', () => {
    for (const lane of ['green', 'yellow'] as const)
      for (const assessed of [green, inLane('red')])
        expect(onNewVersion({ ...waiting, lane, status: 'withdrawn', actByAt: at }, assessed, at)).toBe('lodge');
  });
  it('returns to its lane what was selected for examination when it was withdrawn, unless the new data call for more', () => {
    for (const was of [inLane('red'), inLane('yellow', 'random'), inLane('red', 'mandatory')]) {
      const withdrawn: Standing = { ...waiting, ...was, status: 'withdrawn' };
      expect(onNewVersion(withdrawn, green, at)).toBe('return');
      expect(onNewVersion(withdrawn, inLane('red', 'mandatory'), at)).toBe(
        was.selectionReason === 'mandatory' ? 'return' : 'lodge',
      );
    }
  });
  it('never takes a consignment from an officer, a hold, a question, an examination or a detention that ended', () => {
    expect(onNewVersion({ ...waiting, isClaimed: true }, green, at)).toBe('keep');
    expect(onNewVersion({ ...waiting, openHolds: 1 }, green, at)).toBe('keep');
    expect(onNewVersion({ ...waiting, openReferrals: 1 }, green, at)).toBe('keep');
    expect(onNewVersion({ ...waiting, status: 'examination' }, green, at)).toBe('keep');
    expect(onNewVersion({ ...waiting, wasDecided: true }, green, at)).toBe('keep');
  });
  it('never lets go what was selected for examination, by whatever data', () => {
    expect(onNewVersion({ ...waiting, lane: 'red' }, green, at)).toBe('keep');
    for (const reason of ['mandatory', 'random'] as const) {
      expect(onNewVersion({ ...waiting, ...inLane('red', reason) }, green, at)).toBe('keep');
    }
  });
  it('raises an open consignment to the stricter lane or the mandatory control it calls for', () => {
    expect(onNewVersion(waiting, inLane('red'), at)).toBe('raise');
    expect(onNewVersion({ ...waiting, isClaimed: true, status: 'examination' }, inLane('red'), at)).toBe('raise');
    expect(onNewVersion({ ...waiting, ...inLane('red') }, inLane('red', 'mandatory'), at)).toBe('raise');
    expect(onNewVersion({ ...waiting, ...inLane('red', 'mandatory') }, inLane('red'), at)).toBe('keep');
    expect(onNewVersion({ ...waiting, status: 'seized' }, inLane('red'), at)).toBe('keep');
  });
});
