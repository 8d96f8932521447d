import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerCase } from '@/db/commands/learning/answer-case';
import { closeCourse } from '@/db/commands/learning/close-course';
import { openCase } from '@/db/commands/learning/open-case';
import { setCourse } from '@/db/commands/learning/set-course';
import { db } from '@/db/connection';
import { getAttempt, getCase } from '@/db/queries/learning/get-attempt';
import { listAttempts } from '@/db/queries/learning/list-attempts';
import { getCourse, listCourses } from '@/db/queries/learning/list-courses';
import { listTrainees } from '@/db/queries/learning/list-trainees';
import { clearances, examinations } from '@/db/schema';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentsLike, inLane, withIndicators, withItems } from '../../support/a-consignment';
import { aCourse, anOpenCase, attemptOf, courseInput, withAccounts } from '../../support/a-course';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await withAccounts(await aDesk());
});
const elsewhere = someone('supervisor', 'BELGG');
const actionsOf = async (courseId: string) => (await auditAbout(courseId)).map(({ action }) => action).reverse();

/** Goods that were examined, half of them with a finding, and released: their words hold an address and a number. */
async function examinedAndClosed({ officeId, partnerId, officer }: Desk): Promise<{ references: readonly string[] }> {
  const goods = withItems({ description: 'Wristwatch for ann@shop.example, call +49 151 2345678', value: '9.00' });
  const reasons = withIndicators([{ code: 'undervaluation', points: 40, values: {}, pointers: ['items.0.value'] }]);
  const placed = await consignmentsLike({ officeId, partnerId }, 8, goods, reasons, inLane('red'));
  const ids = placed.map(({ consignmentId }) => consignmentId);
  await db()
    .insert(examinations)
    .values(
      ids.map((consignmentId, index) => ({
        ...{ consignmentId, examinationId: randomUUID(), kind: 'physical', orderedAt: NOW, recordedAt: NOW },
        ...{ orderedBy: officer.id, orderedByName: officer.name, recordedBy: officer.id },
        ...{ recordedByName: officer.name, resultCode: index % 2 ? 'conform' : 'undervalued' },
      })),
    );
  const rows = await db()
    .update(clearances)
    .set({ status: 'released', decidedAt: NOW, releasedAt: NOW, examinationOutcome: 'conform' })
    .where(inArray(clearances.consignmentId, ids))
    .returning({ reference: clearances.reference });
  return { references: rows.map(({ reference }) => reference) };
}

