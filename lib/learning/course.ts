import type { ResultCode } from '@/lib/clearance/results';
import type { Role } from '@/lib/identity/roles';

/** What is practised: to clear what waits, or to write a profile that finds planted fraud within its slots. */
export const COURSE_KINDS = ['clearance', 'profile'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** Who does what is practised, and so may be set a course in it. */
export const TRAINED_ROLES = {
  clearance: ['officer', 'supervisor'],
  profile: ['risk_manager', 'supervisor'],
} as const satisfies Record<CourseKind, readonly Role[]>;

/** Where the cases come from: made up with known truth, or examined, decided and masked. */
export const CASE_SOURCES = ['synthetic', 'released'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** What a trainee may do with a case, in the order of the keys of the desk. */
export const TRAINEE_ACTS = ['release', 'documents', 'examination'] as const;
export type TraineeAct = (typeof TRAINEE_ACTS)[number];

/** What may be wrong with a case of a course: what can be told from the declaration and what Luxor says of it. */
export const PRACTISED = [
  'undervalued',
  'misclassified',
  'misdescribed',
  'prohibited',
  'restricted',
  'ipr',
  'split',
] as const satisfies readonly ResultCode[];
export type Practised = (typeof PRACTISED)[number];

export const COURSE_LIMITS = {
  cases: { least: 4, most: 30 },
  /** Per cent of the cases that are not as declared. */
  prevalence: { least: 10, most: 60 },
  /** What a profile of an exercise may select. */
  slots: { least: 5, most: 60 },
  seed: { least: 1, most: 999_999 },
  trainees: 50,
} as const;

/** What a supervisor asked for; kept with the course, so that anybody can see how it was made. */
export type CoursePlan = {
  readonly source: CaseSource;
  readonly cases: number;
  readonly prevalencePercent: number;
  readonly seed: number;
  readonly practised: readonly Practised[];
  /** Of a profile exercise. */
  readonly slots: number;
};

/** How many of so many cases are not as declared: at least one, and at least one is. */
export function faultyCount(cases: number, prevalencePercent: number): number {
  return Math.min(cases - 1, Math.max(1, Math.round((cases * prevalencePercent) / 100)));
}
