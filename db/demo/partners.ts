import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { demoExample } from '@/db/queries/policy/installed-example';
import { partners } from '@/db/schema';
import { officeAt } from '@/lib/demo/at-home';
import { DEMO_PARTNERS, type DemoPartnerKey } from '@/lib/demo/partners';
import type { Actor } from '@/lib/identity/actor';
import { derivedId } from '@/lib/kernel/ids';

export const demoPartnerId = (key: DemoPartnerKey): string => derivedId('partner', key);

/** Days from posting to arrival agreed with each kind of partner, for messages that name no arrival. */
const TRANSIT_DAYS = { platform: 8, carrier: 3, post: 6, broker: 5 } as const;

/** Channel of declarations that do not tell theirs. */
const DEFAULT_CHANNELS = { platform: 'express', carrier: 'express', post: 'post', broker: 'cargo' } as const;

/** Enters the invented partners that send the demo's stream. */
export async function seedDemoPartners(tx: Tx, at: Date): Promise<void> {
  const example = await demoExample(tx);
  await insertSet(
    tx,
    partners,
    DEMO_PARTNERS.map((partner) => ({
      id: demoPartnerId(partner.key),
      key: partner.key,
      name: partner.name,
      kind: partner.kind,
      defaultOfficeId: officeAt(example, partner.office),
      transitDays: TRANSIT_DAYS[partner.kind],
      defaultChannel: DEFAULT_CHANNELS[partner.kind],
      createdAt: at,
    })),
    sql`on conflict (id) do nothing`,
  );
}

/** The actor a partner's system sends as. */
export function demoPartnerActor(key: DemoPartnerKey): Actor {
  const id = demoPartnerId(key);
  const name = DEMO_PARTNERS.find((partner) => partner.key === key)?.name ?? key;
  return {
    kind: 'api_key',
    id,
    name,
    role: 'partner',
    officeId: null,
    officeIds: [],
    partnerId: id,
    agencyId: null,
    sessionId: null,
  };
}
