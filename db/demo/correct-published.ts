import { sql } from 'drizzle-orm';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { currentOf, type PartyRow } from '@/db/commands/intake/resolve-acts';
import { db } from '@/db/connection';
import { clearances, consignments, parties, versions } from '@/db/schema';
import type { SentRecord } from '@/lib/consignment/columns';
import { DEMO_PARTNERS, type DemoPartnerKey } from '@/lib/demo/partners';
import { withLeftOut } from '@/lib/demo/left-out';
import { drawFromHex } from '@/lib/kernel/prng';
import { daysOfMonth, monthAfter } from '@/lib/publication/calendar';
import { sha256Hex } from '@/lib/kernel/ids';
import { demoPartnerActor, demoPartnerId } from './partners';

/** Day of the month on which partners correct what they sent in the month before, whose figures are published by then. */
export const CORRECTION_DAY = 25;
/** Share of the consignments of which they had left out a goods item. */
const LEFT_OUT = 1 / 8;
/** A record knows no such columns, though they are kept with it. */
const NOT_SENT = ['unknown', 'derived', 'isDatedByReceipt'] as const;

/**
 * Has every partner send part of the consignments of the month before again, with a goods item they had left out, through the real intake: of what
 * is published every measure changes with many behind it, and a revision follows. What was sent again already stays as it is.
 */
export async function correctPublished(today: string, signal: AbortSignal): Promise<void> {
  const at = new Date(`${today}T07:00:00Z`);
  for (const { key } of DEMO_PARTNERS) {
    if (signal.aborted) return;
    const records = (await sentIn(key, monthAfter(today.slice(0, 7), -1))).flatMap(
      (record) => withLeftOut(record) ?? [],
    );
    if (records.length > 0) await sendAgain(key, records, at);
  }
}

/** Records of a month that are released and were sent once, as they were sent: part of them, the same at every call. */
async function sentIn(partner: DemoPartnerKey, month: string): Promise<SentRecord[]> {
  const { from, to } = daysOfMonth(month);
  const { rows } = await db().execute<{ id: string; sent: SentRecord; parties: readonly PartyRow[] }>(sql`
    select c.consignment_id as id, v.sent,
      (select json_agg(p) from ${parties} p
        where p.consignment_id = c.consignment_id and p.received_on = c.received_on and p.version = c.version
        group by p.consignment_id) as parties
    from ${clearances} s
    join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on and c.version = 1
    join ${versions} v on v.consignment_id = c.consignment_id and v.received_on = c.received_on and v.version = c.version
    where s.received_on between ${from} and ${to} and s.partner_id = ${demoPartnerId(partner)} and s.status = 'released'
    order by c.consignment_id`);
  return rows.filter(({ id }) => drawFromHex(sha256Hex(`left out ${id}`)) < LEFT_OUT).map(currentOf);
}

async function sendAgain(partner: DemoPartnerKey, records: readonly SentRecord[], at: Date): Promise<void> {
  const actor = demoPartnerActor(partner);
  const lines = records.map((record) =>
    JSON.stringify({ ...record, ...Object.fromEntries(NOT_SENT.map((key) => [key, undefined])) }),
  );
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  const received = await receiveSubmission(
    actor,
    {
      ...{ format: 'ndjson' as const, contentType: 'application/x-ndjson', fileName: `${partner}-left-out.ndjson` },
      ...{ idempotencyKey: null, announcedBytes: bytes.length },
      body: (async function* () {
        yield bytes;
      })(),
    },
    at,
  );
  await processSubmission(actor, received.submissionId, undefined, () => at);
}
