import type { Status } from './transitions';

/** What a partner is told: never in whose hands, lane or proceeding a consignment is. */
export type ToldStatus = 'released' | 'under_control' | 'seized';

type Decided = { readonly status: Status; readonly decidedAt: Date | null; readonly transmittedAt: Date | null };

/** The status a list may show: a decision counts once it was told or can no longer be taken back. */
export function toldStatus({ status, decidedAt, transmittedAt }: Decided, undoMinutes: number, at: Date): ToldStatus {
  if (status !== 'released' && status !== 'seized') return 'under_control';
  const isFinal =
    transmittedAt !== null || decidedAt === null || decidedAt.getTime() + undoMinutes * 60_000 < at.getTime();
  return isFinal ? status : 'under_control';
}
