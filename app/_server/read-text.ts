import 'server-only';
import { InvalidInputError } from '@/lib/kernel/errors';

/** Files that are read whole stay below this. */
const BYTES_MAX = 4 * 1024 * 1024;

/** The body of a request as UTF-8 text; null where it is longer than may be read at once. @throws InvalidInputError where it is no UTF-8 */
export async function readText(request: Request): Promise<string | null> {
  if (!request.body) throw new InvalidInputError([{ code: 'no_lines', severity: 'error', pointer: '' }]);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > BYTES_MAX) return null;
      text += decoder.decode(chunk, { stream: true });
    }
    text += decoder.decode();
  } catch {
    throw new InvalidInputError([{ code: 'encoding', severity: 'error', pointer: '' }]);
  }
  if (text.includes('\0')) throw new InvalidInputError([{ code: 'encoding', severity: 'error', pointer: '' }]);
  return text;
}
