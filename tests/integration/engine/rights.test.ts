import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { APPEND_ONLY } from '@/db/grants';
import { sqlState } from '@/db/sql-state';
import { useDatabase } from '../../support/database';

const NOT_PERMITTED = '42501';
useDatabase();

const refusal = async (statement: string): Promise<string | undefined> =>
  db()
    .execute(sql.raw(statement))
    .then(
      () => 'done',
      (error: unknown) => sqlState(error),
    );

describe('the role of the application', () => {
  it.each(APPEND_ONLY)('cannot change, delete or empty rows of %s', async (table) => {
    const { rows } = await db().execute<{ name: string }>(
      sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum = 1`,
    );
    const column = rows[0]?.name;
    expect(await refusal(`update ${table} set ${column} = ${column}`)).toBe(NOT_PERMITTED);
    expect(await refusal(`delete from ${table}`)).toBe(NOT_PERMITTED);
    expect(await refusal(`truncate ${table}`)).toBe(NOT_PERMITTED);
    expect(await refusal(`select 1 from ${table} limit 1`)).toBe('done');
  });

  it('changes of a file no more than its names and its erasure, and never the bytes', async () => {
    for (const column of ['kind', 'sha256', 'sent_by', 'sent_at'])
      expect(await refusal(`update consignment.attachments set ${column} = ${column}`)).toBe(NOT_PERMITTED);
    expect(await refusal('update consignment.attachments set caption = caption')).toBe('done');
    expect(await refusal('delete from consignment.attachments')).toBe(NOT_PERMITTED);
    expect(await refusal('update consignment.attachment_chunks set content = content')).toBe(NOT_PERMITTED);
    expect(await refusal('truncate consignment.attachment_chunks')).toBe(NOT_PERMITTED);
  });

  it('takes from what happened to a consignment what its people are known by, and nothing else', async () => {
    const takes = ['consignment.versions sent', 'clearance.events values', 'risk.assessments listed_matches'];
    for (const [table = '', column = ''] of takes.map((one) => one.split(' '))) {
      expect(await refusal(`update ${table} set "${column}" = "${column}"`)).toBe('done');
      expect(await refusal(`update ${table} set received_on = received_on`)).toBe(NOT_PERMITTED);
      expect(await refusal(`delete from ${table}`)).toBe(NOT_PERMITTED);
      expect(await refusal(`truncate ${table}`)).toBe(NOT_PERMITTED);
    }
    expect(await refusal('update intake.raw_chunks set content = content')).toBe(NOT_PERMITTED);
    expect(await refusal('truncate intake.raw_chunks')).toBe(NOT_PERMITTED);
  });

  it('finds no way round through a partition, nor by making tables', async () => {
    expect(await refusal('delete from audit.log_default')).toBe(NOT_PERMITTED);
    expect(await refusal('create table audit.copy (id int)')).toBe(NOT_PERMITTED);
    expect(await refusal('create table public.copy (id int)')).toBe(NOT_PERMITTED);
  });

  it('works on all other tables', async () => {
    expect(await refusal('delete from statistics.contributions')).toBe('done');
    expect(await refusal('update clearance.clearances set received_on = received_on')).toBe('done');
  });
});
