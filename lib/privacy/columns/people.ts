import { each, type TableRules } from '../column';
import {
  ACCOUNT,
  AGREED,
  LAW,
  LOG,
  NAMED_ACCOUNT,
  PARTY_KEY,
  PASSING,
  PRIVACY,
  RUNNING,
  SECRET,
  STAFF,
  WORDS,
} from '../column-rules';

export const PEOPLE_COLUMNS: TableRules = {
  'audit.leaves': {
    ...each(LOG, 'audit_id received_on seal place leaf'),
  },
  'audit.log': {
    ...each(LOG, 'id received_on at office_id action subject_type subject_id'),
    ...each(STAFF, 'actor_id actor_name role details reason'),
  },
  'audit.seals': {
    ...each(LOG, 'number entries root previous head sealed_at key_id signature'),
  },
  'audit.unsealed': {
    ...each(LOG, 'audit_id received_on'),
  },
  'identity.agencies': {
    ...each(LAW, 'id name controls valid_from valid_to source'),
  },
  'identity.api_calls': {
    ...each(RUNNING, 'key_id minute calls'),
  },
  'identity.api_keys': {
    ...each(NAMED_ACCOUNT, 'id partner_id kind prefix created_at last_used_at revoked_at scopes expires_at'),
    ...each(SECRET, 'key_hash'),
  },
  'identity.login_attempts': {
    ...each(PASSING, 'id account_key address_key attempted_at'),
  },
  'identity.offices': {
    ...each(LAW, 'id name country valid_from valid_to source'),
  },
  'identity.parcel_questions': {
    ...each(PASSING, 'id reference_key address_key asked_at'),
  },
  'identity.partners': {
    ...each(NAMED_ACCOUNT, 'id key name kind default_office_id transit_days default_channel disabled_at created_at'),
  },
  'identity.recovery_codes': {
    ...each(ACCOUNT, 'user_id used_at'),
    ...each(SECRET, 'code_hash'),
  },
  'identity.sessions': {
    ...each(SECRET, 'id counter_key'),
    ...each(ACCOUNT, 'user_id office_id created_at last_seen_at expires_at revoked_at confirmed_at device'),
  },
  'identity.totps': {
    ...each(ACCOUNT, 'user_id begun_at enrolled_at'),
    ...each(SECRET, 'sealed_secret last_step'),
  },
  'identity.user_offices': {
    ...each(ACCOUNT, 'user_id office_id is_default'),
  },
  'identity.users': {
    ...each(ACCOUNT, 'id email name preferences'),
    ...each(NAMED_ACCOUNT, 'role partner_id agency_id is_demo disabled_at created_at'),
    ...each(SECRET, 'password_hash'),
  },
  'operation.job_runs': {
    ...each(RUNNING, 'job process began_at ended_at well_at failures'),
  },
  'operation.workers': {
    ...each(RUNNING, 'process started_at beat_at'),
  },
  'partnership.memoranda': {
    ...each(AGREED, 'memorandum_id partner_id agency_id title subject legal_basis valid_from valid_to entered_at'),
    ...each(AGREED, 'ended_at end_reason'),
    ...each(STAFF, 'entered_by entered_by_name ended_by ended_by_name'),
  },
  'partnership.resolution_actions': {
    ...each(AGREED, 'action_id place title due_on state note created_at changed_at row_version'),
    ...each(STAFF, 'owner_id owner_name changed_by_name'),
  },
  'partnership.trust_statuses': {
    ...each(AGREED, 'status_id partner_id level state draw_percent valid_to figures reason proposed_at decided_at'),
    ...each(AGREED, 'decision_note ended_at end_reason'),
    ...each(STAFF, 'proposed_by proposed_by_name decided_by decided_by_name ended_by ended_by_name'),
  },
  'privacy.access_requests': {
    ...each(PRIVACY, 'request_id file_number came_on looked_for_by found answered_at'),
    ...each(STAFF, 'answered_by answered_by_name'),
  },
  'privacy.browsing_days': {
    ...each(PRIVACY, 'day judged_at'),
  },
  'privacy.erasure_batches': {
    ...each(PRIVACY, 'batch_id kind erased_at erased policy_version is_repeated told_at'),
  },
  'privacy.erasures': {
    ...each(PRIVACY, 'consignment_id batch_id erased_at row_version'),
  },
  'privacy.legal_holds': {
    ...each(PRIVACY, 'hold_id consignment_id office_id subject placed_at lifted_at'),
    ...each(PARTY_KEY, 'party_key'),
    ...each(WORDS, 'reason lift_reason'),
    ...each(STAFF, 'placed_by placed_by_name lifted_by lifted_by_name'),
  },
  'privacy.statements': {
    ...each(PRIVACY, 'consignment_id statement_id kind came_on stands_as version recorded_at'),
    ...each(WORDS, 'words'),
    ...each(STAFF, 'recorded_by recorded_by_name'),
  },
  'privacy.unusual_browsing': {
    ...each(PRIVACY, 'id usual found_at acknowledged_at'),
    ...each(STAFF, 'day user_id user_name role kind observed acknowledged_by acknowledged_by_name note'),
  },
  'webhook.attempts': {
    ...each(RUNNING, 'delivery_id claim_number started_at duration_ms response_status fault answer'),
  },
  'webhook.deliveries': {
    ...each(RUNNING, 'id subscription_id kind subject_id reference occurred_at content sequence body state ordinal'),
    ...each(RUNNING, 'due_at attempts first_attempt_at lease_until claim_number settled_at'),
  },
  'webhook.subscriptions': {
    ...each(AGREED, 'id partner_id url kinds former_secret_until last_sequence row_version created_at disabled_at'),
    ...each(SECRET, 'secret former_secret'),
  },
};
