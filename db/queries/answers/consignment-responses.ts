import 'server-only';
import { type ConsignmentResponse, type ResponseKind, responsesOf } from '@/lib/answers/responses';
import { FUNCTION_CODES, wcoResponse } from '@/lib/answers/wco-response';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { type Answered, responseFacts } from './response-facts';

export type ResponseRow = {
  readonly responseId: string;
  /** Its place in the order of telling, from 1. */
  readonly number: number;
  readonly kind: ResponseKind;
  readonly functionCode: string;
  /** Version of the data it speaks of; null for a refused record, which became none. */
  readonly version: number | null;
  /** ISO instant. */
  readonly toldAt: string;
};

/**
 * Everything customs answered about one of the partner's references, in the order it was told; refused records are among it.
 * Reading closes no decision: one that can still be taken back is not told here. @throws NotFoundError
 */
export async function listResponses(actor: Actor, reference: string, at = new Date()): Promise<ResponseRow[]> {
  authorise(actor, 'consignment.track');
  const answered = await ofPartner(actor, reference, at);
  return responsesOf(answered.facts, at).map(toRow);
}

/** One answer as an XML document, by its id or its number. @throws NotFoundError */
export async function getResponse(
  actor: Actor,
  reference: string,
  which: string,
  at = new Date(),
): Promise<{ readonly row: ResponseRow; readonly xml: string }> {
  authorise(actor, 'consignment.track');
  const answered = await ofPartner(actor, reference, at);
  const told = responsesOf(answered.facts, at);
  const index = /^[1-9]\d{0,5}$/.test(which) ? Number(which) - 1 : told.findIndex(({ id }) => id === which);
  const response = told[index];
  if (!response) throw new NotFoundError('response');
  return { row: toRow(response, index), xml: wcoResponse(response, answered.documents) };
}

async function ofPartner({ partnerId }: Actor, reference: string, at: Date): Promise<Answered> {
  const answered = partnerId ? await responseFacts(partnerId, reference, at) : null;
  if (!answered) throw new NotFoundError('consignment');
  return answered;
}

function toRow({ id, kind, version, toldAt }: ConsignmentResponse, index: number): ResponseRow {
  return {
    responseId: id,
    number: index + 1,
    kind,
    functionCode: FUNCTION_CODES[kind],
    version: kind === 'rejected' ? null : version,
    toldAt: toldAt.toISOString(),
  };
}
