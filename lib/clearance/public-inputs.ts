import { z } from 'zod';
import { foldedPostcode } from './public-status';

/** No reference holds control characters; the database takes none of some. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, '').trim();

/** The question of a recipient: what the carrier or the shop calls the parcel, and the postcode it is addressed to. */
export const PARCEL_INPUT = z.object({
  reference: z.string().transform(plain).pipe(z.string().min(1, 'required').max(35, 'reference_too_long')),
  postcode: z
    .string()
    .transform(plain)
    .pipe(
      z
        .string()
        .min(1, { error: 'required', abort: true })
        .max(17, 'no_postcode')
        .refine((text) => foldedPostcode(text) !== '', 'no_postcode'),
    ),
});
export type ParcelInput = z.output<typeof PARCEL_INPUT>;
