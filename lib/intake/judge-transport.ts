import type { ConsignmentRecord } from '@/lib/consignment/record';
import { DAY_MS } from '@/lib/kernel/dates';
import { MRN_SHAPE, S10_SERVICES, S10_SHAPE } from './identifiers';
import type { Judgement } from './judgement';

const MINUTE_MS = 60_000;

/** Mail goes by post: a record that says both mail and express contradicts itself. */
function judgeChannel(record: ConsignmentRecord, judgement: Judgement): void {
  const { channel, regime, transportMode, s10Id } = record;
  if (channel === 'post') return;
  if (regime === 'mail') judgement.report('regime_without_post', 'regime', regime, { channel });
  if (transportMode === '5') judgement.report('mode_without_post', 'transport_mode', transportMode, { channel });
  if (s10Id !== null) judgement.report('s10_without_post', 's10_id', s10Id, { channel });
}

function judgeS10({ s10Id, dispatchCountry }: ConsignmentRecord, judgement: Judgement): void {
  if (s10Id === null || !S10_SHAPE.test(s10Id)) return;
  const country = s10Id.slice(11);
  const { countries } = judgement.context.codes;
  if (!S10_SERVICES.has(s10Id.charAt(0)))
    judgement.report('s10_service_unknown', 's10_id', s10Id, { indicator: s10Id.slice(0, 2) });
  if (!countries.has(country)) judgement.report('s10_country_unknown', 's10_id', s10Id, { country });
  else if (dispatchCountry !== null && dispatchCountry !== country && countries.has(dispatchCountry))
    judgement.report('s10_country_dispatch', 's10_id', s10Id, { country, dispatch: dispatchCountry });
}

function judgeMrn({ mrn }: ConsignmentRecord, judgement: Judgement): void {
  if (mrn === null || !MRN_SHAPE.test(mrn)) return;
  const country = mrn.slice(2, 4);
  if (!judgement.context.codes.countries.has(country)) judgement.report('mrn_country_unknown', 'mrn', mrn, { country });
  const year = judgement.context.now.getUTCFullYear() % 100;
  if (Number(mrn.slice(0, 2)) > year) judgement.report('mrn_year_ahead', 'mrn', mrn, { year: mrn.slice(0, 2) });
}

/** Minutes the data should be here before the goods: by the mode sent, else by that of the channel. */
function noticeOf({ transportMode, channel }: ConsignmentRecord, judgement: Judgement): number {
  const { minutes } = judgement.context.policy.rules.data_late;
  const mode = transportMode ?? (channel === 'post' ? '5' : channel === 'express' ? '4' : '0');
  return minutes[mode] ?? 0;
}

function judgeArrival(record: ConsignmentRecord, judgement: Judgement): void {
  const { now, policy } = judgement.context;
  const { arrival_long_past: past, arrival_far_ahead: ahead } = policy.rules;
  const pointer = 'expected_arrival_at';
  const value = record.sent.expected_arrival_at;
  const leadMs = record.expectedArrivalAt.getTime() - now.getTime();
  if (leadMs < -past.days * DAY_MS) judgement.report('arrival_long_past', pointer, value, { days: past.days });
  else if (leadMs < 0) judgement.report('data_after_arrival', pointer, value);
  else if (leadMs > ahead.days * DAY_MS) judgement.report('arrival_far_ahead', pointer, value, { days: ahead.days });
  else {
    const notice = noticeOf(record, judgement);
    if (leadMs < notice * MINUTE_MS)
      judgement.report('data_late', pointer, value, { minutes: Math.floor(leadMs / MINUTE_MS), notice });
  }
}

/** Channel, mode and identifiers against each other, and the arrival against the instant of receipt. */
export function judgeTransport(record: ConsignmentRecord, isArrivalKnown: boolean, judgement: Judgement): void {
  judgeChannel(record, judgement);
  judgeS10(record, judgement);
  judgeMrn(record, judgement);
  // An arrival we worked out ourselves says nothing of the sender's data, late or early.
  const isArrivalSent = isArrivalKnown && !record.sent.derived?.includes('expected_arrival_at');
  if (isArrivalSent) judgeArrival(record, judgement);
}
