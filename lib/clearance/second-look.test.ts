import { describe, expect, it } from 'vitest';
import texts from '@/lib/messages/en/clearance.json';
import { derivedId } from '@/lib/kernel/ids';
import { decideLook, isDrawn, LOOK_ANSWERS, LOOK_REASONS, type LookFacts } from './second-look';

const ids = Array.from({ length: 4000 }, (_, index) => derivedId('test', String(index)));

describe('The draw of second looks', () => {
  it('is the same whenever it is repeated', () => {
    for (const id of ids.slice(0, 50)) expect(isDrawn(id, '0.3')).toBe(isDrawn(id, '0.3'));
  });

  it('takes about the share that is asked for, and nothing at a share of none', () => {
    const share = ids.filter((id) => isDrawn(id, '0.05')).length / ids.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
    expect(ids.some((id) => isDrawn(id, '0'))).toBe(false);
  });

  it('keeps what a smaller share took when the share is raised', () => {
    for (const id of ids.filter((one) => isDrawn(one, '0.02'))) expect(isDrawn(id, '0.2')).toBe(true);
  });
});

const TAKEN: LookFacts = { firstBy: 'first', takenBy: 'second', answeredAt: null, stands: true, hasSeen: false };
const RELEASE = { answer: 'release', reason: 'documents_in_order', note: null } as const;
const codes = (facts: Partial<LookFacts>, wish: Parameters<typeof decideLook>[1] = RELEASE, actor = 'second') => {
  const decision = decideLook({ ...TAKEN, ...facts }, wish, actor);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('The answer to a second look', () => {
  it('is given once, by who took it, and never by who decided first', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ answeredAt: new Date() })).toEqual(['look.answered']);
    expect(codes({ takenBy: 'third' })).toEqual(['look.not_taken']);
    expect(codes({ takenBy: null })).toEqual(['look.not_taken']);
    expect(codes({ takenBy: 'first' }, RELEASE, 'first')).toEqual(['look.own']);
  });

  it('is worth nothing once the second knows the first decision, or that stands no more', () => {
    expect(codes({ hasSeen: true })).toEqual(['look.seen']);
    expect(codes({ stands: false })).toEqual(['look.lapsed']);
  });

  it('has a reason of its kind; who cannot tell says why in words', () => {
    expect(codes({}, { ...RELEASE, reason: null })).toEqual(['look.reason_unfit']);
    expect(codes({}, { answer: 'examine', reason: 'documents_in_order', note: null })).toEqual(['look.reason_unfit']);
    expect(codes({}, { answer: 'examine', reason: 'physical', note: null })).toEqual([]);
    expect(codes({}, { answer: 'no_view', reason: null, note: null })).toEqual(['look.note_required']);
    expect(codes({}, { answer: 'no_view', reason: null, note: 'No listing' })).toEqual([]);
  });

  it.each(LOOK_ANSWERS)('%s has its reasons in words', (answer) => {
    const { group, codes: reasons } = LOOK_REASONS[answer];
    for (const code of reasons) expect(texts[group]).toHaveProperty(code);
  });
});
