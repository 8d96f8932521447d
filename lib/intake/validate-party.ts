import type { ConsignmentColumn } from '@/lib/consignment/columns';
import type { Party } from '@/lib/consignment/record';
import type { FieldReader } from './field-reader';

type Reader = FieldReader<ConsignmentColumn>;

const EMAIL_SHAPE = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]{2,}$/u;
const PHONE_SHAPE = /^\+?[\d ().\-/]{5,30}$/;

/** The sender as sent. */
export function readSender(reader: Reader): Party {
  return { ...readParty(reader, 'sender'), phone: null, email: null };
}

/** The recipient as sent; phone and e-mail are reported when they do not look like one. */
export function readRecipient(reader: Reader): Party {
  const phone = reader.text('recipient_phone', 50);
  if (phone !== null && !PHONE_SHAPE.test(phone)) reader.warn('phone_shape', 'recipient_phone', phone);
  const email = reader.text('recipient_email', 254);
  if (email !== null && (email.length > 254 || !EMAIL_SHAPE.test(email)))
    reader.warn('email_shape', 'recipient_email', email);
  return { ...readParty(reader, 'recipient'), phone, email };
}

/** Column names are spelt out once, not put together for each of millions of records. */
const columnsOf = <Name extends 'sender' | 'recipient'>(party: Name) => ({
  name: `${party}_name` as const,
  address: `${party}_address` as const,
  city: `${party}_city` as const,
  postcode: `${party}_postcode` as const,
  country: `${party}_country` as const,
  id: `${party}_id` as const,
});
const COLUMNS = { sender: columnsOf('sender'), recipient: columnsOf('recipient') };

function readParty(reader: Reader, party: 'sender' | 'recipient') {
  const columns = COLUMNS[party];
  return {
    name: reader.text(columns.name, 200) ?? '',
    address: reader.text(columns.address, 500),
    city: reader.text(columns.city, 100),
    postcode: reader.text(columns.postcode, 20),
    country: reader.country(columns.country) ?? '',
    id: reader.text(columns.id, 35),
  };
}
