/* oxlint-disable no-control-regex -- control characters are what is looked for */
import { HALF } from './canonical';

/** What keeps a text from being read as the JSON of a package; `at` counts characters from nought. */
export type JsonFlaw = {
  readonly code: 'json_syntax' | 'json_depth' | 'json_duplicate_key' | 'json_key_refused' | 'json_number' | 'json_text';
  readonly at: number;
  readonly value: string;
};

/** Deepest nesting; a profile of the deepest conditions allowed needs fewer. */
export const JSON_DEPTH_MAX = 32;

/** Names that change what an object is where they are copied. */
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

class Flawed extends Error {
  constructor(readonly flaw: JsonFlaw) {
    super(flaw.code);
  }
}

/**
 * Reads JSON (RFC 8259) so that no two readers can take it differently: no name twice in an object, no numbers but whole ones that every
 * language holds, no half characters, no deep nesting. Two systems that agree on a signature then agree on what was signed.
 */
export function readStrictJson(text: string): { readonly value: unknown } | { readonly flaw: JsonFlaw } {
  try {
    const reader = new Reader(text);
    return { value: reader.whole() };
  } catch (error) {
    if (error instanceof Flawed) return { flaw: error.flaw };
    throw error;
  }
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) this.fail('json_syntax');
    return value;
  }

  private fail(code: JsonFlaw['code'], at = this.at, value = this.text.slice(at, at + 40)): never {
    throw new Flawed({ code, at, value });
  }

  private blanks(): void {
    while (/[ \t\n\r]/.test(this.text.charAt(this.at)) && this.at < this.text.length) this.at += 1;
  }

  private value(depth: number): unknown {
    if (depth > JSON_DEPTH_MAX) this.fail('json_depth');
    this.blanks();
    const sign = this.text.charAt(this.at);
    if (sign === '{') return this.object(depth);
    if (sign === '[') return this.array(depth);
    if (sign === '"') return this.string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  private object(depth: number): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    const seen = new Set<string>();
    this.at += 1;
    this.blanks();
    if (this.take('}')) return found;
    for (;;) {
      this.blanks();
      const at = this.at;
      if (this.text.charAt(at) !== '"') this.fail('json_syntax');
      const key = this.string();
      if (REFUSED_KEYS.has(key)) this.fail('json_key_refused', at, key);
      if (seen.has(key)) this.fail('json_duplicate_key', at, key);
      seen.add(key);
      this.blanks();
      if (!this.take(':')) this.fail('json_syntax');
      found[key] = this.value(depth + 1);
      this.blanks();
      if (this.take('}')) return found;
      if (!this.take(',')) this.fail('json_syntax');
    }
  }

  private array(depth: number): unknown[] {
    const found: unknown[] = [];
    this.at += 1;
    this.blanks();
    if (this.take(']')) return found;
    for (;;) {
      found.push(this.value(depth + 1));
      this.blanks();
      if (this.take(']')) return found;
      if (!this.take(',')) this.fail('json_syntax');
    }
  }

  private string(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them within a string
    const whole = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    whole.lastIndex = this.at;
    const match = whole.exec(this.text);
    if (!match) return this.fail('json_syntax');
    const value = JSON.parse(match[0]) as string;
    if (HALF.test(value) || value.includes('\u0000')) this.fail('json_text', this.at, match[0].slice(0, 40));
    this.at = whole.lastIndex;
    return value;
  }

  private number(): number {
    const whole = /-?(?:0|[1-9][0-9]*)(?![0-9])/y;
    whole.lastIndex = this.at;
    const match = whole.exec(this.text);
    if (!match) return this.fail('json_syntax');
    const value = Number(match[0]);
    const next = this.text.charAt(whole.lastIndex);
    if (!Number.isSafeInteger(value) || Object.is(value, -0) || /[.eE]/.test(next)) this.fail('json_number');
    this.at = whole.lastIndex;
    return value;
  }

  private take(sign: string): boolean {
    if (this.text.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }
}
