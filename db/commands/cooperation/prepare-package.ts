import 'server-only';
import { and, eq, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/connection';
import { typologyOf } from '@/db/queries/cooperation/typology';
import { exchangeItems, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { PREPARE_PACKAGE_INPUT } from '@/lib/cooperation/inputs';
import { DISCLOSURE_RULE } from '@/lib/disclosure/rule';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, RefusedError, refuse } from '@/lib/kernel/errors';
import { listsOffered, type Offered, profilesOffered, underTerms } from './gather-items';
import { beginPackage, insertPrepared } from './insert-prepared';

type Wish = z.output<typeof PREPARE_PACKAGE_INPUT>;

/**
 * Prepares a package of profiles, lists, an alert and a typology for another administration. Nothing leaves before a second person
 * approves it.
 * @throws NotFoundError; InvalidInputError; RefusedError `cooperation.no_identity`, `cooperation.not_in_force`, `cooperation.nothing`,
 * `cooperation.bound`, `cooperation.gone`, `cooperation.names_lists`, `cooperation.list_local`, `cooperation.typology_few`,
 * `cooperation.typology_told`, `cooperation.month_open`, `cooperation.expiry`, `cooperation.too_large`
 */
export async function preparePackage(
  actor: Actor,
  input: z.input<typeof PREPARE_PACKAGE_INPUT>,
  at = new Date(),
): Promise<{ exchangeId: string }> {
  authorise(actor, 'cooperation.prepare');
  const wish = parseInput(PREPARE_PACKAGE_INPUT, input);
  return inTransaction(async (tx) => {
    const begun = await beginPackage(tx, wish.counterpartId, at);
    const offered = [
      ...(await profilesOffered(tx, wish.profiles, dayOf(at))),
      ...(await listsOffered(tx, wish.lists, dayOf(at))),
      ...alertOf(wish, at),
      ...(await typologyIn(tx, wish, at)),
    ];
    if (offered.length === 0) throw refuse('cooperation.nothing');
    const gathered = await underTerms(tx, offered, wish, { code: begun.own.code, today: dayOf(at) });
    const told = { items: gathered.length, profiles: wish.profiles, lists: wish.lists };
    const body = { kind: 'intelligence' as const, items: gathered.map(({ item }) => item) };
    const prepared = await insertPrepared(tx, actor, begun, { head: wish, body, told }, at);
    await tx.insert(exchangeItems).values(
      gathered.map(({ item: { number, kind, handling, caveats, expiresOn }, subject }) => ({
        ...{ exchangeId: prepared.exchangeId, number, kind, handling, caveats, expiresOn, state: 'open' as const },
        ...subject,
      })),
    );
    return prepared;
  });
}

function alertOf({ alertTitle, alertText }: Wish, at: Date): Offered[] {
  if (alertTitle === '' && alertText === '') return [];
  if (alertTitle === '' || alertText === '') {
    const pointer = alertTitle === '' ? 'alertTitle' : 'alertText';
    throw new InvalidInputError([{ code: 'required', severity: 'error', pointer }]);
  }
  const text = alertText.replaceAll('\r', '').replaceAll('\t', ' ');
  const told = { title: alertTitle, text, seenOn: dayOf(at), chapters: [], countries: [] };
  return [{ bare: { kind: 'alert', ...told }, subject: null }];
}

async function typologyIn(tx: Tx, { typologyMonth: month }: Wish, at: Date): Promise<Offered[]> {
  if (month === '') return [];
  if (month >= dayOf(at).slice(0, 7))
    throw new RefusedError([{ code: 'cooperation.month_open', pointer: 'typologyMonth' }]);
  if (await wasTold(tx, month))
    throw new RefusedError([{ code: 'cooperation.typology_told', pointer: 'typologyMonth' }]);
  const rows = await typologyOf(tx, month);
  if (rows.length === 0) throw new RefusedError([{ code: 'cooperation.typology_few', pointer: 'typologyMonth' }]);
  const contributorsMin = Math.min(...Object.values(DISCLOSURE_RULE.roles).map((role) => role.contributorsMin));
  const rule = { version: DISCLOSURE_RULE.version, contributorsMin };
  return [{ bare: { kind: 'typology', title: `Findings by HS chapter, ${month}`, month, rule, rows }, subject: null }];
}

/** Whether findings of a month were told anybody, or wait to be: those of a package that never left do not count. */
async function wasTold(tx: Tx, month: string): Promise<boolean> {
  // Of two at once, one sees the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cooperation.typology'))`);
  const told = JSON.stringify({ items: [{ kind: 'typology', month }] });
  const found = await tx.$count(
    exchangePackages,
    and(
      eq(exchangePackages.direction, 'sent'),
      sql`${exchangePackages.content} @> ${told}::jsonb`,
      or(notInArray(exchangePackages.state, ['refused', 'withdrawn']), isNotNull(exchangePackages.fetchedAt)),
    ),
  );
  return found > 0;
}
