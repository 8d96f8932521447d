import { each, type TableRules } from '../column';
import { FIGURES, LAW, STAFF } from '../column-rules';

export const POLICY_COLUMNS: TableRules = {
  'policy.change_decisions': {
    ...each(LAW, 'change_id verdict reason decided_at ended_until'),
    ...each(STAFF, 'decided_by decided_by_name'),
  },
  'policy.changes': {
    ...each(LAW, 'id head_id draft_id draft_version instrument_id annuls kind key value valid_from valid_to'),
    ...each(LAW, 'reason proposed_at'),
    ...each(STAFF, 'proposed_by proposed_by_name'),
  },
  'policy.codes': {
    ...each(LAW, 'kind key valid_from revision valid_to value source edition load_id'),
  },
  'policy.discarded_drafts': {
    ...each(LAW, 'draft_id reason discarded_at'),
    ...each(STAFF, 'discarded_by discarded_by_name'),
  },
  'policy.drafts': {
    ...each(LAW, 'id version instrument_id parts valid_from valid_to reason saved_at'),
    ...each(STAFF, 'saved_by saved_by_name'),
  },
  'policy.instruments': {
    ...each(LAW, 'id kind title citation valid_from valid_to text_link is_example entered_at'),
    ...each(STAFF, 'entered_by entered_by_name'),
  },
  'policy.known_ends': {
    ...each(LAW, 'kind key valid_from revision known_until valid_to'),
  },
  'policy.load_chunks': {
    ...each(LAW, 'load_id chunk_number content'),
  },
  'policy.loads': {
    ...each(LAW, 'id kind layout series file_name size_bytes sha256 edition source valid_from status preview'),
    ...each(LAW, 'fingerprint previewed_at settled_at'),
    ...each(STAFF, 'previewed_by settled_by'),
  },
  'policy.parameters': {
    ...each(LAW, 'kind key valid_from revision valid_to value source edition load_id change_id recorded_at'),
  },
  'policy.simulation_charges': {
    ...each(FIGURES, 'simulation_id month member consignments items dutiable_was dutiable_simulated taxed_was'),
    ...each(FIGURES, 'taxed_simulated open_was open_simulated value_minor duty_minor_was duty_minor_simulated'),
    ...each(FIGURES, 'vat_minor_was vat_minor_simulated fees_minor_was fees_minor_simulated'),
    ...each(FIGURES, 'vendor_was vendor_simulated low_value_was low_value_simulated reduced_was reduced_simulated'),
    ...each(FIGURES, 'standard_was standard_simulated'),
    ...each(STAFF, 'cut_by'),
  },
  'policy.simulation_controls': {
    ...each(FIGURES, 'simulation_id month office_id channel control was simulated released release_seconds'),
    ...each(FIGURES, 'findings found_minor missed missed_minor gained'),
  },
  'policy.simulations': {
    ...each(FIGURES, 'id title state office_ids from_on to_on changes currency minor_digits created_at asked_at'),
    ...each(FIGURES, 'ended_at engine_version phase next_on after_key to_look looked charged unrepeated reselected'),
    ...each(FIGURES, 'unrepeated_controls work_ms attempts problem row_version'),
    ...each(STAFF, 'created_by created_by_name'),
  },
};
