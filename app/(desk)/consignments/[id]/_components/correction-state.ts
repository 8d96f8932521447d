'use client';

import { useState } from 'react';
import { CORRECTION_FIELDS, type CorrectionField, RESULT_RULES, type ResultCode } from '@/lib/clearance/results';
import type { CorrectionRow } from './correction-rows';

const isResultCode = (text: string): text is ResultCode => Object.hasOwn(RESULT_RULES, text);
const isCorrectionField = (text: string): text is CorrectionField =>
  (CORRECTION_FIELDS as readonly string[]).includes(text);

/** A result and its corrections as they are typed: a result that cannot do without one opens its row at once. */
export function useCorrections(firstItem: number) {
  const [code, setCode] = useState<ResultCode | null>(null);
  const [rows, setRows] = useState<readonly CorrectionRow[]>([]);
  const pick = (text: string) => {
    const picked = isResultCode(text) ? text : null;
    setCode(picked);
    const needs = picked ? RESULT_RULES[picked].corrects : 'none';
    if (needs === 'none') setRows([]);
    else if (needs === 'any' || isCorrectionField(needs)) {
      const field = needs === 'any' ? 'value' : needs;
      setRows([{ key: 0, itemNumber: firstItem, field, corrected: '' }]);
    }
  };
  return {
    code,
    pick,
    rows,
    setRows,
    /** Whether corrected values go with the result. */
    isCorrecting: code !== null && RESULT_RULES[code].corrects !== 'none',
    /** As a command takes them: what was left empty is none. */
    corrections: rows
      .filter(({ corrected }) => corrected.trim() !== '')
      .map(({ itemNumber, field, corrected }) => ({ itemNumber, field, corrected: corrected.trim() })),
    /** Pointers of what is told beside the controls. */
    beside: ['resultCode', 'finding', ...rows.map((_, index) => `corrections.${index}`)],
  };
}
