import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { closeConnections } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { migrateDatabase } from '@/db/migrate';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { NO_CHANGES } from '@/lib/simulation/changes';
import { chargePair } from '@/lib/simulation/figures';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { connected, migrateAsBefore } from '../../support/older-database';

/** Migrations of before the treatment of consignments was counted. */
const OLDER = 77;
const NOW = new Date('2026-11-20T09:00:00Z');
const present = useDatabase();
const name = `luxor_upgrade_${process.pid}_${randomBytes(4).toString('hex')}`;
const address = new URL(inject('testServer').url);
address.pathname = `/${name}`;
const [done, running] = [randomUUID(), randomUUID()];

async function asLeft(client: pg.Client, id: string, state: 'done' | 'running'): Promise<void> {
  await client.query(
    `insert into policy.simulations (id, title, state, office_ids, from_on, to_on, changes, currency, minor_digits, created_by,
       created_by_name, created_at, asked_at, ended_at, phase, next_on, after_key, to_look, looked, charged, work_ms)
     values ($1, 'Of before', $2, '{NLRTM}', '2026-10-01', '2026-10-31', $3, 'EUR', 2, $4, 'E. Author', $5, $5, $6, 'controls',
       '2026-10-09', 'NLRTM', 20, 12, 10, 900)`,
    [id, state, JSON.stringify(NO_CHANGES), randomUUID(), NOW, state === 'done' ? NOW : null],
  );
  await client.query(
    `insert into policy.simulation_charges (simulation_id, month, cut_by, member, consignments, items, dutiable_was, dutiable_simulated,
       taxed_was, taxed_simulated, open_was, open_simulated, value_minor, duty_minor_was, duty_minor_simulated, vat_minor_was,
       vat_minor_simulated, fees_minor_was, fees_minor_simulated)
     values ($1, '2026-10', 'total', '*', 10, 12, 4, 6, 10, 10, 0, 0, 100000, 500, 900, 2100, 2184, 0, 0)`,
    [id],
  );
}

beforeAll(async () => {
  await connected(inject('testServer').url, (client) => client.query(`create database ${name}`));
  await connected(address.toString(), async (client) => {
    await migrateAsBefore(client, OLDER, NOW);
    await asLeft(client, done, 'done');
    await asLeft(client, running, 'running');
  });
  await migrateDatabase(address.toString(), { now: NOW });
  await closeConnections();
  setDatabaseUrl(address.toString());
});

afterAll(async () => {
  await closeConnections();
  setDatabaseUrl(present.url());
  await connected(inject('testServer').url, (client) => client.query(`drop database ${name} with (force)`));
});

it('a simulation that ended before has its figures, and says of what was not counted that it was not', async () => {
  const { result, state } = await getSimulation(someone('risk_manager', 'NLRTM'), done);
  expect(state).toBe('done');
  expect(chargePair(result.total, 'dutiable')).toEqual({ was: 4n, simulated: 6n });
  for (const figure of ['vendor', 'lowValue', 'reduced', 'standard'] as const)
    expect(chargePair(result.total, figure)).toBeNull();
});

it('one that was on its way begins anew, so that all of it is counted', async () => {
  const view = await getSimulation(someone('risk_manager', 'NLRTM'), running);
  expect(view).toMatchObject({ state: 'waiting', phase: 'charges', nextOn: '2026-10-01', afterKey: '', looked: 0 });
  expect(view.result.months).toEqual([]);
});
