import { each, type TableRules } from '../column';
import { INTAKE, RUNNING, SENT, STAFF } from '../column-rules';

export const INTAKE_COLUMNS: TableRules = {
  'intake.csv_layouts': {
    ...each(INTAKE, 'id partner_id fingerprint edition layout is_retired submission_id saved_at reason'),
    ...each(STAFF, 'saved_by saved_by_name'),
  },
  'intake.idempotency_keys': {
    ...each(INTAKE, 'partner_id key submission_id created_at'),
  },
  'intake.quality_day_findings': {
    ...each(INTAKE, 'partner_id day code severity field records example office_id'),
  },
  'intake.quality_days': {
    ...each(INTAKE, 'partner_id day office_id records refused score_sum poor weak fair good'),
  },
  'intake.quarantined_records': {
    ...each(INTAKE, 'submission_id record_number partner_id office_id line reference is_act quality_score'),
    ...each(INTAKE, 'quarantined_at state settled_at replay_id erased_at'),
    ...each(SENT, 'rows problems discard_reason'),
    ...each(STAFF, 'settled_by settled_by_name'),
  },
  'intake.raw_chunks': {
    ...each(INTAKE, 'submission_id chunk_number'),
    ...each(SENT, 'content'),
  },
  'intake.sandbox_answers': {
    ...each(RUNNING, 'partner_id submission_id idempotency_key sha256 received_at expires_at records outcome'),
  },
  'intake.staged_rows': {
    ...each(INTAKE, 'submission_id record_number line reference'),
    ...each(SENT, 'raw content problems'),
  },
  'intake.submission_findings': {
    ...each(INTAKE, 'submission_id code severity field records example'),
  },
  'intake.submission_offices': {
    ...each(INTAKE, 'submission_id office_id'),
  },
  'intake.submissions': {
    ...each(INTAKE, 'id partner_id format content_type status size_bytes sha256 header notices'),
    ...each(INTAKE, 'received_at replay_of within_offices layout_id reads_again staged_at finished_at'),
    ...each(INTAKE, 'records_received records_accepted records_quarantined records_unchanged records_updated'),
    ...each(INTAKE, 'quality_records quality_sum quality_poor quality_weak quality_fair quality_good'),
    ...each(INTAKE, 'processed_record last_record undone_at records_withdrawn problems lease_until faults'),
    ...each(INTAKE, 'retry_at last_fault bytes_erased_at'),
    ...each({ ...SENT, mask: 'none' }, 'file_name'),
    ...each(STAFF, 'received_by undone_by undone_by_name undo_reason leased_by retry_asked_by'),
  },
  'intake.versionless_records': {
    ...each(INTAKE, 'submission_id record_number reference outcome'),
  },
};
