import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { isItmattItem, sentFromItmatt } from './itmatt';
import { sentFromJson } from './json-record';
import { MAX_COLUMNS } from './limits';
import { warning } from './problem-codes';
import { type ReadOptions, type StagedRow, unreadableRow } from './staged-row';

/** Reports each unknown name once; names of items are folded to `items.name`. */
export class UnknownNames {
  private readonly seen = new Set<string>();
  constructor(private readonly onNotice: ReadOptions['onNotice']) {}

  report(sent: SentRecord, line: number): void {
    if (!this.onNotice || !sent.unknown) return;
    for (const pointer of Object.keys(sent.unknown)) {
      const name = pointer.replaceAll(/\.\d+(?=[.@])/g, '').replaceAll(/\[\d+\]/g, '');
      if (this.seen.has(name) || this.seen.size >= MAX_COLUMNS) continue;
      this.seen.add(name);
      this.onNotice(warning('column_unknown', name, { line, value: name }));
    }
  }
}

function referenceOf(sent: SentRecord): string | null {
  return sent.reference ?? null;
}

/** A parsed JSON value as a staged row, by the adapter that its shape asks for. */
export function jsonRow(
  value: unknown,
  raw: string,
  line: number,
  options: ReadOptions,
  unknown: UnknownNames,
): StagedRow {
  const { sent, problems } = isItmattItem(value) ? sentFromItmatt(value, line, options) : sentFromJson(value, line);
  const row = { line, reference: referenceOf(sent), raw };
  if (problems.length > 0) return unreadableRow(row, problems);
  if (!isItmattItem(value)) unknown.report(sent, line);
  return { ...row, content: JSON.stringify(sent), problems };
}

/** A row with nothing but its faults. */
export function brokenRow(raw: string, line: number, problem: Problem): StagedRow {
  return unreadableRow({ line, reference: null, raw }, [problem]);
}
