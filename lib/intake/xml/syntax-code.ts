import type { ProblemCode } from '../problem-codes';

/** What saxes 6.0.0 says, in the words of our catalogue; the first that fits counts. A test shows each by a document. */
const CODES: readonly (readonly [RegExp, ProblemCode])[] = [
  [/undefined entity|entity name|character entity/, 'file_xml_entity'],
  [/unexpected close tag|unmatched closing tag/, 'file_xml_tag_mismatch'],
  [/unclosed tag|unexpected end/, 'file_xml_cut_off'],
  [/duplicate attribute/, 'file_xml_attribute_repeated'],
  [/must contain a root element/, 'file_without_records'],
  [/outside of root|only one root|before first tag/, 'file_xml_outside_root'],
];

/** The problem code of a message of the parser; `file_xml_syntax` where none of ours says more. */
export function syntaxCode(message: string): ProblemCode {
  return CODES.find(([pattern]) => pattern.test(message))?.[1] ?? 'file_xml_syntax';
}
