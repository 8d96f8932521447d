import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { codes } from '@/db/schema';
import { SchemeRegister } from '@/lib/revenue/scheme-register';
import { InForceCache } from './in-force-cache';

const isSchemeNumber = eq(codes.kind, 'scheme_number');

type Value = { readonly holder: string; readonly tradingNames?: readonly string[] };

/** Rows that ended, and those of later days, are read too: a number that is refused is refused with the day it ended or begins. */
const cache = new InForceCache<SchemeRegister>({
  table: codes,
  where: isSchemeNumber,
  make: async (from) => {
    const rows = await from.select().from(codes).where(isSchemeNumber);
    return new SchemeRegister(
      rows
        // A row that was corrected on its own first day has no day it acts on.
        .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom)
        .map(({ key, value, validFrom, validTo, edition }) => {
          const { holder, tradingNames = [] } = value as Value;
          return { number: key, holder, tradingNames, validFrom, validTo, edition };
        }),
    );
  },
});

/** The registers of vendor scheme numbers that are loaded. Takes no actor: they decide nothing by themselves. */
export function schemeRegisterInForce(from: Executor, day: string): Promise<SchemeRegister> {
  return cache.on(from, day);
}
