import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '@/lib/clearance/events';
import { contentOfChange } from './body';
import { TOLD_OF_ONE_MAX, toldOf } from './told-kinds';

const AT = new Date('2026-11-02T10:00:00Z');

describe('what a partner is told of the timeline', () => {
  it('is what concerns the partner, and nothing of what goes on inside customs', () => {
    const silent = EVENT_KINDS.filter((event) => toldOf(event, 1).length === 0);
    expect(silent).toEqual([
      'received',
      'assessed',
      'control_changed',
      'claimed',
      'given_back',
      'skipped',
      'snoozed',
      'snooze_over',
      'lease_expired',
      'reassigned',
      'transferred',
      'hold_answered',
      'examination_ordered',
      'result_recorded',
      'duty_stated',
      'proposed',
      'proposal_rejected',
      'exhibit_recorded',
      'exhibit_moved',
      'seizure_proposed',
      'seizure_rejected',
      'appeal_lodged',
      'appeal_secured',
      'appeal_escalated',
      'appeal_decided',
      'appeal_withdrawn',
      'audit_drawn',
      'audit_selected',
      'audit_taken',
      'audit_recorded',
      'audit_ended',
      'commented',
      'undone',
      'revealed',
      'attached',
      'attachment_erased',
      'match_dismissed',
      'transmitted',
    ]);
  });

  it('tells a first version as accepted and a later one as updated', () => {
    expect(toldOf('selected', 1).map(({ kind }) => kind)).toEqual(['accepted', 'under_control']);
    expect(toldOf('reselected', 2).map(({ kind }) => kind)).toEqual(['updated', 'under_control']);
    expect(toldOf('released_by_lane', 3).map(({ kind }) => kind)).toEqual(['updated', 'released']);
  });

  it('tells of a slot given or given away as a control or a release, and not why', () => {
    expect(toldOf('given_slot', null)).toEqual([{ kind: 'under_control', isWithheld: false }]);
    expect(toldOf('gave_way', null)).toEqual([{ kind: 'released', isWithheld: false }]);
  });

  it('tells a withdrawal at once, by which way and by whom, and not in whose words', () => {
    expect(toldOf('withdrawn', 2)).toEqual([{ kind: 'withdrawn', isWithheld: false }]);
    const values = { version: 2, way: 'undo', by: 'office', note: 'The wrong file was sent' };
    const content = contentOfChange('withdrawn', {
      consignmentId: 'c',
      reference: 'A1',
      event: 'withdrawn',
      values,
      at: AT,
    });
    expect(JSON.parse(content)).toMatchObject({ kind: 'withdrawn', version: 2, way: 'undo', by: 'office' });
    expect(content).not.toMatch(/wrong file/);
  });

  it('is never more of one line than leaves room for the next', () => {
    for (const event of EVENT_KINDS) expect(toldOf(event, 1).length).toBeLessThanOrEqual(TOLD_OF_ONE_MAX);
  });

  it('withholds what an officer may still take back', () => {
    expect(toldOf('released', null)).toEqual([{ kind: 'released', isWithheld: true }]);
    expect(toldOf('seizure_confirmed', null)).toEqual([{ kind: 'seized', isWithheld: true }]);
    expect(toldOf('released_by_lane', 1).at(-1)).toEqual({ kind: 'released', isWithheld: false });
  });

  it('carries no score, lane, note or officer', () => {
    const values = { version: 1, score: 88, lane: 'red', note: 'looks false', ground: 'value_doubt', kind: 'release' };
    for (const event of EVENT_KINDS) {
      for (const { kind } of toldOf(event, 1)) {
        const content = contentOfChange(kind, { consignmentId: 'c', reference: 'A/1', event, values, at: AT });
        expect(content).not.toMatch(/88|"red"|looks false|score|"lane"|note/);
        expect(JSON.parse(content).links.consignment).toBe('/api/v1/consignments/A%2F1');
      }
    }
  });
});
