/** Elements that describe a person or company, in the words of the formats we read. */
const PARTY =
  /^(?:sender|addressee|recipient|exporter|importer|consignor|consignee|declarant|representative|agent|submitter|seller|buyer|contact|contactperson)$/i;
/** What says who somebody is in a register, or in which role, and not who he is. */
const REGISTERED = /^(?:ID|identificationNumber|RoleCode|FunctionCode|TypeCode|SequenceNumeric|status)$/;

/**
 * Whether a field without a column, by its path as sent (`GoodsShipment/Buyer/Name`, `sender.phone`), describes a person:
 * such fields are not kept with the goods data. Numbers and roles of parties are not personal; what they are reached at is.
 */
export function isPersonalPath(path: string): boolean {
  const steps = path.split(/[./]/).map((step) => step.replace(/\[\d+\]$/, ''));
  const party = steps.findIndex((step) => PARTY.test(step));
  if (party < 0 || party === steps.length - 1) return false;
  const isOwnNumber = party === steps.length - 2 && REGISTERED.test(steps.at(-1) ?? '');
  return !isOwnNumber;
}
