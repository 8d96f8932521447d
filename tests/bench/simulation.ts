import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { db } from '@/db/connection';
import type { ProcessRef } from '@/db/engine/process-identity';
import { findSimulation, type SimulationHead } from '@/db/queries/simulation/list-simulations';
import { clearances } from '@/db/schema';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { type Changes, NO_CHANGES } from '@/lib/simulation/changes';
import { withoutRelief } from '@/lib/simulation/without-relief';
import type { Instance } from '@/tests/support/instance';
import { someone } from '../support/a-desk';
import { watchMemory } from './memory';
import type { Figure } from './report';

const LOOK_EVERY_MS = 100;
const MS_MAX = 1_800_000;

/** What people ask, by the name of its figures: each takes another way through the simulator. */
const QUESTIONS = {
  law: 'another law: every consignment charged twice',
  slots: 'other slots in every office: every day given away twice, and charged once',
  lanes: 'other limits of lanes and an indicator off: who they concern judged again, every day given away twice',
} as const;
type Question = keyof typeof QUESTIONS;

function changesOf(question: Question, officeIds: readonly string[]): Changes {
  switch (question) {
    case 'law':
      return { ...NO_CHANGES, parameters: [{ kind: 'charge_law', key: 'own', value: withoutRelief(EU_FLAT.law) }] };
    case 'slots':
      return { ...NO_CHANGES, slots: officeIds.map((officeId) => ({ officeId, documents: 20, nii: 5, physical: 5 })) };
    case 'lanes':
      return {
        ...NO_CHANGES,
        parameters: [{ kind: 'lane', key: 'yellow', value: { fromScore: 30 } }],
        indicators: [{ code: 'vague_description', percent: 0 }],
      };
  }
}

/**
 * Simulations as people ask for them, over all days that are over, worked out by the worker of the running application. Gives the seconds
 * from the asking to the end, those for 100,000 consignments, and what the memory of the worker rose to meanwhile.
 */
export async function measureSimulation(
  instance: Instance,
  label: string,
  questions: readonly Question[] = ['law'],
): Promise<Figure[]> {
  const offices = await db().selectDistinct({ id: clearances.officeId }).from(clearances).orderBy(sql`1`);
  const officeIds = offices.map(({ id }) => id);
  const manager = { ...someone('risk_manager', ''), officeIds };
  const { rows } = await db().execute<{ first: string }>(
    sql`select min(${clearances.receivedOn})::text as first from ${clearances}`,
  );
  const worker = (JSON.parse(readFileSync(join(instance.dataDir, 'worker.json'), 'utf8')) as ProcessRef).pid;
  const figures: Figure[] = [];
  for (const question of questions) {
    const { simulationId } = await createSimulation(manager, {
      title: `Measured ${label} ${question}`,
      fromOn: rows[0]?.first ?? '',
      toOn: addDays(dayOf(new Date()), -1),
      changes: JSON.stringify(changesOf(question, officeIds)),
    });
    const started = performance.now();
    const untilDone = async () => {
      await runSimulation(manager, { simulationId, rowVersion: 1 });
      return ended(() => findSimulation(manager, simulationId));
    };
    const { result: head, risenMib } = await watchMemory([worker], untilDone);
    figures.push(...figuresOf(label, question, head, (performance.now() - started) / 1_000, risenMib[0] ?? 0));
  }
  return figures;
}

export const SIMULATION_QUESTIONS = Object.keys(QUESTIONS) as readonly Question[];

async function ended(look: () => Promise<SimulationHead | null>): Promise<SimulationHead> {
  const until = performance.now() + MS_MAX;
  for (;;) {
    const head = await look();
    if (head?.state === 'done') return head;
    if (!head || head.state === 'failed' || performance.now() > until) throw new Error(`It ended as ${head?.state}.`);
    await sleep(LOOK_EVERY_MS);
  }
}

function figuresOf(label: string, question: Question, head: SimulationHead, seconds: number, risen: number): Figure[] {
  const name = (what: string) => `simulation_${label}_${question === 'law' ? '' : `${question}_`}${what}`;
  const { charged, unrepeated, reselected, workMs } = head;
  return [
    {
      name: name('s'),
      value: seconds,
      note: `seconds from asking for ${QUESTIONS[question]}, over ${charged} consignments, ${workMs / 1_000} s of them work`,
    },
    {
      name: name('per_100000_s'),
      value: (seconds * 100_000) / Math.max(1, charged),
      note: `seconds for 100,000 consignments; ${reselected} selected again, ${unrepeated} charged otherwise than they were`,
    },
    { name: name('worker_risen_mib'), value: risen, note: 'memory of the worker over what it had before, at most' },
  ];
}
