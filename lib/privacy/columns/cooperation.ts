import { each, type TableRules } from '../column';
import { AGREED, LAW, RUNNING, SECRET, SELECTING, STAFF } from '../column-rules';

/** Packages carry what selects, and identifiers only as keyed hashes or masked. Rows of hits tell who a consignment is of, and go with its people (`eraseColumns`); counts stay. */
export const COOPERATION_COLUMNS: TableRules = {
  'cooperation.counterparts': {
    ...each(
      AGREED,
      'counterpart_id code name public_pem fingerprint legal_basis valid_from valid_to state proposed_at',
    ),
    ...each(AGREED, 'decided_at decision_note ended_at end_reason row_version'),
    ...each(SECRET, 'match_secret'),
    ...each(STAFF, 'proposed_by proposed_by_name decided_by decided_by_name ended_by ended_by_name'),
  },
  'cooperation.identities': {
    ...each(LAW, 'fingerprint code name public_pem entered_at retired_at'),
    ...each(SECRET, 'private_pem'),
    ...each(STAFF, 'entered_by entered_by_name'),
  },
  'cooperation.items': {
    ...each(SELECTING, 'exchange_id number kind handling caveats expires_on state subject_id subject_version taken_at'),
    ...each(STAFF, 'taken_by_name'),
  },
  'cooperation.match_hits': {
    ...each(SELECTING, 'exchange_id number consignment_id received_on office_id reference'),
  },
  'cooperation.matches': {
    ...each(RUNNING, 'exchange_id state from_on to_on next_on office_ids looked met attempts started_at ended_at'),
    ...each(STAFF, 'started_by started_by_name'),
  },
  'cooperation.packages': {
    ...each(
      SELECTING,
      'exchange_id package_id counterpart_id direction kind state handling caveats expires_on content',
    ),
    ...each(SELECTING, 'content_sha256 file file_sha256 asked answers_to made_at decided_at decision_note fetched_at'),
    ...each(SELECTING, 'ended_at end_reason row_version'),
    ...each(STAFF, 'made_by made_by_name decided_by decided_by_name ended_by ended_by_name'),
  },
};
