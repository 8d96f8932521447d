import { defineRoute } from '@/app/_server/define-route';
import { processEnds, queuePulse } from '@/app/_server/queue-pulse';

/** Whoever listens is asked again who they are this often: the browser connects anew by itself. */
const LIFE_MS = 60_000;
const SILENCE_MS = 15_000;
const RETRY_MS = 1_000;

/**
 * Tells an open page that the queue of one of its person's offices changed, as server-sent events: `changed` with the office. It tells
 * nothing of what changed: the page asks that by an authorised query of its own, as after every new connection.
 */
export const GET = defineRoute(
  'clearance.queue',
  async ({ actor, request }) => {
    const text = new TextEncoder();
    const ends = AbortSignal.any([request.signal, processEnds(), AbortSignal.timeout(LIFE_MS)]);
    let end = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        // A reader that has gone is noticed by what it is sent, before anybody tells.
        const send = (line: string) => {
          try {
            controller.enqueue(text.encode(line));
          } catch {
            end();
          }
        };
        const silence = setInterval(() => send(': still here\n\n'), SILENCE_MS);
        const leave = queuePulse().listen({
          officeIds: actor.officeIds,
          tell: (officeId) => send(`event: changed\ndata: ${JSON.stringify({ officeId })}\n\n`),
        });
        end = () => {
          clearInterval(silence);
          leave();
          try {
            controller.close();
          } catch {
            // The reader has gone, and closed it.
          }
        };
        if (ends.aborted) return end();
        ends.addEventListener('abort', end, { once: true });
        send(`retry: ${RETRY_MS}\n\n`);
      },
      cancel: () => end(),
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  },
  { background: true },
);
