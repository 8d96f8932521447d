/** The example of the help page, for a receiver in Node.js; a test runs it. */
export const VERIFY_EXAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

const seen = new Set(); // keep the ids in your database
export function accept(secret, header, body, now) { // now: Date.now()
  const [time, ...signatures] = header.split(',').map((part) => part.slice(part.indexOf('=') + 1));
  if (!(Math.abs(now / 1000 - Number(time)) <= 300)) return 'too old';
  const expected = createHmac('sha256', secret).update(time + '.' + body).digest('hex');
  const isEqual = (given) => given.length === 64 && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  if (!signatures.some(isEqual)) return 'not signed by Luxor';
  const { deliveryId } = JSON.parse(body);
  return seen.has(deliveryId) ? 'told before' : seen.add(deliveryId) && 'new';
}`;
