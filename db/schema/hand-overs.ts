import { sql } from 'drizzle-orm';
import { check, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CLAIMS_GO, type HandOverContent } from '@/lib/clearance/hand-over';
import { clearanceSchema } from './clearance';
import { instant } from './columns';

/**
 * A shift handed over: what stood when it was written, and who took it over. Written once; afterwards it is confirmed by another person
 * or withdrawn by its writer, once.
 */
export const handOvers = clearanceSchema.table(
  'hand_overs',
  {
    handOverId: uuid('hand_over_id').primaryKey(),
    officeId: text('office_id').notNull(),
    /** Whose work it is; null for that of the whole office. */
    ofUserId: uuid('of_user_id'),
    writtenBy: uuid('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: instant('written_at').notNull(),
    claimsGo: text('claims_go', { enum: CLAIMS_GO }).notNull(),
    notes: text('notes'),
    content: jsonb('content').$type<HandOverContent>().notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedByName: text('confirmed_by_name'),
    confirmedAt: instant('confirmed_at'),
    /** Claims that had changed hands before it was confirmed, and so were left where they were. */
    left: text('left_where_they_were').array(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    // One that waits for each writer and office: the next begins where the last was taken over.
    uniqueIndex('hand_overs_open')
      .on(t.officeId, t.writtenBy)
      .where(sql`confirmed_at is null and withdrawn_at is null`),
    index('hand_overs_office').on(t.officeId, t.writtenAt.desc().nullsFirst()),
    check('hand_overs_two_people', sql`confirmed_by is null or confirmed_by <> written_by`),
    check('hand_overs_one_end', sql`confirmed_at is null or withdrawn_at is null`),
    check('hand_overs_confirmed_whole', sql`(confirmed_by is null) = (confirmed_at is null)`),
  ],
);
