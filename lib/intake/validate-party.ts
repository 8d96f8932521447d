import type { ConsignmentColumn } from '@/lib/consignment/columns';
import type { Party } from '@/lib/consignment/record';
import type { FieldReader } from './field-reader';

type Reader = FieldReader<ConsignmentColumn>;

const EMAIL_SHAPE = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]{2,}$/u;
const PHONE_SHAPE = /^\+?[\d ().\-/]{5,30}$/;

/** Sender: name and country are required. */
export function readSender(reader: Reader): Party {
  return { ...readParty(reader, 'sender', 'optional'), phone: null, email: null };
}

/** Recipient: name, address and country are required; phone and e-mail are reported when they do not look like one. */
export function readRecipient(reader: Reader): Party {
  const phone = reader.text('recipient_phone', 50);
  if (phone !== null && !PHONE_SHAPE.test(phone)) reader.warn('phone_shape', 'recipient_phone', phone);
  const email = reader.text('recipient_email', 254);
  if (email !== null && (email.length > 254 || !EMAIL_SHAPE.test(email)))
    reader.warn('email_shape', 'recipient_email', email);
  return { ...readParty(reader, 'recipient', 'required'), phone, email };
}

function readParty(reader: Reader, party: 'sender' | 'recipient', address: 'required' | 'optional') {
  return {
    name: reader.text(`${party}_name`, 200, 'required') ?? '',
    address: reader.text(`${party}_address`, 500, address),
    city: reader.text(`${party}_city`, 100),
    postcode: reader.text(`${party}_postcode`, 20),
    country: reader.country(`${party}_country`, 'required') ?? '',
    id: reader.text(`${party}_id`, 35),
  };
}
