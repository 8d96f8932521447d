import { randomUUID } from 'node:crypto';
import { defineRoute } from '@/app/_server/define-route';
import { processEnds, queuePulse } from '@/app/_server/queue-pulse';
import { viewerPulse } from '@/app/_server/viewer-pulse';
import { dropViewer } from '@/db/commands/consignment/drop-viewer';
import { showViewer } from '@/db/commands/consignment/show-viewer';
import { logLine, messageOf } from '@/db/log';
import { VIEWER_BEAT_MS } from '@/lib/clearance/viewers';

/** Whoever listens is asked again who they are this often: the browser connects anew by itself. */
const LIFE_MS = 60_000;
const RETRY_MS = 1_000;

/**
 * Tells an open page, as server-sent events, that the queue of one of its person's offices changed (`changed`, with the office) and who
 * looks at which consignment of them (`viewers`, whole). It tells nothing of what changed: the page asks that by an authorised query of
 * its own, as after every new connection. With `looking`, the id of a consignment, others are told that this page has it open, for as
 * long as the connection lives.
 */
export const GET = defineRoute(
  'clearance.queue',
  async ({ actor, request }) => {
    const looking = new URL(request.url).searchParams.get('looking');
    const page = looking === null ? null : { connectionId: randomUUID(), consignmentId: looking };
    if (page) await showViewer(actor, page);
    const text = new TextEncoder();
    const ends = AbortSignal.any([request.signal, processEnds(), AbortSignal.timeout(LIFE_MS)]);
    let end = (_isGone: boolean) => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        // A reader that has gone is noticed by what it is sent, before anybody tells.
        const send = (line: string) => {
          try {
            controller.enqueue(text.encode(line));
          } catch {
            end(true);
          }
        };
        const tell = (event: string, data: object) => send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        const beat = setInterval(() => {
          send(': still here\n\n');
          if (page) void quietly(showViewer(actor, page));
        }, VIEWER_BEAT_MS);
        const { officeIds, id: readerId } = actor;
        const leave = [
          queuePulse().listen({ officeIds, tell: (officeId) => tell('changed', { officeId }) }),
          viewerPulse().listen({ officeIds, readerId, tell: (viewers) => tell('viewers', viewers) }),
        ];
        let isOver = false;
        end = (isGone) => {
          if (isOver) return;
          isOver = true;
          clearInterval(beat);
          for (const one of leave) one();
          // A connection that only ended its time comes back in a second: whoever looks stays until then.
          if (page && isGone) void quietly(dropViewer(actor, page.connectionId));
          try {
            controller.close();
          } catch {
            // The reader has gone, and closed it.
          }
        };
        const isGone = () => request.signal.aborted;
        if (ends.aborted) return end(isGone());
        ends.addEventListener('abort', () => end(isGone()), { once: true });
        send(`retry: ${RETRY_MS}\n\n`);
      },
      cancel: () => end(true),
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

/** Presence that cannot be written ends by itself: nothing else waits for it. */
async function quietly(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    logLine('warn', 'viewers.not_written', { message: messageOf(error) });
  }
}
