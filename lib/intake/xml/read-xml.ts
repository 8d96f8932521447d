import { decodeText, type Encoding } from '../decode-text';
import { UnknownNames } from '../json-rows';
import { MAX_ROWS, MAX_UNREADABLE_ROWS } from '../limits';
import { fault } from '../problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from '../staged-row';
import { CANONICAL } from './canonical';
import { CC415 } from './cc415';
import { ITMATT } from './itmatt';
import { WCO_NL } from './wco-nl';
import { WCO_UK } from './wco-uk';
import { XmlDocument } from './xml-document';
import type { XmlFormat } from './xml-format';

/** Every XML format the intake reads; another one is an adapter file and a line here. */
export const XML_FORMATS: readonly XmlFormat[] = [CANONICAL, WCO_UK, WCO_NL, CC415, ITMATT];

/**
 * Reads an XML submission as a stream: each record is built, mapped by the adapter of its format and forgotten, so memory is
 * one record and one chunk. A record that an adapter cannot read comes out as a row with its problem.
 * @throws SubmissionRefusedError at a fault of the document as a whole, well-formedness included: XML that is not well-formed
 * says nothing reliable about any of its records.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  let encoding: Encoding = 'utf-8';
  const unknown = new UnknownNames(options.onNotice);
  const document = new XmlDocument(XML_FORMATS, options, unknown, () => encoding);
  let rows = 0;
  let unreadable = 0;
  let isEmpty = true;
  const texts = decodeText(chunks, (found) => {
    encoding = found;
  });
  for await (const text of texts) {
    if (text.trim() !== '') isEmpty = false;
    for (const row of document.write(text)) {
      rows += 1;
      if (row.problems.length > 0) unreadable += 1;
      if (rows > MAX_ROWS) refuse('file_too_many_rows', row.line, MAX_ROWS);
      if (unreadable > MAX_UNREADABLE_ROWS) refuse('file_too_many_unreadable_rows', row.line, MAX_UNREADABLE_ROWS);
      yield row;
    }
  }
  if (isEmpty) throw new SubmissionRefusedError([fault('file_empty', '', { line: 1 })]);
  document.end();
  if (rows === 0) throw new SubmissionRefusedError([fault('file_without_records', '', { line: 1 })]);
}

function refuse(code: 'file_too_many_rows' | 'file_too_many_unreadable_rows', line: number, limit: number): never {
  throw new SubmissionRefusedError([fault(code, '', { line, params: { limit } })]);
}
