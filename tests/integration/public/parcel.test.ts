import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { askParcel } from '@/db/commands/public/ask-parcel';
import { db } from '@/db/connection';
import { parcelQuestions } from '@/db/schema';
import { PARCEL_LIMIT, parcelKeyOf } from '@/lib/identity/parcel-limit';
import { addressKeyOf, UNKNOWN_ADDRESS } from '@/lib/identity/throttle';
import { aConsignment, arrivingAt, inLane, withRecipient, withReference, withS10 } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const DUE = arrivingAt(minutesLater(-60));
const POSTCODE = '3511 aa';
let asker = 0;
/** Each question from an address of its own, unless one is named. */
const ask = (reference: string, postcode = POSTCODE, from?: string, at = NOW) => {
  asker += 1;
  return askParcel({ reference, postcode }, addressKeyOf(from ?? `198.51.100.${asker}`), at);
};

/** The statements of one question, without their values. */
async function statementsOf(question: () => Promise<unknown>): Promise<readonly string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  await question();
  const texts = spy.mock.calls.map(([first]) =>
    typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''),
  );
  spy.mockRestore();
  return texts.map((text) => text.replace(/\$\d+/g, '?'));
}

describe('A recipient asks where a parcel is', () => {
  it('by any reference it goes by and the postcode, and leaves no trace at the parcel', async () => {
    const { consignmentId } = await aConsignment(desk, DUE, withReference('SHOP-77'), withS10('RR123456785NL'));
    for (const reference of ['SHOP-77', 'shop-77', 'RR 123456785 NL', 'HL0001'])
      expect(await ask(reference), reference).toMatchObject({ kind: 'told', parcel: { status: 'under_control' } });
    expect((await standing(consignmentId)).transmittedAt).toBeNull();
    expect(await auditOf(consignmentId)).toEqual([]);
    expect(await timelineOf(consignmentId)).toEqual([]);
  });

  it('is told of every parcel alike that it is announced, until it is due', async () => {
    const early = arrivingAt(minutesLater(60));
    await aConsignment(desk, early, withReference('EARLY-RED'), inLane('red'));
    const released = await aConsignment(desk, early, withReference('EARLY-FREE'));
    const wish = { ...released, ground: 'documents_in_order' } as const;
    await releaseConsignment(
      desk.officer,
      { consignmentId: wish.consignmentId, rowVersion: 1, ground: wish.ground },
      NOW,
    );
    const late = minutesLater(59);
    expect(await ask('EARLY-RED', POSTCODE, undefined, late)).toEqual(
      await ask('EARLY-FREE', POSTCODE, undefined, late),
    );
    expect(await ask('EARLY-FREE', POSTCODE, undefined, minutesLater(61))).toMatchObject({
      parcel: { status: 'released' },
    });
  });

  it('learns that papers were asked of the carrier, and never of a screening', async () => {
    for (const [type, isAsked] of [
      ['documents', true],
      ['rfs', false],
    ] as const) {
      const { consignmentId, rowVersion } = await aConsignment(desk, DUE, withReference(`ASKED-${type}`));
      const wish = { consignmentId, rowVersion, type, question: 'What is it?', dueAt: minutesLater(60) };
      await referConsignment(desk.officer, wish, NOW);
      expect(await ask(`ASKED-${type}`)).toMatchObject({ parcel: { isAsked } });
    }
  });

  it('never reads a score, a lane, a reason of selection, a name or what is in it', async () => {
    await aConsignment(desk, DUE, withReference('PLAIN-1'), inLane('red'));
    const told = await ask('PLAIN-1');
    expect(Object.keys(told).sort()).toEqual(['kind', 'parcel']);
    expect(told.kind === 'told' && Object.keys(told.parcel).sort()).toEqual(['appeal', 'isAsked', 'office', 'status']);
    expect(JSON.stringify(told)).not.toMatch(/score|lane|select|Veldkamp|shirt/i);
  });
});

describe('Whoever does not know both', () => {
  it('gets one answer, by the same statements, for a foreign, an invented and an unprovable reference', async () => {
    const other = await aDesk('DEFRA');
    await aConsignment(other, DUE, withReference('FOREIGN-1'), withRecipient({ postcode: '10115' }));
    await aConsignment(other, DUE, withReference('NO-CODE-1'), withRecipient({ postcode: null }));
    await aConsignment(desk, DUE, withReference('OWN-1'));
    await ask('OWN-1');
    const questions = ['FOREIGN-1', 'INVENTED-1', 'NO-CODE-1'] as const;
    const answers = await Promise.all(questions.map((reference) => ask(reference)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"nothing"}']));
    const [own, ...others] = [
      await statementsOf(() => ask('OWN-1')),
      await statementsOf(() => ask('FOREIGN-1')),
      await statementsOf(() => ask('INVENTED-1')),
      await statementsOf(() => ask('NO-CODE-1')),
    ];
    expect(own?.length).toBeGreaterThan(5);
    for (const one of others) expect(one).toEqual(own);
  });

  it('does not reach a parcel by a pattern in the place of a reference', async () => {
    for (const reference of ['%', '_', 'OWN-%', "' or true --"])
      expect(await ask(reference)).toEqual({ kind: 'nothing' });
  });

  it('of two partners with one reference reads the one of the own postcode only', async () => {
    const other = await aDesk('BELGG');
    const sent = arrivingAt(minutesLater(-30));
    await aConsignment(desk, sent, withReference('TWIN-1'));
    await aConsignment(
      other,
      arrivingAt(minutesLater(600)),
      withReference('TWIN-1'),
      withRecipient({ postcode: '4000' }),
    );
    expect(await ask('TWIN-1')).toMatchObject({ parcel: { status: 'under_control' } });
    expect(await ask('TWIN-1', '4000')).toMatchObject({ parcel: { status: 'announced' } });
    expect(await ask('TWIN-1', '9999')).toEqual({ kind: 'nothing' });
  });
});

describe('The limit of questions', () => {
  const { address, reference } = PARCEL_LIMIT;

  it('holds for an address whatever it asks for and however many at once, and is over after its time', async () => {
    const from = '203.0.113.77';
    const many = Array.from({ length: address.questions + 5 }, (_, index) => ask(`GUESS-${index}`, POSTCODE, from));
    const kinds = (await Promise.all(many)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'nothing')).toHaveLength(address.questions);
    expect(await ask('OWN-1', POSTCODE, from)).toEqual({ kind: 'too_often' });
    expect(await ask('OWN-1', POSTCODE, from, new Date(NOW.getTime() + address.windowMs))).toMatchObject({
      kind: 'told',
    });
  });

  it('holds for one reference from all addresses, there is such a parcel or not', async () => {
    await aConsignment(desk, DUE, withReference('SOUGHT-1'));
    for (const sought of ['SOUGHT-1', 'UNREAL-1']) {
      const asked = { referenceKey: parcelKeyOf(sought), addressKey: UNKNOWN_ADDRESS, askedAt: NOW };
      const rows = Array.from({ length: reference.questions }, () => ({ id: randomUUID(), ...asked }));
      await db().insert(parcelQuestions).values(rows);
      // However it is spelt: each spelling that finds it would be another hundred tries.
      for (const spelling of [sought, ` ${sought.toLowerCase()}`, sought.split('').join(' ')]) {
        expect(await ask(spelling), spelling).toEqual({ kind: 'too_often' });
      }
    }
  });

  it('keeps no question longer than it counts', async () => {
    await ask('ANY-1', POSTCODE, undefined, new Date(NOW.getTime() + 3 * reference.windowMs));
    expect(await db().$count(parcelQuestions)).toBe(1);
  });
});
