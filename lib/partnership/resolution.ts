/** The eight principles of the Luxor Resolution of December 2017. */
export const PRINCIPLES = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** The fifteen standards of the framework on cross-border e-commerce of June 2018, and that on data quality of 2022. */
export const STANDARDS = [
  's1',
  's2',
  's3',
  's4',
  's5',
  's6',
  's7',
  's8',
  's9',
  's10',
  's11',
  's12',
  's13',
  's14',
  's15',
  'dq',
] as const;
export type Standard = (typeof STANDARDS)[number];

/** Where an action of the plan belongs. Stored: add, never rename. */
export const RESOLUTION_PLACES = [...PRINCIPLES, ...STANDARDS] as const;
export type ResolutionPlace = (typeof RESOLUTION_PLACES)[number];

/** Which standards serve a principle. */
export const STANDARDS_OF = {
  p1: ['s1', 's2', 's3', 's4', 'dq'],
  p2: ['s5', 's6', 's8', 's10'],
  p3: ['s3', 's4', 's9', 's12'],
  p4: ['s7', 's8'],
  p5: ['s14'],
  p6: ['s6', 's10', 's11', 's12'],
  p7: ['s13'],
  p8: ['s1'],
} as const satisfies Record<Principle, readonly Standard[]>;

/** The figures of the administration that tell how far it has come. */
export const MATURITY_FIGURES = [
  'beforeArrival',
  'complete',
  'coded',
  'releasedAtOnce',
  'releaseHours',
  'hitRate',
  'extraCharges',
  'answeredInTime',
  'trustedShare',
  'memoranda',
  'published',
  'lawPeriods',
] as const;
export type MaturityFigure = (typeof MATURITY_FIGURES)[number];

/** By which figures a principle is measured. */
export const FIGURES_OF = {
  p1: ['beforeArrival', 'complete', 'coded'],
  p2: ['releasedAtOnce', 'releaseHours', 'trustedShare'],
  p3: ['hitRate'],
  p4: ['extraCharges'],
  p5: ['published'],
  p6: ['answeredInTime', 'memoranda'],
  p7: ['published'],
  p8: ['lawPeriods'],
} as const satisfies Record<Principle, readonly MaturityFigure[]>;

/** What becomes of an action of the plan. Stored: add, never rename. */
export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
