import { S10_SHAPE } from '../identifiers';
import { fault } from '../problem-codes';
import type { ReadOptions } from '../staged-row';
import type { ElementReader, Found, Reading } from './element-reader';
import { exactSum } from './exact-sum';
import type { ConsignmentValues, Value } from './to-sent';

type Amount = { readonly amount: Found | undefined; readonly currency: Found | undefined };

/** An amount with its `currencyID`. */
export function amountOf(element: ElementReader | undefined): Amount {
  return { amount: element?.own(), currency: element?.attribute('currencyID') };
}

function oneAmount(
  header: ElementReader | undefined,
  items: readonly ElementReader[],
  read: (element: ElementReader) => Amount,
): Amount {
  if (header) return read(header);
  const amounts = items.map(read);
  const currencies = new Set(amounts.map(({ currency }) => currency?.value));
  const sum = currencies.size === 1 ? exactSum(amounts.flatMap(({ amount }) => amount ?? [])) : undefined;
  if (!sum || items.length > 1) for (const item of items) item.keep();
  return { amount: sum, currency: sum && amounts[0]?.currency };
}

/** One amount for the consignment: that of the header, else the exact sum of those of the items when they share a currency. */
export function totalAmount(header: ElementReader | undefined, items: readonly ElementReader[]): Amount {
  return oneAmount(header, items, amountOf);
}

/** The same where amount and currency are elements of their own. */
export function totalCost(header: ElementReader | undefined, items: readonly ElementReader[]): Amount {
  return oneAmount(header, items, (cost) => ({ amount: cost.text('amount'), currency: cost.text('currency') }));
}

/** A mass in kilograms; a `unitCode` other than KGM (UN/ECE Rec 20) refuses the record, because nothing is converted. */
export function massOf(element: ElementReader | undefined, reading: Reading): Found | undefined {
  const unit = element?.attribute('unitCode');
  if (unit && unit.value !== 'KGM')
    reading.problems.push(
      fault('row_xml_unit', '', {
        line: unit.line,
        value: unit.value,
        params: { element: unit.path, expected: 'KGM' },
      }),
    );
  return element?.own();
}

/** The sum of gross masses of items, each of which has no column of its own and is kept as unknown too. */
export function grossOfItems(masses: readonly (ElementReader | undefined)[], reading: Reading): Found | undefined {
  const found = masses.map((mass) => massOf(mass, reading));
  const sum = found.every((mass) => mass !== undefined) ? exactSum(found.flatMap((mass) => mass ?? [])) : undefined;
  if (masses.length > 1 || !sum) for (const mass of masses) mass?.keep();
  return sum;
}

export type PartyValues = Readonly<
  Record<'name' | 'address' | 'city' | 'postcode' | 'country' | 'id' | 'phone' | 'email', Value>
>;

/** UN/EDIFACT 3155 codes of telephone and e-mail. */
function communication(party: ElementReader, code: 'TE' | 'EM'): Found | undefined {
  const all = [...party.every('Communication'), ...party.every('Contact', 'Communication')];
  const found = all.find((entry) => entry.text('TypeCode')?.value === code);
  for (const entry of all) if (!/^(TE|EM)$/.test(entry.text('TypeCode')?.value ?? '')) entry.keep();
  return found?.text('ID');
}

/** Fields of a party of the WCO Data Model. */
export function wcoParty(party: ElementReader): PartyValues {
  return {
    name: party.text('Name'),
    address: party.text('Address', 'Line'),
    city: party.text('Address', 'CityName'),
    postcode: party.text('Address', 'PostcodeID'),
    country: party.text('Address', 'CountryCode'),
    id: party.text('ID'),
    phone: communication(party, 'TE'),
    email: communication(party, 'EM'),
  };
}

type PartyElement = { readonly element: ElementReader; readonly values: PartyValues };

const textOf = (value: Value): string => (typeof value === 'object' ? value.value : (value ?? ''));

/** The field in which two parties differ, if any. */
function difference(one: PartyValues, other: PartyValues): keyof PartyValues | undefined {
  const fields = Object.keys(one) as (keyof PartyValues)[];
  return fields.find((field) => textOf(one[field]) !== textOf(other[field]));
}

/**
 * The party of a consignment: that of the header, else the one all goods items name. A header may bear a number only and leave
 * name and address to another element: the first with a name counts, the others are kept as unknown. A record has one sender
 * and one recipient, so items that name another refuse it.
 */
