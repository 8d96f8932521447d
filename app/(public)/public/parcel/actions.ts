'use server';
import { definePublicAction } from '@/app/_server/define-public-action';
import { askParcel } from '@/db/commands/public/ask-parcel';
import { PARCEL_INPUT } from '@/lib/clearance/public-inputs';

/** Tells a recipient where a parcel stands; see the command for the proof it asks. */
export const askParcelAction = definePublicAction(PARCEL_INPUT, async ({ addressKey }, input) => {
  const answer = await askParcel(input, addressKey);
  // Who is told nothing asks again, and types none of it a second time; who was told is done with the postcode.
  return { reference: input.reference, postcode: answer.kind === 'told' ? '' : input.postcode, answer };
});