/** Rows of every table of the product that is neither of courses nor of the audit log. */
async function productionRows(): Promise<Record<string, number>> {
  const { rows } = await db().execute<{ name: string }>(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname in ('consignment', 'clearance', 'risk', 'statistics', 'revenue', 'intake', 'webhook', 'publication', 'partnership')`);
  const counted: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: found } = await db().execute<{ count: number }>(
      sql.raw(`select count(*)::int as count from ${name}`),
    );
    counted[name] = found[0]?.count ?? -1;
  }
  return counted;
}

describe('A course', () => {
  it('is set and worked to its end without a row more in any table of customs', async () => {
    const before = await productionRows();
    expect(Object.keys(before).length).toBeGreaterThan(60);
    const { courseId, attempts } = await aCourse(desk, [desk.officer]);
    const [attemptId = ''] = attempts;
    for (let number = 1; number <= 6; number += 1) {
      await openCase(desk.officer, { attemptId, after: number - 1 }, minutesLater(number));
      const { isLast } = await answerCase(
        desk.officer,
        { attemptId, number, act: number % 2 ? 'examination' : 'release' },
        new Date(minutesLater(number).getTime() + 20_000),
      );
      expect(isLast).toBe(number === 6);
    }
    expect(await productionRows()).toEqual(before);
    const { progress, finishedAt } = await getAttempt(desk.officer, attemptId);
    expect(finishedAt).not.toBeNull();
    expect(progress.marks).toMatchObject({ answered: 6, medianSeconds: 20, hits: { of: 3 }, falseAlarms: { of: 3 } });
    expect(await actionsOf(courseId)).toEqual([
      'learning.set_course',
      ...Array.from({ length: 6 }, () => ['learning.open_case', 'learning.answer_case']).flat(),
    ]);
    const course = await getCourse(desk.supervisor, courseId);
    expect(course.trainees).toMatchObject([{ userName: desk.officer.name, progress: { marks: { answered: 6 } } }]);
  });

  it('shows what Luxor would have shown, and nothing that leads to a person or a parcel', async () => {
    const { attemptId } = await anOpenCase(desk);
    const { detail, unitValues } = await getCase(desk.officer, attemptId, 1);
    const [assessment] = detail.assessments;
    expect(detail.row).toMatchObject({ reference: 'CASE-01', status: 'selected', partnerName: '***' });
    expect(detail.row.score).toBe(assessment?.score);
    expect(detail.items.length).toBe(unitValues.items.length);
    expect(assessment?.chargeLines.length).toBeGreaterThan(0);
    expect(detail.parties.recipient).toMatchObject({ initial: '***', city: null });
    expect(detail.decisions).toEqual([]);
    expect(JSON.stringify(detail)).not.toMatch(/shop\.example|IM\d{10}|"LRN|@/);
  });

  it('tells what is true of a case with the answer, and not before', async () => {
    const { attemptId } = await anOpenCase(desk);
    expect((await getAttempt(desk.officer, attemptId)).progress.steps).toMatchObject([{ number: 1, answered: null }]);
    await expect(getCase(desk.officer, attemptId, 2)).rejects.toThrow(NotFoundError);
    await answerCase(desk.officer, { attemptId, number: 1, act: 'release' }, minutesLater(1));
    const [step] = (await getAttempt(desk.officer, attemptId)).progress.steps;
    expect(step?.answered).toMatchObject({ seconds: 60, act: 'release' });
    expect(['missed', 'passed']).toContain(step?.answered?.judgement);
  });

  it('has the same cases for everybody, and again for the same draw', async () => {
    const one = await aCourse(desk, [desk.officer, desk.colleague]);
    const again = await aCourse(desk, [desk.officer]);
    const shown = async (courseId: string, actor: Desk['officer']) => {
      const attemptId = await attemptOf(courseId, actor);
      await openCase(actor, { attemptId, after: 0 }, NOW);
      const { detail } = await getCase(actor, attemptId, 1);
      return [detail.items.map(({ description }) => description), detail.row.score, detail.row.laneEffective];
    };
    const first = await shown(one.courseId, desk.officer);
    expect(await shown(one.courseId, desk.colleague)).toEqual(first);
    expect(await shown(again.courseId, desk.officer)).toEqual(first);
  });
});

describe('Setting a course', () => {
  it('is refused to who does not supervise, and to a supervisor of another office', async () => {
    await expect(setCourse(desk.officer, courseInput(desk, [desk.officer]), NOW)).rejects.toThrow(ForbiddenError);
    await expect(setCourse(elsewhere, courseInput(desk, [desk.officer]), NOW)).rejects.toThrow(NotFoundError);
    await expect(listCourses(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(listTrainees(desk.officer)).rejects.toThrow(ForbiddenError);
  });

  it('lets one of two win, and makes one course of it', async () => {
    const input = courseInput(desk, [desk.officer]);
    const outcomes = await Promise.allSettled([
      setCourse(desk.supervisor, input, NOW),
      setCourse(desk.supervisor, input, NOW),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(setCourse(desk.supervisor, input, NOW))).toEqual(['learning.set_already']);
    expect(await actionsOf(input.courseId)).toEqual(['learning.set_course']);
  });

  it('names what does not fit: a day that is over, people of elsewhere, real cases for profiles', async () => {
    const refused = (changes: Parameters<typeof courseInput>[2]) =>
      setCourse(desk.supervisor, courseInput(desk, [desk.officer], changes), NOW);
    await expect(refused({ dueOn: '2026-11-01' })).rejects.toThrow(InvalidInputError);
    await expect(refused({ trainees: [desk.stranger.id] })).rejects.toThrow(InvalidInputError);
    await expect(refused({ kind: 'profile', source: 'released' })).rejects.toThrow(InvalidInputError);
    // Officers write no profiles.
    await expect(refused({ kind: 'profile' })).rejects.toThrow(InvalidInputError);
  });

  it('copies examined and closed ones masked, with what was found of them', async () => {
    const found = await examinedAndClosed(desk);
    const { attemptId, courseId } = await anOpenCase(desk, { source: 'released', cases: 4, prevalencePercent: 50 });
    const results: string[] = [];
    for (let number = 1; number <= 4; number += 1) {
      if (number > 1) await openCase(desk.officer, { attemptId, after: number - 1 }, NOW);
      const { detail } = await getCase(desk.officer, attemptId, number);
      expect(detail).toMatchObject({ examinations: [], decisions: [], events: [], versions: [], corrected: null });
      expect(detail.row).toMatchObject({ status: 'selected', examinationOutcome: 'none', decidedAt: null });
      const text = JSON.stringify(detail);
      for (const secret of [...found.references, 'ann@shop.example', '+49 151 2345678'])
        expect(text).not.toContain(secret);
      await answerCase(desk.officer, { attemptId, number, act: 'documents' }, NOW);
    }
    const { progress } = await getAttempt(desk.officer, attemptId);
    for (const { answered } of progress.steps) results.push(answered?.truth?.result ?? '');
    expect(results.sort()).toEqual(['conform', 'conform', 'undervalued', 'undervalued']);
    expect((await getCourse(desk.supervisor, courseId)).plan.source).toBe('released');
  });

  it('says that there are too few cases rather than making up others', async () => {
    const input = courseInput(desk, [desk.officer], { source: 'released', cases: 30 });
    expect(await refusalOf(setCourse(desk.supervisor, input, NOW))).toEqual(['learning.too_few']);
  });
});

describe('Closing a course', () => {
  it('ends it for everybody, once, and leaves its row', async () => {
    const { courseId, attemptId } = await anOpenCase(desk);
    const close = (actor = desk.supervisor) => closeCourse(actor, { courseId, rowVersion: 1, reason: 'Done' }, NOW);
    await expect(close(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(close(elsewhere)).rejects.toThrow(NotFoundError);
    const outcomes = await Promise.allSettled([close(), close()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(close())).toEqual(['learning.closed']);
    expect((await actionsOf(courseId)).filter((action) => action === 'learning.close_course')).toHaveLength(1);
    expect(await refusalOf(answerCase(desk.officer, { attemptId, number: 1, act: 'release' }, NOW))).toEqual([
      'learning.closed',
    ]);
    expect((await listAttempts(desk.officer)).find((one) => one.attemptId === attemptId)?.isClosed).toBe(true);
  });
});

describe('Opening a case', () => {
  it('is for who the course was set, of a role that learns, one after the other, and once', async () => {
    const { courseId, attempts } = await aCourse(desk, [desk.officer]);
    const [attemptId = ''] = attempts;
    const open = (actor = desk.officer, after = 0) => openCase(actor, { attemptId, after }, NOW);
    await expect(open(desk.analyst)).rejects.toThrow(ForbiddenError);
    await expect(open(desk.stranger)).rejects.toThrow(NotFoundError);
    await expect(open(desk.colleague)).rejects.toThrow(NotFoundError);
    const outcomes = await Promise.allSettled([open(), open()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(open())).toEqual(['learning.opened']);
    expect(await refusalOf(open(desk.officer, 1))).toEqual(['learning.unanswered']);
    expect((await actionsOf(courseId)).sort()).toEqual(['learning.open_case', 'learning.set_course']);
  });
});

describe('Answering a case', () => {
  it('is for who opened it, of a role that learns, and once', async () => {
    const { courseId, attemptId } = await anOpenCase(desk);
    const answer = (actor = desk.officer) => answerCase(actor, { attemptId, number: 1, act: 'documents' }, NOW);
    await expect(answer(desk.analyst)).rejects.toThrow(ForbiddenError);
    await expect(answer(desk.stranger)).rejects.toThrow(NotFoundError);
    const outcomes = await Promise.allSettled([answer(), answer()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(answer())).toEqual(['learning.answered']);
    const told = (await auditAbout(courseId)).filter(({ action }) => action === 'learning.answer_case');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      officeId: desk.officeId,
      details: { caseNumber: 1, courseAct: 'documents' },
    });
  });
});
