import { readCsv } from './csv';
import { readJson } from './json';
import { readNdjson } from './ndjson';
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
  switch (format) {
    case 'csv':
      return readCsv(chunks, options);
    case 'json':
      return readJson(chunks, options);
    case 'ndjson':
      return readNdjson(chunks, options);
    case 'xml':
      return readXml(chunks, options);
  }
}
