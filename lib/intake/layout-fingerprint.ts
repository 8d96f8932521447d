import { sha256Hex } from '@/lib/kernel/ids';
import type { Delimiter } from './layout';

/** SHA-256 that knows a kind of file again: its delimiter and the exact names of its columns, in order. */
export function layoutFingerprint(delimiter: Delimiter, header: readonly string[]): string {
  return sha256Hex(JSON.stringify([delimiter, ...header]));
}
