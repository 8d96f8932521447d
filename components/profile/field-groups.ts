import { FIELD_NAMES, type FieldName } from '@/lib/profile/fields';

export type FieldGroup =
  | 'consignment'
  | 'goods'
  | 'amounts'
  | 'assessment'
  | 'sender'
  | 'recipient'
  | 'address'
  | 'marketplace'
  | 'scheme';

/** The first field of each group; what belongs together stands together. */
const FIRST: Partial<Record<FieldName, FieldGroup>> = {
  regime: 'consignment',
  commodityCodes: 'goods',
  intrinsicValueMinor: 'amounts',
  minutesToArrival: 'assessment',
  senderKnownDays: 'sender',
  recipientKnownDays: 'recipient',
  addressKnownDays: 'address',
  marketplaceConsignments1d: 'marketplace',
  schemeSenders30d: 'scheme',
};

/** Every field under the word that a person looks for it by. */
export const FIELD_GROUPS: readonly { readonly group: FieldGroup; readonly names: readonly FieldName[] }[] =
  FIELD_NAMES.reduce<{ group: FieldGroup; names: FieldName[] }[]>((groups, name) => {
    const begun = FIRST[name];
    if (begun) groups.push({ group: begun, names: [name] });
    else groups.at(-1)?.names.push(name);
    return groups;
  }, []);
