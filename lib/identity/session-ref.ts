import { sha256Hex } from '@/lib/kernel/ids';

/** What a session is called on screens and in the audit log: its id itself is half of a credential and stays in the token. */
export function sessionRefOf(sessionId: string): string {
  return sha256Hex(`session:${sessionId}`).slice(0, 16);
}
