/** The example of the help text, for a receiver in Node.js; a test runs it. */
export const VERIFY_EXAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

const seen = new Set(); // keep the ids in your database
export function accept(secret, header, body, now) { // now: Date.now()
  const [time, ...given] = header.split(',').map((part) => part.split('=')[1]);
  if (!(Math.abs(now / 1000 - Number(time)) <= 300)) return 'too old';
  const own = createHmac('sha256', secret).update(time + '.' + body).digest();
  const isOwn = (hex) => hex?.length === 64 && timingSafeEqual(Buffer.from(hex, 'hex'), own);
  if (!given.some(isOwn)) return 'not signed by Luxor';
  const { deliveryId } = JSON.parse(body);
  return seen.has(deliveryId) ? 'told before' : seen.add(deliveryId) && 'new';
}`;
