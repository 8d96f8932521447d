import { describe, expect, it } from 'vitest';
import {
  type AuditFacts,
  auditState,
  decideDraw,
  decideGoOn,
  decideRecovery,
  decideTake,
  probabilityOf,
} from './post-audit';

const AT = new Date('2026-11-02T10:00:00Z');
const inHours = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);
const FREE: AuditFacts = {
  ...{ firstBy: 'a', takenBy: null, takenByName: null, closedAt: null, closedByName: null, endedAs: null },
  hasReleased: false,
};
const HELD: AuditFacts = { ...FREE, takenBy: 'b', takenByName: 'B. Moreau' };
const CLOSED: AuditFacts = { ...HELD, closedAt: AT, closedByName: 'B. Moreau' };
const asked = (hours: number) => ({
  ...{ dueAt: inHours(hours), answeredAt: null, withdrawnAt: null },
  ...{ answeredFrom: null, answeredBy: null },
});
const codeOf = (decision: { ok: true } | { ok: false; reasons: readonly { code: string }[] }) =>
  decision.ok ? 'ok' : decision.reasons[0]?.code;

describe('An audit after release', () => {
  it('is taken by nobody who released the goods, and from a colleague only as it was seen', () => {
    expect(codeOf(decideTake(FREE, null, 'b'))).toBe('ok');
    expect(codeOf(decideTake(FREE, null, 'a'))).toBe('post_audit.own_release');
    expect(codeOf(decideTake(HELD, null, 'c'))).toBe('post_audit.taken');
    expect(codeOf(decideTake(HELD, 'b', 'c'))).toBe('ok');
    expect(codeOf(decideTake(HELD, 'b', 'b'))).toBe('post_audit.own_already');
    expect(codeOf(decideTake(CLOSED, 'b', 'c'))).toBe('post_audit.closed');
  });

  it('is gone on with by who took it alone', () => {
    expect(codeOf(decideGoOn(HELD, 'b'))).toBe('ok');
    expect(codeOf(decideGoOn(HELD, 'c'))).toBe('post_audit.taken');
    expect(codeOf(decideGoOn(FREE, 'c'))).toBe('post_audit.not_taken');
    expect(codeOf(decideGoOn({ ...HELD, firstBy: 'b' }, 'b'))).toBe('post_audit.own_release');
    // A release may be reversed and made anew by another than the one of the audit's opening.
    expect(codeOf(decideGoOn({ ...HELD, hasReleased: true }, 'b'))).toBe('post_audit.own_release');
    expect(codeOf(decideGoOn(CLOSED, 'b'))).toBe('post_audit.closed');
  });

  it('says where it stands', () => {
    expect(auditState(FREE, null, AT)).toBe('waiting');
    expect(auditState(HELD, null, AT)).toBe('taken');
    expect(auditState(HELD, asked(1), AT)).toBe('asked');
    expect(auditState(HELD, asked(-1), AT)).toBe('overdue');
    expect(auditState(HELD, { ...asked(-1), answeredAt: AT }, AT)).toBe('answered');
    expect(auditState(HELD, { ...asked(1), withdrawnAt: AT }, AT)).toBe('taken');
    expect(auditState(CLOSED, null, AT)).toBe('closed');
  });
});

describe('What an audit found', () => {
  const RELEASED = new Date('2025-11-02T10:00:00Z');
  const answered = { ...asked(1), answeredAt: AT, answeredFrom: 'partner', answeredBy: 'p' };

  it('is charged once the partner answered or let the time pass, and not before', () => {
    expect(codeOf(decideRecovery({ extraMinor: 615n, question: null, releasedAt: RELEASED }, 'b', AT))).toBe(
      'post_audit.not_heard',
    );
    expect(codeOf(decideRecovery({ extraMinor: 615n, question: asked(1), releasedAt: RELEASED }, 'b', AT))).toBe(
      'post_audit.not_heard',
    );
    expect(
      codeOf(
        decideRecovery(
          { extraMinor: 615n, question: { ...asked(-1), withdrawnAt: AT }, releasedAt: RELEASED },
          'b',
          AT,
        ),
      ),
    ).toBe('post_audit.not_heard');
    expect(codeOf(decideRecovery({ extraMinor: 615n, question: asked(0), releasedAt: RELEASED }, 'b', AT))).toBe('ok');
    expect(codeOf(decideRecovery({ extraMinor: 615n, question: answered, releasedAt: RELEASED }, 'b', AT))).toBe('ok');
    // What customs wrote down for the partner is an answer where another than the auditor wrote it.
    const noted = { ...answered, answeredFrom: 'customs' };
    for (const [answeredBy, code] of [
      ['b', 'post_audit.not_heard'],
      ['c', 'ok'],
    ] as const)
      expect(
        codeOf(decideRecovery({ extraMinor: 1n, question: { ...noted, answeredBy }, releasedAt: RELEASED }, 'b', AT)),
      ).toBe(code);
    // Open charges may come to more.
    expect(codeOf(decideRecovery({ extraMinor: null, question: null, releasedAt: RELEASED }, 'b', AT))).toBe(
      'post_audit.not_heard',
    );
  });

  it('is charged within three years of the release; what is less than was charged needs neither', () => {
    const [last, late] = [new Date('2023-11-02T10:00:00Z'), new Date('2023-11-02T09:59:59Z')];
    expect(codeOf(decideRecovery({ extraMinor: 1n, question: answered, releasedAt: last }, 'b', AT))).toBe('ok');
    expect(codeOf(decideRecovery({ extraMinor: 1n, question: answered, releasedAt: late }, 'b', AT))).toBe(
      'post_audit.time_barred',
    );
    expect(codeOf(decideRecovery({ extraMinor: -1n, question: null, releasedAt: late }, 'b', AT))).toBe('ok');
    expect(codeOf(decideRecovery({ extraMinor: 0n, question: null, releasedAt: late }, 'b', AT))).toBe('ok');
  });
});

describe('A draw', () => {
  it.each([
    ['2026-11-02', '2026-11-01', 'post_audit.days_reversed'],
    ['2026-11-01', '2026-11-03', 'post_audit.day_ahead'],
    ['2026-08-02', '2026-11-02', 'post_audit.too_many_days'],
    ['2026-08-03', '2026-11-02', 'ok'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(codeOf(decideDraw({ from, to }, '2026-11-02'))).toBe(expected);
  });

  it('keeps the chance each had', () => {
    expect([probabilityOf(1, 3), probabilityOf(5, 5), probabilityOf(20, 40), probabilityOf(0, 0)]).toEqual([
      ...['0.333333', '1', '0.5', '0'],
    ]);
  });
});
