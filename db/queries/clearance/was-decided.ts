import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { decisions } from '@/db/schema';

/** Of a clearance named `s`. An officer decided on it and nobody took that back, whatever became of it since: a detention that ended counts. */
export const WAS_DECIDED: SQL = sql`exists (select 1 from ${decisions} d where d.consignment_id = s.consignment_id and d.state = 'final')`;
