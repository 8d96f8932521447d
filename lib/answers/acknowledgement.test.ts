import { describe, expect, it } from 'vitest';
import { standingCodes } from './acknowledgement';

const UNDER_CONTROL = { status: 'under_control', mayChangeUntil: null } as const;
const RELEASED = { status: 'released', mayChangeUntil: null } as const;

describe('the codes a consignment stands under', () => {
  it('let do-not-load override everything', () => {
    expect(standingCodes(UNDER_CONTROL, ['rfi', 'dnl'])).toEqual(['DNL']);
  });
  it('put open questions before the end of the assessment', () => {
    expect(standingCodes(RELEASED, ['documents'])).toEqual(['DOC']);
    expect(standingCodes(UNDER_CONTROL, ['documents', 'rfs', 'rfi'])).toEqual(['RFI', 'RFS', 'DOC']);
  });
  it('say assessment complete when the decision is final, and nothing while customs looks at it', () => {
    expect(standingCodes({ ...RELEASED, mayChangeUntil: new Date('2026-11-02T10:10:00Z') }, [])).toEqual([]);
    expect(standingCodes(RELEASED, [])).toEqual(['AC']);
    expect(standingCodes({ ...RELEASED, status: 'seized' }, [])).toEqual(['AC']);
    expect(standingCodes(UNDER_CONTROL, [])).toEqual([]);
  });
  it('say nothing of what is withdrawn: nobody completed its assessment', () => {
    expect(standingCodes({ status: 'withdrawn', mayChangeUntil: null }, [])).toEqual([]);
  });
});
