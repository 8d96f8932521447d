import { describe, expect, it } from 'vitest';
import { standingCodes } from './acknowledgement';

describe('the codes a consignment stands under', () => {
  it('let do-not-load override everything', () => {
    expect(standingCodes('under_control', ['rfi', 'dnl'])).toEqual(['DNL']);
  });
  it('put open questions before the end of the assessment', () => {
    expect(standingCodes('released', ['documents'])).toEqual(['DOC']);
    expect(standingCodes('under_control', ['documents', 'rfs', 'rfi'])).toEqual(['RFI', 'RFS', 'DOC']);
  });
  it('say assessment complete when the decision is told, and nothing while customs looks at it', () => {
    expect(standingCodes('released', [])).toEqual(['AC']);
    expect(standingCodes('seized', [])).toEqual(['AC']);
    expect(standingCodes('under_control', [])).toEqual([]);
  });
});
