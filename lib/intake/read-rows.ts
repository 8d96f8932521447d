import { readCsv } from './csv';
import { readJson } from './json';
import { readNdjson } from './ndjson';
import { ofItsKind } from './other-kind';
import type { IntakeFormat, ReadOptions, StagedRow } from './staged-row';
import { readXml } from './xml/read-xml';

/**
 * The rows of a submission, in order, read in bounded memory.
 * @throws SubmissionRefusedError when the submission as a whole cannot be read; rows already handed out are void then.
 */
export function readRows(
  format: IntakeFormat,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  const sent = ofItsKind(format, chunks);
  switch (format) {
    case 'csv':
      return readCsv(sent, options);
    case 'json':
      return readJson(sent, options);
    case 'ndjson':
      return readNdjson(sent, options);
    case 'xml':
      return readXml(sent, options);
  }
}
