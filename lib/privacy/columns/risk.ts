import { each, erased, type TableRules } from '../column';
import { CONCLUDED, FIGURES, HISTORY, PARTY_KEY, PERSON, SELECTING, STAFF, WORDS } from '../column-rules';

export const RISK_COLUMNS: TableRules = {
  'risk.assessments': {
    ...each(CONCLUDED, 'consignment_id received_on version assessed_at policy_version engine_version score chance'),
    ...each(CONCLUDED, 'lane selection_reason random_probability release_category currency intrinsic_value_minor'),
    ...each(CONCLUDED, 'customs_value_minor duty_minor vat_minor charge_lines'),
    ...each(
      erased(PERSON, {
        eachMarked: [
          ['values', 'pairs'],
          ['values', 'unpaired'],
        ],
      }),
      'indicators',
    ),
    ...each(erased(PERSON, 'nothing'), 'listed_matches'),
  },
  'risk.capacity_revisions': {
    ...each(SELECTING, 'office_id revision valid_from valid_to weekdays documents_slots nii_slots physical_slots'),
    ...each(SELECTING, 'reason changed_at'),
    ...each(STAFF, 'changed_by changed_by_name'),
  },
  'risk.dismissals': {
    ...each(SELECTING, 'id party list entry_id edition listed_name seen_at_consignment office_id dismissed_at'),
    ...each(SELECTING, 'withdrawn_at'),
    ...each(PARTY_KEY, 'party_key'),
    ...each(WORDS, 'reason'),
    ...each(STAFF, 'dismissed_by dismissed_by_name withdrawn_by_name'),
  },
  'risk.draw_plans': {
    ...each(SELECTING, 'office_id control_on revision plan made_at'),
  },
  'risk.model_drift': {
    ...each(CONCLUDED, 'model_version week_on field stability_index consignments computed_at'),
  },
  'risk.model_scores': {
    ...each(CONCLUDED, 'consignment_id received_on version model_version mode scored_at log_odds chance'),
    ...each(CONCLUDED, 'critical_chance rank'),
  },
  'risk.model_standings': {
    ...each(SELECTING, 'version state changed_at reason shadow_at promoted_at replaced row_version'),
    ...each(STAFF, 'changed_by changed_by_name promoted_by promoted_by_name'),
  },
  'risk.model_versions': {
    ...each(SELECTING, 'version run_id kind objective trained_at first_day last_day results findings card artefact'),
    ...each(SELECTING, 'artefact_sha256 artefact_bytes'),
    ...each(STAFF, 'trained_by trained_by_name'),
  },
  'risk.party_days': {
    ...each(HISTORY, 'kind key day consignments value_minor customs_minor gifts examined findings'),
  },
  'risk.profile_back_test_days': {
    ...each(SELECTING, 'back_test_id day looked hits examined findings charges_minor all_findings'),
  },
  'risk.profile_back_tests': {
    ...each(SELECTING, 'id profile_id version tree state office_ids from_on to_on next_on lists problem attempts'),
    ...each(SELECTING, 'asked_at ended_at row_version'),
    ...each(STAFF, 'asked_by asked_by_name'),
  },
  'risk.profile_facts': {
    ...each(CONCLUDED, 'consignment_id received_on version assessed_at regime channel transport_mode office_id'),
    ...each(CONCLUDED, 'partner_id dispatch_country sender_country recipient_country transaction_type'),
    ...each(CONCLUDED, 'collection_model scheme_id marketplace commodity_codes origin_countries currencies'),
    ...each(CONCLUDED, 'descriptions item_count pieces net_mass_g gross_mass_g intrinsic_value_minor'),
    ...each(CONCLUDED, 'customs_value_minor duty_minor vat_minor value_per_kg_minor minutes_to_arrival quality_score'),
    ...each(CONCLUDED, 'warning_codes indicator_codes score release_category denied_matches sender_known_days'),
    ...each(CONCLUDED, 'sender_consignments_1d sender_consignments_7d sender_consignments_30d sender_value_minor_1d'),
    ...each(CONCLUDED, 'sender_value_minor_7d sender_value_minor_30d sender_gifts_30d sender_examined_365d'),
    ...each(CONCLUDED, 'sender_findings_365d recipient_known_days recipient_consignments_1d'),
    ...each(CONCLUDED, 'recipient_consignments_7d recipient_consignments_30d recipient_value_minor_1d'),
    ...each(CONCLUDED, 'recipient_value_minor_7d recipient_value_minor_30d recipient_gifts_30d'),
    ...each(CONCLUDED, 'recipient_examined_365d recipient_findings_365d recipient_senders_1d recipient_senders_7d'),
    ...each(CONCLUDED, 'recipient_senders_30d address_known_days address_consignments_1d address_consignments_7d'),
    ...each(CONCLUDED, 'address_consignments_30d address_value_minor_1d address_value_minor_7d'),
    ...each(CONCLUDED, 'address_value_minor_30d address_gifts_30d address_senders_1d address_senders_7d'),
    ...each(CONCLUDED, 'address_senders_30d marketplace_consignments_1d marketplace_consignments_7d'),
    ...each(CONCLUDED, 'marketplace_consignments_30d marketplace_value_minor_1d marketplace_value_minor_7d'),
    ...each(CONCLUDED, 'marketplace_value_minor_30d scheme_senders_30d scheme_consignments_1d scheme_consignments_7d'),
    ...each(CONCLUDED, 'scheme_consignments_30d scheme_value_minor_1d scheme_value_minor_7d scheme_value_minor_30d'),
    ...each({ ...erased(PERSON, 'nothing'), mask: 'initial' }, 'seller_name'),
  },
  'risk.profile_hits': {
    ...each(CONCLUDED, 'consignment_id received_on consignment_version profile_id version mode kept_back has_slot'),
    ...each(CONCLUDED, 'hit_at'),
    ...each(erased(PERSON, { eachMarked: [['actual']], ofField: 'seller_name' }), 'met'),
  },
  'risk.profile_list_editions': {
    ...each(SELECTING, 'list_key edition entries reason state saved_at decided_at'),
    ...each(STAFF, 'saved_by saved_by_name authors decided_by decided_by_name'),
  },
  'risk.profile_lists': {
    ...each(SELECTING, 'key title kind created_at edition ends_on row_version'),
  },
  'risk.profile_mutes': {
    ...each(SELECTING, 'id profile_id party seen_at_consignment reference office_id until muted_at lifted_at'),
    ...each(SELECTING, 'row_version'),
    ...each(PARTY_KEY, 'party_key'),
    ...each(WORDS, 'reason lift_reason'),
    ...each(STAFF, 'muted_by muted_by_name lifted_by lifted_by_name'),
  },
  'risk.profile_slots': {
    ...each(SELECTING, 'profile_id office_id day used'),
  },
  'risk.profile_standings': {
    ...each(SELECTING, 'profile_id version state shadow_until expires_on changed_at reason row_version'),
    ...each(STAFF, 'changed_by changed_by_name'),
  },
  'risk.profile_versions': {
    ...each(SELECTING, 'profile_id version content proposed_at'),
    ...each(STAFF, 'authors proposed_by proposed_by_name'),
  },
  'risk.profiles': {
    ...each(SELECTING, 'id number draft created_at changed_at ends_on row_version'),
    ...each(STAFF, 'owner_id owner_name draft_authors'),
  },
  'risk.selections': {
    ...each(CONCLUDED, 'consignment_id received_on version office_id control_on outcome control lane_assigned floor'),
    ...each(CONCLUDED, 'worth worth_basis tie_break rank places stratum draw_probability is_drawn'),
    ...each(CONCLUDED, 'inclusion_probability decided_at trust_level'),
  },
  'risk.sender_counts': {
    ...each(HISTORY, 'kind key day senders_1d senders_7d senders_30d'),
  },
  'risk.training_runs': {
    ...each(SELECTING, 'id objective seed requested_at state attempts started_at phase done total ended_at wanting'),
    ...each(SELECTING, 'model_version'),
    ...each(STAFF, 'requested_by requested_by_name'),
  },
  'risk.value_bands': {
    ...each(FIGURES, 'level key count low_minor median_minor high_minor histogram computed_at'),
  },
};
