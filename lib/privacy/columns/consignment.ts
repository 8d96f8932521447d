import { each, erased, type TableRules } from '../column';
import { ATTACHMENT, GOODS, PARTY_KEY, PERSON, STAFF } from '../column-rules';

export const CONSIGNMENT_COLUMNS: TableRules = {
  'consignment.attachment_chunks': {
    ...each(GOODS, 'sha256 chunk_number'),
    ...each(ATTACHMENT, 'content'),
  },
  'consignment.attachments': {
    ...each(GOODS, 'consignment_id attachment_id kind sha256 received_sha256 size_bytes media_type width_px'),
    ...each(GOODS, 'height_px is_personal sent_from sent_at referral_id erased_at erase_reason'),
    ...each(ATTACHMENT, 'file_name caption'),
    ...each(STAFF, 'sent_by sent_by_name erased_by erased_by_name'),
  },
  'consignment.consignments': {
    ...each(GOODS, 'consignment_id received_on partner_id reference version content_hash submission_id'),
    ...each(GOODS, 'received_at updated_at regime channel transport_mode s10_id house_ref master_ref lrn mrn'),
    ...each(GOODS, 'office_id expected_arrival_at dispatch_country transaction_type marketplace scheme_id'),
    ...each(GOODS, 'collection_model gross_mass_kg gross_mass_g transport_cost transport_currency sender_country'),
    ...each(GOODS, 'recipient_country quality_score charge_facts'),
    ...each({ ...erased(PERSON, 'nothing'), mask: 'initial' }, 'seller_name'),
    ...each(PARTY_KEY, 'sender_key recipient_key address_key'),
    ...each(erased(PARTY_KEY, 'nothing'), 'phone_key'),
    ...each(erased(PERSON, { eachWithout: ['value'] }), 'warnings'),
  },
  'consignment.identities': {
    ...each(GOODS, 'consignment_id received_on partner_id reference'),
  },
  'consignment.items': {
    ...each(GOODS, 'consignment_id received_on item_number description commodity_code origin_country quantity'),
    ...each(GOODS, 'net_mass_kg net_mass_g value currency listing_url value_minor duty_minor vat_minor'),
    ...each(GOODS, 'is_principal'),
  },
  'consignment.parties': {
    ...each(GOODS, 'consignment_id received_on version kind country'),
    ...each({ ...erased(PERSON, 'blank'), mask: 'initial' }, 'name'),
    ...each(erased(PERSON, 'nothing'), 'address postcode identifier phone email'),
    ...each({ ...erased(PERSON, 'nothing'), mask: 'none' }, 'city'),
  },
  'consignment.versions': {
    ...each(GOODS, 'consignment_id received_on version submission_id record_number received_at content_hash'),
    ...each(GOODS, 'quality_score'),
    ...each(erased(PERSON, { without: ['seller_name', 'unknown'] }), 'sent'),
  },
};
