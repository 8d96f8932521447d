import { REFUSED_NAMES } from './csv-header';
import { MAX_JSON_DEPTH } from './limits';

export type JsonFlaw = {
  readonly kind: 'depth' | 'duplicate_key' | 'key_refused';
  readonly at: number;
  readonly key: string;
};
export type JsonScan = {
  /** The first flaw of the text; the scan stops at one of depth. */
  readonly flaw: JsonFlaw | null;
  readonly rootKeys: readonly string[];
};

type Container = { readonly keys: Set<string> | null; expectsKey: boolean };

function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** What a quoted literal says; of one that is no JSON what stands between its quotes. */
export function keyText(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

/**
 * One pass over raw JSON text before anything is built: nesting depth, keys given twice, keys that are refused. Does not judge
 * syntax; malformed text only gives a meaningless result.
 */
export function scanJson(text: string): JsonScan {
  const stack: Container[] = [];
  const rootKeys: string[] = [];
  let flaw: JsonFlaw | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const top = stack[stack.length - 1];
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (top?.keys && top.expectsKey) {
        const key = keyText(text.slice(at, end + 1));
        if (top.keys.has(key)) flaw ??= { kind: 'duplicate_key', at, key };
        if (REFUSED_NAMES.has(key)) flaw ??= { kind: 'key_refused', at, key };
        top.keys.add(key);
        top.expectsKey = false;
        if (stack.length === 1) rootKeys.push(key);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      stack.push({ keys: code === 0x7b ? new Set() : null, expectsKey: code === 0x7b });
      if (stack.length > MAX_JSON_DEPTH) return { flaw: { kind: 'depth', at, key: '' }, rootKeys };
    } else if (code === 0x7d || code === 0x5d) {
      stack.pop();
    } else if (code === 0x2c && top) {
      top.expectsKey = top.keys !== null;
    }
  }
  return { flaw, rootKeys };
}

/** Physical line (1-based) of a position in a text that begins on a line. */
export function lineAt(text: string, position: number, firstLine = 1): number {
  let line = firstLine;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
