import { each, erased, type TableRules } from '../column';
import { GOODS, PASSING, STAFF, WORDS } from '../column-rules';

export const CLEARANCE_COLUMNS: TableRules = {
  'clearance.appeal_acts': {
    ...each(GOODS, 'consignment_id appeal_id number act decision_id amount_minor currency happened_on'),
    ...each(GOODS, 'recorded_at'),
    ...each(WORDS, 'words'),
    ...each(STAFF, 'recorded_by recorded_by_name'),
  },
  'clearance.batch_looks': {
    ...each(GOODS, 'batch_id looked_at'),
    ...each(STAFF, 'looked_by'),
  },
  'clearance.clearances': {
    ...each(GOODS, 'consignment_id received_on office_id partner_id reference channel status proposed_kind'),
    ...each(GOODS, 'proposed_from row_version lane_assigned lane_effective selection_reason release_category'),
    ...each(GOODS, 'score top_indicators act_by_at received_at headline item_count value_minor charges_minor'),
    ...each(GOODS, 'dispatch_country claimed_at lease_until claim_number is_returned snoozed_until woke_at'),
    ...each(GOODS, 'is_updated open_holds open_referrals answered_by examination_outcome decided_at released_at'),
    ...each(GOODS, 'transmitted_at'),
    ...each(STAFF, 'claimed_by claimed_by_name skipped_by transfer answered_for answered_also_for decided_by'),
    ...each(erased(WORDS, 'nothing'), 'snooze'),
  },
  'clearance.custody': {
    ...each(GOODS, 'consignment_id exhibit_id step place at'),
    ...each(WORDS, 'from_holder to_holder reason'),
    ...each(STAFF, 'recorded_by recorded_by_name'),
  },
  'clearance.decisions': {
    ...each(GOODS, 'consignment_id decision_id kind state ground citation version from_status second_rule'),
    ...each(GOODS, 'decided_at second_at batch_id'),
    ...each(WORDS, 'note second_note'),
    ...each(STAFF, 'decided_by decided_by_name second_by second_by_name'),
  },
  'clearance.events': {
    ...each(GOODS, 'consignment_id received_on event_id at kind'),
    ...each(STAFF, 'actor_id actor_name'),
    ...each(erased(WORDS, { marked: ['note'] }), 'values'),
  },
  'clearance.examinations': {
    ...each(GOODS, 'consignment_id examination_id kind ordered_at result_code corrections extra_charges_minor'),
    ...each(GOODS, 'recorded_at'),
    ...each(WORDS, 'instruction finding'),
    ...each(STAFF, 'ordered_by ordered_by_name recorded_by recorded_by_name'),
  },
  'clearance.exhibits': {
    ...each(GOODS, 'consignment_id exhibit_id number description quantity mark recorded_at'),
    ...each(STAFF, 'recorded_by recorded_by_name'),
  },
  'clearance.hand_overs': {
    ...each(GOODS, 'hand_over_id office_id written_at claims_go confirmed_at left_where_they_were withdrawn_at'),
    ...each(STAFF, 'of_user_id written_by written_by_name notes content confirmed_by confirmed_by_name'),
  },
  'clearance.hold_answers': {
    ...each(GOODS, 'consignment_id hold_id number verdict answered_at'),
    ...each(WORDS, 'conditions words'),
    ...each(STAFF, 'answered_by answered_by_name'),
  },
  'clearance.holds': {
    ...each(GOODS, 'consignment_id hold_id ground item_numbers due_at agency_id verdict answer_count placed_at'),
    ...each(GOODS, 'lifted_at'),
    ...each(WORDS, 'note lift_note'),
    ...each(STAFF, 'placed_by placed_by_name lifted_by lifted_by_name'),
  },
  'clearance.post_audits': {
    ...each(GOODS, 'consignment_id audit_id received_on office_id basis draw_id probability opened_at taken_at'),
    ...each(GOODS, 'referral_id closed_at ended_as'),
    ...each(WORDS, 'reason'),
    ...each(STAFF, 'opened_by opened_by_name first_by taken_by taken_by_name closed_by closed_by_name'),
  },
  'clearance.proposal_looks': {
    ...each(GOODS, 'consignment_id decision_id looked_at'),
    ...each(STAFF, 'looked_by'),
  },
  'clearance.referrals': {
    ...each(GOODS, 'consignment_id referral_id partner_id type question_code due_at asked_at answered_at'),
    ...each(GOODS, 'answered_from withdrawn_at'),
    ...each(WORDS, 'question answer withdraw_note'),
    ...each(STAFF, 'asked_by asked_by_name answered_by answered_by_name withdrawn_by withdrawn_by_name'),
  },
  'clearance.second_looks': {
    ...each(GOODS, 'consignment_id look_id received_on office_id kind first_choice first_reason version'),
    ...each(GOODS, 'probability drawn_at taken_at taken_until answered_at answer reason'),
    ...each(STAFF, 'first_by taken_by'),
    ...each(WORDS, 'note'),
  },
  'clearance.stated_duties': {
    ...each(GOODS, 'consignment_id duty_id item_number amount_minor ground basis extra_charges_minor stated_at'),
    ...each(STAFF, 'stated_by stated_by_name'),
  },
  'clearance.together_batches': {
    ...each(GOODS, 'batch_id office_id state ground rows excluded value_minor score_highest proposed_at'),
    ...each(GOODS, 'settled_at'),
    ...each(STAFF, 'note proposed_by proposed_by_name settled_by settled_by_name settled_note'),
  },
  'clearance.together_limits': {
    ...each(GOODS, 'office_id revision rows_max score_max takes_no_slot second_above_rows second_above_minor'),
    ...each(GOODS, 'reason changed_at'),
    ...each(STAFF, 'changed_by changed_by_name'),
  },
  'clearance.viewers': {
    ...each(PASSING, 'consignment_id connection_id office_id user_id name seen_at'),
  },
};
