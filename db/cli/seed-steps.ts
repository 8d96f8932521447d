import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '@/lib/kernel/dates';
import { aboutTime, runDemo } from '../demo/run-demo';
import { refuseDemoAccounts, seedDemoAccounts } from '../seed/accounts';
import { seedReference } from '../seed/reference';
import { inTransaction } from '../transaction';
import { sealExchanges } from './seal-exchanges';
import type { StartContext, StartStep } from './start-steps';

/** The demo of a first start: what the charts, the queue and the effectiveness figures have to show. */
const DEMO = { days: 90, seed: 1 };

/** Consignments made, sent, assessed and worked off in a second on two cores; slower at the beginning. */
const MADE_PER_SECOND = 100;

const wantsDemo = ({ env, isEmbedded }: StartContext) =>
  env.environment !== 'production' && (env.demo === 'on' || (env.demo === 'auto' && isEmbedded));

export const referenceStep: StartStep = {
  name: 'reference data',
  run: async ({ env }) => {
    const renewed = await inTransaction((tx) => seedReference(tx, dayOf(new Date()), env.example));
    if (renewed === 0) return [];
    return [
      `Parameters of the policy that changed with this version, as of today: ${renewed}. Your own are left as they are.`,
    ];
  },
};

export const sealStep: StartStep = { name: 'seals of exchanges', run: sealExchanges };

export const accountsStep: StartStep = {
  name: 'demo accounts',
  run: async (context) => {
    if (context.env.environment === 'production') await refuseDemoAccounts();
    return wantsDemo(context) ? seedDemoAccounts({ dataDir: context.dataDir, url: context.url }) : [];
  },
};

type Progress = { endAt: string; isDone: boolean };

export const demoStep: StartStep = {
  name: 'demo stream',
  run: async (context) => {
    if (!wantsDemo(context)) return [];
    const path = join(context.dataDir, 'demo-stream.json');
    const begun: Progress = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Progress)
      : { endAt: new Date().toISOString(), isDone: false };
    if (begun.isDone) return [];
    writeFileSync(path, JSON.stringify(begun));
    context.say(
      `Making a demo of ${context.env.demoConsignments.toLocaleString('en')} consignments over ${DEMO.days} days. This happens once and takes ${aboutTime(context.env.demoConsignments / MADE_PER_SECOND)}.`,
    );
    await runDemo(
      { ...DEMO, consignments: context.env.demoConsignments, endAt: new Date(begun.endAt) },
      context.say,
      context.signal,
    );
    if (!context.signal.aborted) writeFileSync(path, JSON.stringify({ ...begun, isDone: true }));
    return [];
  },
};
