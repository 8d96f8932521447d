import 'server-only';
import { and, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import type { codes, parameters } from '@/db/schema';

/** How long a process may go on with what it read; a change acts everywhere within this time. */
const FRESH_MS = 10_000;
/** Live work asks for today and yesterday; only the demo asks for many days. */
const DAYS_KEPT = 8;

type Dated = typeof codes | typeof parameters;
type Ask<Value> = {
  readonly table: Dated;
  /** Which rows of the table it is about. */
  readonly where: SQL;
  /** Makes the value of the rows valid on a day. */
  readonly make: (from: Executor, day: string) => Promise<Value>;
  /** The value says of which day it is, so that equal rows on two days give two values. */
  readonly isOfDay?: boolean;
};

/** Rows valid on a day; both days of a row are included. */
export function validOn(table: Dated, day: string): SQL | undefined {
  return and(lte(table.validFrom, day), or(isNull(table.validTo), gte(table.validTo, day)));
}

const all = new Set<InForceCache<unknown>>();

/**
 * What is in force on a day, made of dated rows once and kept. Every few seconds one small question asks whether the same rows
 * are still in force; only where they are not is anything read and made again. So long lists cost nothing while they stand.
 */
export class InForceCache<Value> {
  private readonly asked = new Map<string, { readonly at: number; readonly stamp: string }>();
  private readonly made = new Map<string, Promise<Value>>();

  constructor(private readonly ask: Ask<Value>) {
    all.add(this as InForceCache<unknown>);
  }

  async on(from: Executor, day: string): Promise<Value> {
    const key = `${await this.stampOn(from, day)} ${this.ask.isOfDay ? day : ''}`;
    const known = this.made.get(key);
    if (known) return known;
    if (this.made.size >= DAYS_KEPT) this.made.clear();
    const making = this.ask.make(from, day);
    this.made.set(key, making);
    // A failure is nobody's answer but that of who asked.
    making.catch(() => this.made.delete(key));
    return making;
  }

  /** Asks again at the next use, whatever the time. */
  forget(): void {
    this.asked.clear();
  }

  private async stampOn(from: Executor, day: string): Promise<string> {
    const known = this.asked.get(day);
    if (known && performance.now() - known.at < FRESH_MS) return known.stamp;
    const { table, where } = this.ask;
    // Rows are told by all that identifies and all that is decided by, however they came to be there.
    const [row] = await from
      .select({
        stamp: sql<string>`count(*) || ' ' || coalesce(sum(hashtextextended(${table.kind} || ' ' || ${table.key} || ' '
          || ${table.validFrom} || ' ' || ${table.revision} || ' ' || ${table.value}::text, 0)::numeric), 0)`,
      })
      .from(table)
      .where(and(where, validOn(table, day)));
    const stamp = row?.stamp ?? '';
    if (this.asked.size >= DAYS_KEPT) this.asked.clear();
    this.asked.set(day, { at: performance.now(), stamp });
    return stamp;
  }
}

/** Lets this process see at once what it has just written; others see it within seconds. */
export function forgetWhatIsInForce(): void {
  for (const cache of all) cache.forget();
}
