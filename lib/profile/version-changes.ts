import type { ProfileContent } from './content';

/** What a version states beside its conditions, in the order it is read. */
const STATEMENTS = [
  ...(['title', 'effect', 'expectedHitPercent', 'dailySlots'] as const),
  ...(['harm', 'ground', 'instruction'] as const),
];
export type Statement = (typeof STATEMENTS)[number];

/** A line of conditions in words: what is asked, and each value it is asked of. */
export type WordedLine = {
  /** What the line means and how deep it lies; lines that mean the same are equal, whatever their words. */
  readonly meaning: string;
  /** Field and comparison, or the words of a group. */
  readonly head: string;
  readonly values: readonly string[];
};

/** A line that stayed, came or went, or one that asks the same of other values. */
export type LineChange<Line> =
  | { readonly change: 'kept' | 'added' | 'removed'; readonly line: Line }
  | {
      readonly change: 'altered';
      readonly line: Line;
      readonly added: readonly string[];
      readonly removed: readonly string[];
      /** Values that stayed. */
      readonly kept: number;
    };

/** A change, or how many lines that stayed are left out at its place, of which `line` is the first. */
export type ShownChange<Line> =
  | LineChange<Line>
  | { readonly change: 'skipped'; readonly line: Line; readonly count: number };

export type VersionChanges<Line> = { readonly statements: readonly Statement[]; readonly lines: ShownChange<Line>[] };

/** A version and its conditions in words. */
type Worded<Line> = { readonly content: ProfileContent; readonly lines: readonly Line[] };

/** What one version says otherwise than the one before it: statements that differ, and the lines that do within the groups they lie in. */
export function versionChanges<Line extends WordedLine>(
  before: Worded<Line>,
  after: Worded<Line>,
): VersionChanges<Line> {
  return {
    statements: STATEMENTS.filter(
      (statement) => JSON.stringify(before.content[statement]) !== JSON.stringify(after.content[statement]),
    ),
    lines: inTheirGroups(altered(changedLines(before.lines, after.lines))),
  };
}

type Step<Line> = Extract<LineChange<Line>, { change: 'kept' | 'added' | 'removed' }>;

/** The fewest lines that come and go (longest common subsequence, Wagner and Fischer 1974); what goes stands before what comes. */
function changedLines<Line extends WordedLine>(before: readonly Line[], after: readonly Line[]): Step<Line>[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const commonFrom = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      common[row * width + column] =
        before[row]?.meaning === after[column]?.meaning
          ? commonFrom(row + 1, column + 1) + 1
          : Math.max(commonFrom(row + 1, column), commonFrom(row, column + 1));
    }
  }
  const steps: Step<Line>[] = [];
  let [row, column] = [0, 0];
  for (;;) {
    const [old, own] = [before[row], after[column]];
    if (!old && !own) return steps;
    if (old && own && old.meaning === own.meaning) {
      steps.push({ change: 'kept', line: own });
      row += 1;
      column += 1;
    } else if (old && (!own || commonFrom(row + 1, column) >= commonFrom(row, column + 1))) {
      steps.push({ change: 'removed', line: old });
      row += 1;
    } else if (own) {
      steps.push({ change: 'added', line: own });
      column += 1;
    }
  }
}

/** Lines that went and came at one place and ask the same of other values, put together; what only went stands first. */
function altered<Line extends WordedLine>(steps: readonly Step<Line>[]): LineChange<Line>[] {
  const changes: LineChange<Line>[] = [];
  let removed: Step<Line>[] = [];
  let came: Line[] = [];
  const pair = (line: Line): LineChange<Line> => {
    const earlier = removed.find((one) => asksTheSame(one.line, line));
    removed = removed.filter((one) => one !== earlier);
    return earlier ? alteredLine(earlier.line, line) : { change: 'added', line };
  };
  // A place ends where a line stays; what went there is whole before anything that came is looked at.
  for (const step of [...steps, null]) {
    if (step?.change === 'removed') removed.push(step);
    else if (step?.change === 'added') came.push(step.line);
    else {
      const paired = came.map(pair);
      changes.push(...removed, ...paired, ...(step ? [step] : []));
      [removed, came] = [[], []];
    }
  }
  return changes;
}

type Side = 'before' | 'after';

/** The versions a line stands in. */
function sidesOf({ change }: LineChange<WordedLine>): readonly Side[] {
  if (change === 'removed') return ['before'];
  return change === 'added' ? ['after'] : ['before', 'after'];
}

/** Leaves out the lines that stayed, save the groups that hold one that did not: those of the version it stands in. */
function inTheirGroups<Line extends WordedLine>(changes: readonly LineChange<Line>[]): ShownChange<Line>[] {
  const shown = new Set<number>();
  changes.forEach((one, at) => {
    if (one.change === 'kept') return;
    shown.add(at);
    for (const side of sidesOf(one)) {
      let depth = Number(depthOf(one.line));
      for (let above = at - 1; above >= 0 && depth > 0; above -= 1) {
        const own = changes[above];
        if (!own || !sidesOf(own).includes(side) || Number(depthOf(own.line)) >= depth) continue;
        shown.add(above);
        depth = Number(depthOf(own.line));
      }
    }
  });
  const told: ShownChange<Line>[] = [];
  changes.forEach((own, at) => {
    const last = told.at(-1);
    if (shown.has(at)) told.push(own);
    else if (last?.change === 'skipped') told[told.length - 1] = { ...last, count: last.count + 1 };
    else told.push({ change: 'skipped', line: own.line, count: 1 });
  });
  return shown.size === 0 ? [] : told;
}

const depthOf = ({ meaning }: WordedLine) => meaning.slice(0, meaning.indexOf(' '));
const asksTheSame = (a: WordedLine, b: WordedLine) =>
  a.values.length > 0 && b.values.length > 0 && a.head === b.head && depthOf(a) === depthOf(b);

function alteredLine<Line extends WordedLine>(before: Line, line: Line): LineChange<Line> {
  const [old, own] = [new Set(before.values), new Set(line.values)];
  return {
    change: 'altered',
    line,
    added: line.values.filter((value) => !old.has(value)),
    removed: before.values.filter((value) => !own.has(value)),
    kept: line.values.filter((value) => old.has(value)).length,
  };
}
