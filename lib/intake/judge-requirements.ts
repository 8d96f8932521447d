import type { Regime } from '@/lib/consignment/codes';
import type { SentRecord } from '@/lib/consignment/columns';
import { type Missing, missingColumns, type RegimeRequirements } from '@/lib/consignment/requirements';
import type { Problem } from '@/lib/kernel/problem';
import { type ProblemCode, problemOf } from './problem-codes';

/** Columns whose absence has a sentence of its own. */
const OWN_CODES: Readonly<Partial<Record<string, ProblemCode>>> = {
  transaction_type: 'transaction_type_assumed',
  transport_currency: 'currency_required',
};

function codeOf({ column, severity, others }: Missing): ProblemCode {
  const own = OWN_CODES[column];
  if (own) return own;
  if (others.length > 0) return 'one_of_missing';
  return severity === 'error' ? 'required' : 'field_missing';
}

function blankSent(sent: SentRecord, pointer: string): string | undefined {
  const [, index, itemColumn] = /^items\.(\d+)\.(.+)$/.exec(pointer) ?? [];
  const holder = itemColumn === undefined ? sent : sent.items[Number(index)];
  const value: unknown = holder ? Reflect.get(holder, itemColumn ?? pointer) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Names every column that the regime's matrix asks for and the record lacks. */
export function judgeRequirements(
  sent: SentRecord,
  regime: Regime,
  requirements: RegimeRequirements,
  problems: Problem[],
): void {
  for (const missing of missingColumns(sent, requirements)) {
    const { pointer, severity, others } = missing;
    problems.push(
      problemOf(severity, codeOf(missing), pointer, {
        value: blankSent(sent, pointer),
        params: others.length > 0 ? { regime, others: others.join(', ') } : { regime },
      }),
    );
  }
}
