import type { Problem } from '@/lib/kernel/problem';
import { fault, warning } from './problem-codes';

/** Characters that need a second look; text without any of them (nearly all text) is passed by one test. */
const SUSPECT = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffd]/u;
const EVERY_SUSPECT = new RegExp(SUSPECT, 'gu');

const NONE: readonly Problem[] = [];

const LINE_BREAKS = new Set(['\t', '\n', '\r', '\u0085', '\u2028', '\u2029']);
/** Joiners and variation selectors, which many scripts and emoji need. */
function isNeeded(code: number): boolean {
  return code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

function isBidi(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function judgeCharacter(character: string, pointer: string, value: string, position: number): Problem | null {
  const code = character.codePointAt(0) ?? 0;
  const params = { character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, position };
  if (isNeeded(code)) return null;
  if (LINE_BREAKS.has(character)) return warning('line_break', pointer, { value, params });
  if (isControl(code)) return fault('control_character', pointer, { value, params });
  if (isBidi(code)) return warning('bidi_control', pointer, { value, params });
  if (code === 0xfffd) return warning('replacement_character', pointer, { value, params });
  return warning('invisible_character', pointer, { value, params });
}

/**
 * What is unusual in the characters of a text, one problem per kind: control characters refuse, direction overrides,
 * invisible and replacement characters, line breaks and blanks at either end are reported and kept.
 */
export function judgeCharacters(value: string, pointer: string): readonly Problem[] {
  const isBlankAround = value !== value.trim();
  const isSuspect = SUSPECT.test(value);
  if (!isBlankAround && !isSuspect) return NONE;
  const problems: Problem[] = isBlankAround ? [warning('surrounding_blank', pointer, { value })] : [];
  if (!isSuspect) return problems;
  const seen = new Set<string>();
  for (const match of value.matchAll(EVERY_SUSPECT)) {
    const problem = judgeCharacter(match[0], pointer, value, [...value.slice(0, match.index)].length + 1);
    if (!problem || seen.has(problem.code)) continue;
    seen.add(problem.code);
    problems.push(problem);
  }
  return problems;
}

/** Length as a person counts it: code points, not UTF-16 units. */
export function characterCount(value: string): number {
  if (!/[\ud800-\udfff]/.test(value)) return value.length;
  return [...value].length;
}
