import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Side } from './compare';
import { digestOfSent, type ReadRecord, readFile } from './read-file';

type Kept = { reference: string; version: number; sent: Parameters<typeof digestOfSent>[0]; items: number };
type Refused = { reference: string | null; rows: { line: number; raw: string }[] };

/**
 * What a second reader finds in the bytes that were sent against what the database keeps of references that begin like those of the
 * file. Gives a sentence for each difference.
 */
export async function checkAgainstFile(
  side: Side,
  sent: { readonly earlier: Buffer; readonly main: Buffer; readonly prefix?: string },
): Promise<{ differences: string[]; records: number }> {
  const client = new pg.Client({ connectionString: side.databaseUrl });
  await client.connect();
  try {
    const records = readFile(sent.main);
    const before = new Map(readFile(sent.earlier).map((record) => [record.reference, record.digest]));
    const differences = [
      ...(await checkBytes(client, side.submissionId, sent.main)),
      ...(await checkCounts(client, side.submissionId, records, before)),
      ...(await checkGood(
        client,
        records.filter(({ isGood }) => isGood),
        before,
        sent.prefix ?? 'FI-',
      )),
      ...(await checkBad(
        client,
        side.submissionId,
        records.filter(({ isGood }) => !isGood),
      )),
    ];
    return { differences: differences.map((line) => `${side.name}: ${line}`), records: records.length };
  } finally {
    await client.end();
  }
}

async function checkBytes(client: pg.Client, submissionId: string, body: Buffer): Promise<string[]> {
  const { rows } = await client.query<{ content: Buffer }>(
    'select content from intake.raw_chunks where submission_id = $1 order by chunk_number',
    [submissionId],
  );
  const stored = createHash('sha256');
  for (const { content } of rows) stored.update(content);
  return stored.digest('hex') === createHash('sha256').update(body).digest('hex')
    ? []
    : ['the stored bytes are not those sent'];
}

async function checkCounts(
  client: pg.Client,
  submissionId: string,
  records: readonly ReadRecord[],
  before: ReadonlyMap<string | null, string>,
): Promise<string[]> {
  const good = records.filter(({ isGood }) => isGood);
  const known = good.filter(({ reference }) => before.has(reference));
  const unchanged = known.filter(({ reference, digest }) => before.get(reference) === digest).length;
  const expected = {
    received: records.length,
    accepted: good.length - known.length,
    quarantined: records.length - good.length,
    unchanged,
    updated: known.length - unchanged,
  };
  const { rows } = await client.query<typeof expected>(
    `select records_received as received, records_accepted as accepted, records_quarantined as quarantined,
      records_unchanged as unchanged, records_updated as updated from intake.submissions where id = $1`,
    [submissionId],
  );
  const [found] = rows;
  return Object.entries(expected).flatMap(([name, count]) => {
    const counted = found?.[name as keyof typeof expected];
    return counted === count ? [] : [`${name}: ${count} in the file, ${counted} told`];
  });
}

async function checkGood(
  client: pg.Client,
  good: readonly ReadRecord[],
  before: ReadonlyMap<string | null, string>,
  prefix: string,
): Promise<string[]> {
  const { rows } = await client.query<Kept>(
    `select c.reference, c.version, v.sent,
      (select count(*)::int from consignment.items i where i.consignment_id = c.consignment_id) as items
     from consignment.consignments c
     join consignment.versions v on v.consignment_id = c.consignment_id and v.received_on = c.received_on and v.version = c.version
     where c.reference like $1`,
    [`${prefix}%`],
  );
  const kept = new Map(rows.map((row) => [row.reference, row]));
  const differences: string[] = [];
  for (const { reference, digest, items } of good) {
    const row = reference === null ? undefined : kept.get(reference);
    if (!row) differences.push(`${reference} was sent and is not there`);
    else if (digestOfSent(row.sent) !== digest) differences.push(`${reference} is kept otherwise than it was sent`);
    else if (row.items !== items) differences.push(`${reference} has ${row.items} goods items, sent were ${items}`);
    else if (row.version !== expectedVersion(before.get(reference), digest))
      differences.push(`${reference} stands at version ${row.version}`);
  }
  const unsent = kept.size - good.length;
  return unsent === 0 ? differences : [...differences, `${unsent} consignments more than were sent`];
}

const expectedVersion = (before: string | undefined, now: string) => (before === undefined || before === now ? 1 : 2);

async function checkBad(client: pg.Client, submissionId: string, bad: readonly ReadRecord[]): Promise<string[]> {
  const { rows } = await client.query<Refused>(
    'select reference, rows from intake.quarantined_records where submission_id = $1',
    [submissionId],
  );
  const written = ({ reference, rows: own }: Refused) =>
    JSON.stringify([reference, own.map(({ line, raw }) => [line, raw.replace(/\r?\n$/, '')])]);
  const kept = new Set(rows.map(written));
  const lost = bad.filter(
    ({ reference, lines, raw }) =>
      !kept.has(written({ reference, rows: lines.map((line, index) => ({ line, raw: raw[index] ?? '' })) })),
  );
  const differences = lost.map(({ lines }) => `the refused record of line ${lines[0]} is not kept as sent`);
  return rows.length === bad.length
    ? differences
    : [...differences, `${rows.length} records in quarantine, ${bad.length} sent`];
}
