import { each, type TableRules } from '../column';
import { ACCOUNT, FIGURES, PASSING, PUBLISHED, RUNNING, SECRET, STAFF } from '../column-rules';

export const STATISTICS_COLUMNS: TableRules = {
  'publication.looks': {
    ...each(FIGURES, 'month looked_at'),
  },
  'publication.mail_subscribers': {
    ...each(ACCOUNT, 'subscriber_id email email_key asked_at confirmed_at'),
    ...each(SECRET, 'key'),
  },
  'publication.mail_tries': {
    ...each(PASSING, 'try_id address_key email_key at'),
  },
  'publication.mails': {
    ...each(RUNNING, 'mail_id subscriber_id kind month number state due_at attempts first_attempt_at lease_until'),
    ...each(RUNNING, 'claim_number settled_at fault'),
  },
  'publication.releases': {
    ...each(PUBLISHED, 'id month number state release_at note prepared_at decided_at reason published_at row_version'),
    ...each(STAFF, 'prepared_by prepared_by_name decided_by decided_by_name'),
  },
  'publication.vintage_cells': {
    ...each(PUBLISHED, 'month number dataset row_member column_member figures told standing finding'),
  },
  'publication.vintage_facts': {
    ...each(FIGURES, 'month dataset consignment_id received_on row_member column_member held'),
  },
  'publication.vintages': {
    ...each(PUBLISHED, 'month number frozen_at definitions_version rule administration currency minor_digits'),
    ...each(PUBLISHED, 'office_ids coverage kept'),
  },
  'statistics.anomalies': {
    ...each(FIGURES, 'id day office_ids watched member kind observed expected low high score behind found_at'),
    ...each(FIGURES, 'acknowledged_at note'),
    ...each(STAFF, 'acknowledged_by acknowledged_by_name'),
  },
  'statistics.cells': {
    ...each(FIGURES, 'cube day office_id channel lane selection_reason release_category outcome examination'),
    ...each(FIGURES, 'release_bucket chapter heading origin dispatch marketplace collection_model transaction_type'),
    ...each(FIGURES, 'value_band hour consignments items quantity_milli value_minor net_mass_g duty_minor'),
    ...each(FIGURES, 'vat_minor released release_seconds extra_charges_minor withdrawn'),
  },
  'statistics.checked_days': {
    ...each(FIGURES, 'day checked_at consignments differences disagreeing_cubes'),
  },
  'statistics.contributions': {
    ...each(FIGURES, 'id day office_id channel lane selection_reason release_category outcome examination'),
    ...each(FIGURES, 'release_bucket chapter heading origin dispatch marketplace collection_model transaction_type'),
    ...each(FIGURES, 'value_band hour consignments items quantity_milli value_minor net_mass_g duty_minor'),
    ...each(FIGURES, 'vat_minor released release_seconds extra_charges_minor withdrawn'),
  },
  'statistics.counted_days': {
    ...each(FIGURES, 'day counted_at looked_at failed_at failure'),
  },
  'statistics.filled_cubes': {
    ...each(FIGURES, 'cube reached_on filled_at'),
  },
  'statistics.judged_days': {
    ...each(FIGURES, 'day judged_at'),
  },
  'statistics.partner_days': {
    ...each(
      FIGURES,
      'partner_id day office_id consignments before_arrival complete vague coded selected amended_after',
    ),
    ...each(FIGURES, 'asked answered answered_in_time answer_seconds to_present presented examined findings'),
  },
  'statistics.partner_months': {
    ...each(FIGURES, 'partner_id month office_id consignments before_arrival complete vague coded refused selected'),
    ...each(FIGURES, 'amended_after asked answered answered_in_time answer_seconds to_present presented examined'),
    ...each(FIGURES, 'findings counted_at'),
  },
  'statistics.remarks': {
    ...each(FIGURES, 'remark_id day offices kept_at'),
    ...each(STAFF, 'text owner_id owner_name'),
  },
  'statistics.views': {
    ...each(FIGURES, 'view_id offices kept_at row_version'),
    ...each(STAFF, 'owner_id owner_name name query'),
  },
};
