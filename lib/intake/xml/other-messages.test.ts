import { describe, expect, it } from 'vitest';
import { explainProblem } from '../explain-problem';
import { fault, type ProblemCode } from '../problem-codes';
import { otherMessage } from './other-messages';

const ICS = 'http://ics.dgtaxud.ec';
const WCO = 'urn:wco:datamodel:WCO';

describe('what is no declaration', () => {
  it.each([
    ['CC315A', `${ICS}/CC315A`, 'entrySummary'],
    ['CC313A', `${ICS}/CC313A`, 'entrySummary'],
    ['IE3F43', 'urn:x', 'entrySummary'],
    ['CC413C', 'urn:uccv:xsd:imp:1.0.0_2.00:CC413', 'change'],
    ['CC414', 'urn:uccv:xsd:imp:1.0.0_2.00:CC414', 'change'],
    ['MetaData', `${WCO}:DECO.Response:2`, 'answer'],
    ['Response', `${WCO}:RES-DMS:2`, 'answer'],
    ['SuccessResponse', 'http://www.hmrc.gov.uk/successresponse/2', 'answer'],
    ['MetaData', '', 'unnamed'],
    ['MetaData', `${WCO}:DocumentMetaData-DMS:3`, 'other'],
    ['CC415', 'urn:uccv:xsd:imp:2', 'other'],
    ['invoice', 'urn:x', 'other'],
  ] as const)('%s of %s is told as %s', (name, namespace, kind) => {
    expect(otherMessage({ name, namespace })).toBe(kind);
  });

  const told = (code: ProblemCode, kind?: string) =>
    explainProblem(
      fault(code, '', {
        line: 1,
        params: { found: 'X', namespace: 'urn:x', accepted: 'Y', ...(kind ? { kind } : {}) },
      }),
    );
  it('is refused with a sentence of its own, and without one where it was kept before there were any', () => {
    expect(told('file_xml_root', 'entrySummary')).toContain('an entry summary declaration, which is not read');
    expect(told('file_xml_root', 'answer')).toContain('an answer of customs');
    expect(told('file_xml_root', 'change')).toContain('send the whole declaration again');
    expect(told('file_xml_root', 'unnamed')).toContain('bears the namespace of its version');
    expect(told('file_xml_unexpected', 'answer')).toContain('an answer of customs');
    for (const code of ['file_xml_root', 'file_xml_unexpected'] as const) expect(told(code)).toBe(told(code, 'other'));
  });
});
