import type { Case } from './cases';
import { kept, refused } from './one-row';
import { NOW } from './run-intake';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const arriving = (offsetMs: number) => ({ expected_arrival_at: new Date(NOW.getTime() + offsetMs).toISOString() });

const POST = { channel: 'post', transport_mode: '5', regime: 'h7' };
const MAIL = {
  ...POST,
  regime: 'mail',
  s10_id: 'RR473124829CN',
  quantity: '1',
  net_mass_kg: '0.5',
  origin_country: 'CN',
};
const H7 = { regime: 'h7' };
const GIFT = { transaction_type: 'gift' };
const SCHEME = { scheme_id: 'IM2760000018', collection_model: 'vendor' };

/** Fields against the regime, against each other and against the limits of 2 March 2026, on both sides of each edge. */
export const RULE_CASES: readonly Case[] = [
  // What the regime asks for.
  kept({ gross_mass_kg: '' }, 'field_missing'),
  kept({ house_ref: '' }, 'one_of_missing'),
  kept({ house_ref: '', master_ref: '020-12345675' }),
  kept({ mrn: '19GBCKKCQSXV2FGVA8' }, 'field_missing'),
  kept({ collection_model: 'vendor' }, 'field_missing'),
  kept({ commodity_code: '', ...MAIL, recipient_phone: '+31200000000', transaction_type: 'gift' }),
  kept({ commodity_code: '', ...MAIL, recipient_phone: '+31200000000' }, 'field_missing'),
  kept({ ...MAIL, recipient_email: 'max@example.org' }),
  kept({ ...MAIL }, 'one_of_missing'),
  // In a declaration a number stands for name and address.
  kept({ recipient_id: 'DE123456789', ...H7, recipient_name: '', recipient_address: '', recipient_city: '' }),
  refused('one_of_missing', { recipient_name: '', ...H7 }),
  refused('one_of_missing', { sender_name: '', ...H7, recipient_id: 'DE123456789' }),
  refused('required', { recipient_name: '', recipient_id: 'DE123456789' }),
  kept({ sender_id: 'DE123456789', ...H7, sender_name: '', sender_address: '', sender_city: '' }),
  // Post, mode and identifiers.
  refused('regime_without_post', { regime: 'mail' }),
  kept({ transport_mode: '5' }, 'mode_without_post'),
  kept({ s10_id: 'RR473124829CN' }, 's10_without_post'),
  kept({ s10_id: 'RR473124829CN', ...POST }),
  kept({ s10_id: 'RR473124829GB', ...POST }, 's10_country_dispatch'),
  kept({ s10_id: 'RR473124829GB', ...POST, dispatch_country: '' }),
  kept({ s10_id: 'RR473124829ZZ', ...POST }, 's10_country_unknown'),
  kept({ s10_id: 'GA473124829CN', ...POST }, 's10_service_unknown'),
  kept({ s10_id: 'HA473124829CN', ...POST }),
  kept({ mrn: '27NL00000000000003', lrn: 'L-1' }, 'mrn_year_ahead'),
  kept({ mrn: '26ZZ00000000000008', lrn: 'L-1' }, 'mrn_country_unknown'),
  // Masses, and what they are worth: 0.05 to 300,000 euro a kilogram.
  kept({ gross_mass_kg: '0.2', net_mass_kg: '0.2' }),
  kept({ gross_mass_kg: '0.199', net_mass_kg: '0.2' }, 'net_over_gross'),
  kept({ value: '0.05', net_mass_kg: '1' }),
  kept({ value: '0.04', net_mass_kg: '1' }, 'value_per_kg_absurd'),
  kept({ value: '300000', net_mass_kg: '1' }),
  kept({ value: '300000.01', net_mass_kg: '1' }, 'value_per_kg_absurd'),
  kept({ value: '0.04', gross_mass_kg: '1' }, 'value_per_kg_absurd'),
  // Arrival: data four hours before by air, not after, not two weeks past, not four months ahead.
  kept(arriving(240 * MINUTE_MS)),
  kept(arriving(240 * MINUTE_MS - 1_000), 'data_late'),
  kept({ ...arriving(60 * MINUTE_MS), transport_mode: '3' }),
  kept({ ...arriving(59 * MINUTE_MS), transport_mode: '3' }, 'data_late'),
  kept({ ...arriving(0), transport_mode: '9' }),
  kept({ ...arriving(-1_000), transport_mode: '9' }, 'data_after_arrival'),
  kept(arriving(-14 * DAY_MS), 'data_after_arrival'),
  kept(arriving(-14 * DAY_MS - 1_000), 'arrival_long_past'),
  kept(arriving(120 * DAY_MS)),
  kept(arriving(120 * DAY_MS + 1_000), 'arrival_far_ahead'),
  // Reliefs and simplifications, each up to its limit.
  kept({ value: '150.00', ...H7 }),
  refused('h7_over_limit', { value: '150.01', ...H7 }),
  kept({ value: '150.01' }),
  kept({ value: '175.82', currency: 'USD', ...H7 }),
  refused('h7_over_limit', { value: '175.83', currency: 'USD', ...H7 }),
  refused('h7_excluded_goods', { commodity_code: '220830', ...H7 }),
  kept({ commodity_code: '220830' }),
  kept({ value: '45.00', ...GIFT }),
  kept({ value: '45.01', ...GIFT }, 'gift_over_limit'),
  kept({ marketplace: 'Example Market', ...GIFT }, 'gift_with_trade'),
  kept({ value: '45.00', transaction_type: 'documents' }),
  kept({ value: '45.01', transaction_type: 'documents' }, 'documents_over_limit'),
  kept({ value: '150.00', ...SCHEME }),
  kept({ value: '150.01', ...SCHEME }, 'scheme_over_limit'),
  kept({ commodity_code: '240220', ...SCHEME }, 'scheme_excluded_goods'),
  kept({ ...SCHEME, collection_model: 'buyer' }, 'scheme_collection'),
  kept({ ...SCHEME, collection_model: 'intermediary' }),
  // Parties, amounts, quantities, codes and descriptions.
  kept({ recipient_name: ' shenzhen SHOP'.trim() }, 'sender_is_recipient'),
  refused('party_stop_word', { recipient_name: 'Unknown' }),
  refused('party_stop_word', { sender_name: 'TO ORDER' }),
  refused('party_stop_word', { recipient_address: 'n/a' }),
  kept({ recipient_name: 'Same as consignee, Berlin' }, 'party_stop_phrase'),
  kept({ recipient_name: 'N. A. Bakker' }),
  kept({ recipient_name: 'Unknown Pleasures Records' }),
  kept({ recipient_postcode: '1011' }, 'postcode_shape'),
  kept({ recipient_postcode: 'D-10115' }, 'postcode_shape'),
  kept({ recipient_postcode: 'DE-10115' }),
  kept({ recipient_postcode: 'anything', recipient_country: 'HK' }),
  kept({ value: '450', currency: 'JPY' }),
  kept({ value: '450.00', currency: 'JPY' }),
  kept({ value: '450.5', currency: 'JPY' }, 'amount_places'),
  kept({ value: '4.505' }, 'amount_places'),
  kept({ value: '4.505', currency: 'KWD' }),
  kept({ quantity: '2.000' }),
  kept({ quantity: '2.5' }, 'quantity_fraction'),
  kept({ commodity_code: '6109100010' }),
  kept({ commodity_code: '610915' }, 'commodity_code_unknown'),
  kept({ commodity_code: '000000' }, 'commodity_code_unknown'),
  ...(['h7', 'mail', 'entry', 'generic'] as const).map((regime) =>
    refused('description_stop_word', { description: 'Gifts', regime }),
  ),
  refused('description_stop_word', { description: 'Toys, clothes / spare parts' }),
  refused('description_stop_word', { description: 'tools and toys, 3 pcs' }),
  kept({ description: 'Paper bags' }),
  kept({ description: 'Toys, wooden train' }),
  kept({ description: '12345' }, 'description_vague'),
  kept({ description: 'said to contain ceramic mugs' }, 'description_stop_phrase'),
];