export function partyOf(
  kind: 'sender' | 'recipient',
  header: readonly (ElementReader | undefined)[],
  items: readonly (ElementReader | undefined)[],
  read: (party: ElementReader) => PartyValues,
  reading: Reading,
): PartyValues | undefined {
  const readAll = (elements: readonly (ElementReader | undefined)[]): PartyElement[] =>
    elements.flatMap((element) => (element ? [{ element, values: read(element) }] : []));
  const ofHeader = readAll(header);
  const ofItems = readAll(items);
  const chosen = ofHeader.find(({ values }) => values.name !== undefined) ?? ofItems[0] ?? ofHeader[0];
  for (const other of ofHeader) if (other !== chosen) other.element.keep();
  for (const other of ofItems) {
    const field = chosen && difference(chosen.values, other.values);
    if (!chosen || field === undefined) continue;
    const details = { element: other.element.path, first: textOf(chosen.values[field]) };
    reading.problems.push(
      fault('row_xml_parties', `${kind}_${field}`, {
        line: other.element.line,
        value: textOf(other.values[field]),
        params: details,
      }),
    );
  }
  return chosen?.values;
}

/**
 * An EORI number as 13 04 017 of Annex B (Delegated Regulation (EU) 2015/2446) and 3/16 of the United Kingdom hold it: two letters of a
 * country, then up to 15 characters. Told by its shape alone, and only of a member state, Great Britain and Northern Ireland.
 */
const EORI = /^(AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z]{3,15}$/;

/**
 * The country of a party. Declarations of the United Kingdom give an importer by EORI number without name and address: then it is what
 * another element says of the goods, else the country whose letters the number begins with.
 */
function countryOf(party: PartyValues | undefined, ofGoods: () => Value): Value {
  if (!party || party.country !== undefined || party.name !== undefined) return party?.country;
  const { id } = party;
  const [, issuer] = EORI.exec(textOf(id)) ?? [];
  if (issuer === undefined) return undefined;
  return ofGoods() ?? (typeof id === 'object' ? { ...id, value: issuer } : issuer);
}

/** Columns of sender and recipient; `destination` reads the country the goods are bound for, where the format tells it. */
export function partyColumns(
  sender: PartyValues | undefined,
  recipient: PartyValues | undefined,
  destination: () => Value = () => undefined,
): ConsignmentValues {
  return {
    sender_name: sender?.name,
    sender_address: sender?.address,
    sender_city: sender?.city,
    sender_postcode: sender?.postcode,
    sender_country: countryOf(sender, () => undefined),
    sender_id: sender?.id,
    recipient_name: recipient?.name,
    recipient_address: recipient?.address,
    recipient_city: recipient?.city,
    recipient_postcode: recipient?.postcode,
    recipient_country: countryOf(recipient, destination),
    recipient_id: recipient?.id,
    recipient_phone: recipient?.phone,
    recipient_email: recipient?.email,
  };
}

/** Transport documents by type (EU code list CL754 with or without its N): air and sea, house and master, postal. */
const MASTER = /^N?(741|704)$/;
const HOUSE = /^N?(703|714|740|705)$/;
const POSTAL = /^N?750$/;

type Coded = { readonly type: ElementReader | undefined; readonly id: ElementReader | undefined };

/** References of transport documents; other types stay unknown, and so does a second document of a kind. */
export function transportColumns(documents: readonly Coded[]): ConsignmentValues {
  const found: { master_ref?: Found; house_ref?: Found; s10_id?: Found } = {};
  for (const { type, id } of documents) {
    const code = type?.own()?.value ?? '';
    const value = id?.own();
    const column = MASTER.test(code)
      ? 'master_ref'
      : HOUSE.test(code)
        ? 'house_ref'
        : POSTAL.test(code)
          ? 's10_id'
          : null;
    const fits = column !== 's10_id' || S10_SHAPE.test(value?.value ?? '');
    if (value && column && fits && (found[column] === undefined || found[column].value === value.value))
      found[column] ??= value;
    else {
      type?.keep();
      id?.keep();
    }
  }
  return found;
}

const UN_LOCODE = /^[A-Z]{2}[A-Z0-9]{3}$/;

/**
 * The office by UN/LOCODE. Declarations name offices by their national number: then the partner's settings say which office
 * of ours it is, and the number is kept as unknown; without such a setting the number stands and validation refuses it.
 */
export function officeColumn(named: ElementReader | undefined, options: ReadOptions): Value {
  const office = named?.own();
  if (office && UN_LOCODE.test(office.value)) return office;
  if (options.defaultOffice === undefined) return office;
  named?.keep();
  return options.defaultOffice;
}

/** Mode 5 is mail (UN/ECE Rec 19); any other leaves the channel to the partner's settings. */
export function channelColumn(mode: Found | undefined, options: ReadOptions): Value {
  return mode?.value === '5' ? { ...mode, value: 'post' } : options.defaultChannel;
}

/** A vendor scheme such as IOSS: role FR5 (EU code list CL149); other roles stay unknown. */
export function schemeColumns(references: readonly Coded[]): ConsignmentValues {
  let found: Found | undefined;
  for (const { type: role, id } of references) {
    const isVendor = role?.own()?.value === 'FR5';
    const number = id?.own();
    if (isVendor && number && (found === undefined || found.value === number.value)) found ??= number;
    else {
      role?.keep();
      id?.keep();
    }
  }
  return { scheme_id: found, collection_model: found && 'vendor' };
}
