import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { exciseByVersion } from '@/db/queries/consignment/excise-goods';
import type { RowKey } from '@/db/queries/consignment/load-goods';
import { assessments } from '@/db/schema';
import type { VersionCharges } from '@/lib/answers/response-facts';
import type { Findings } from '@/lib/assessment/charged';
import type { Charges } from '@/lib/assessment/types';
import { feesMinorOf } from '@/lib/revenue/charge-sums';
import type { ExciseGoods } from '@/lib/revenue/excise';
import { openCharges, openReasons, toldAmount } from '@/lib/revenue/open-charges';
import { hasStatedDuty } from '@/lib/revenue/stated-duty';

/** The charges of every version as they were assessed by the declared values. */
export async function chargesByVersion(key: RowKey, minorDigits: number): Promise<Map<number, VersionCharges>> {
  const rows = await db()
    .select({
      version: assessments.version,
      currency: assessments.currency,
      dutyMinor: assessments.dutyMinor,
      vatMinor: assessments.vatMinor,
      lines: assessments.chargeLines,
    })
    .from(assessments)
    .where(and(eq(assessments.consignmentId, key.consignmentId), eq(assessments.receivedOn, key.receivedOn)));
  const excise = (await exciseByVersion(db(), [key.consignmentId])).get(key.consignmentId);
  return new Map(
    rows.map(({ version, lines, ...charges }) => {
      const exact = lines.map((line) => ({
        ...line,
        baseMinor: BigInt(line.baseMinor),
        amountMinor: BigInt(line.amountMinor),
      }));
      return [version, toldCharges({ ...charges, lines: exact, exciseGoods: excise?.get(version) ?? [] }, minorDigits)];
    }),
  );
}

/** The charges by what customs found, of the version in force, as they may be told. Null where nothing was found. */
export async function correctedToldCharges(key: RowKey, findings: Findings): Promise<VersionCharges | null> {
  const charges = await correctedCharges(db(), key, findings);
  return charges && toldCharges(charges, charges.minorDigits);
}

type Assessed = Pick<Charges, 'currency' | 'dutyMinor' | 'vatMinor' | 'lines'> & {
  readonly exciseGoods: readonly ExciseGoods[];
};

/** Charges as they may be told: what nobody could compute has no amount. */
function toldCharges(
  { currency, dutyMinor, vatMinor, exciseGoods, lines }: Assessed,
  minorDigits: number,
): VersionCharges {
  const open = openCharges(lines);
  return {
    currency,
    minorDigits,
    totalMinor: toldAmount(open, ['duty', 'vat'], dutyMinor + vatMinor + feesMinorOf(lines)),
    exciseGoods,
    openReasons: [...new Set(open.map(({ reason }) => reason))],
    lines: lines.map((line) => {
      const { itemNumber, kind, ratePercent, baseMinor, amountMinor, citation } = line;
      const isOpen = openReasons(open, kind, itemNumber).length > 0;
      return {
        itemNumber,
        kind,
        ratePercent,
        baseMinor: isOpen ? null : baseMinor,
        amountMinor: isOpen ? null : amountMinor,
        legalBasis: hasStatedDuty([line]) ? null : citation,
      };
    }),
  };
}
