import type { Problem } from '@/lib/kernel/problem';
import type { KeyChange, LoadPlan } from './plan';
import type { ReferenceFile } from './read-reference';

/** Changes of each kind that a preview shows; the others are counted. */
const SHOWN = 50;

/** What a load would do, as it is stored with it and shown. */
export type LoadPreview = {
  readonly rowsRead: number;
  readonly rowsRefused: number;
  /** Keys by what becomes of them. */
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  /** Rows were refused, so nothing ends that the file does not have: one of them may be it. */
  readonly endsNothing: boolean;
  /** Dated rows to write, and rows that end. */
  readonly rowsBegun: number;
  readonly rowsEnded: number;
  readonly samples: readonly KeyChange[];
  readonly problems: readonly Problem[];
  /** Faults and remarks by code. */
  readonly counts: Readonly<Record<string, number>>;
};

/** The figures of a plan with samples of each kind of change. */
export function previewOf(file: ReferenceFile, plan: LoadPlan): LoadPreview {
  const of = (kind: KeyChange['kind']) => plan.changes.filter((change) => change.kind === kind);
  const [added, changed, ended] = [of('added'), of('changed'), of('ended')];
  return {
    rowsRead: file.rowsRead,
    rowsRefused: file.rowsRefused,
    added: added.length,
    changed: changed.length,
    ended: ended.length,
    unchanged: plan.unchanged,
    endsNothing: file.rowsRefused > 0 && file.rows.some(({ key }) => file.layout.listOf(key) !== null),
    rowsBegun: plan.begin.length,
    rowsEnded: plan.end.length,
    samples: [[...changed].sort(byWeight), ended, added].flatMap((changes) => changes.slice(0, SHOWN)).map(cut),
    problems: file.problems,
    counts: file.counts,
  };
}

/** What only has another source comes after what says something else. */
function byWeight(a: KeyChange, b: KeyChange): number {
  const isOfSource = ({ after }: KeyChange) => Number(after?.source !== undefined);
  return isOfSource(a) - isOfSource(b);
}

/** Long lists of terms are shown by what comes and goes, not whole. */
function cut(change: KeyChange): KeyChange {
  const { before, after } = change;
  const lists = Object.keys({ ...before, ...after }).filter(
    (part) => Array.isArray(before?.[part] ?? after?.[part]) && size(before?.[part]) + size(after?.[part]) > SHOWN,
  );
  if (lists.length === 0) return change;
  const without = (value: KeyChange['before'], other: KeyChange['before']) =>
    value && {
      ...value,
      ...Object.fromEntries(lists.map((part) => [part, difference(value[part], other?.[part])])),
    };
  return { ...change, before: without(before, after), after: without(after, before) };
}

const size = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

function difference(list: unknown, other: unknown): readonly unknown[] {
  const there = new Set(Array.isArray(other) ? other : []);
  return Array.isArray(list) ? list.filter((entry) => !there.has(entry)).slice(0, SHOWN) : [];
}

/** Why there is nothing to load: every row says what stands, or every row was refused. */
export function whyNothing(preview: Pick<LoadPreview, 'rowsRead' | 'rowsRefused'>): 'unchanged' | 'refused' {
  return preview.rowsRead > 0 && preview.rowsRefused === preview.rowsRead ? 'refused' : 'unchanged';
}

/** Whether there is anything to load. */
export function changesNothing(preview: Pick<LoadPreview, 'rowsBegun' | 'rowsEnded'>): boolean {
  return preview.rowsBegun === 0 && preview.rowsEnded === 0;
}
