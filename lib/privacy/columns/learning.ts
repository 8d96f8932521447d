import { each, type TableRules } from '../column';
import { AGREED, STAFF, TRAINING } from '../column-rules';

/** Courses hold no person of a consignment: what their cases show was masked when they were chosen (lib/learning). */
export const LEARNING_COLUMNS: TableRules = {
  'learning.attempt_answers': {
    ...each(TRAINING, 'attempt_id number opened_at answered_at act tree marks'),
  },
  'learning.course_attempts': {
    ...each(TRAINING, 'id course_id user_id user_name assigned_at begun_at finished_at'),
  },
  'learning.course_exercises': {
    ...each(AGREED, 'course_id number shown truth'),
  },
  'learning.courses': {
    ...each(AGREED, 'id title kind office_id plan due_on set_at closed_at row_version'),
    ...each(STAFF, 'set_by set_by_name'),
  },
};
