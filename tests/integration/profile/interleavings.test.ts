import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { approveProfile, refuseProfile, retireProfile } from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { auditLog, profileStandings, profiles } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { author, draft, proposed, second, seen } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { hadBothLooked, inOrder, ORDERS, type Who } from '../../support/two-at-once';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const other = someone('risk_manager', 'NLRTM');
const third = someone('supervisor', 'NLRTM');

/** A profile as somebody sees it: the draft, and the version that was proposed last. */
type Seen = {
  readonly profileId: string;
  readonly rowVersion: number;
  readonly version: number;
  readonly standing: number;
};
type Act = (by: Actor, seen: Seen) => Promise<unknown>;

const edit: Act = (by, { profileId, rowVersion }) =>
  saveDraft(by, { profileId, rowVersion, draft: { ...draft, title: `Toys as ${by.id.slice(0, 8)} sees them` } });
const propose: Act = (by, { profileId, rowVersion }) => proposeProfile(by, { profileId, rowVersion });
const decided = ({ profileId, version, standing }: Seen) => seen({ profileId, version }, standing);
const approve: Act = (by, row) => approveProfile(by, { ...decided(row), shadowDays: 7 });
const refuse: Act = (by, row) => refuseProfile(by, decided(row));
const retire: Act = (by, row) => retireProfile(by, decided(row));

const written = async () => ({ ...(await saveDraft(author, { draft })), version: 0 });

type Script = {
  readonly name: string;
  readonly acts: readonly [Act, Act];
  readonly by: readonly [Actor, Actor];
  readonly before: () => Promise<{ readonly profileId: string }>;
  /** States of all its versions, whoever was first. */
  readonly ends: readonly string[];
  /** Both may succeed: they touch different things of the profile. */
  readonly both?: true;
};

const SCRIPTS: readonly Script[] = [
  { name: 'edit / edit', acts: [edit, edit], by: [author, other], before: written, ends: [''] },
  { name: 'edit / propose', acts: [edit, propose], by: [other, author], before: written, ends: ['', 'proposed'] },
  { name: 'propose / propose', acts: [propose, propose], by: [author, other], before: written, ends: ['proposed'] },
  { name: 'approve / approve', acts: [approve, approve], by: [second, third], before: proposed, ends: ['shadow'] },
  {
    name: 'approve / refuse',
    acts: [approve, refuse],
    by: [second, third],
    before: proposed,
    ends: ['shadow', 'refused'],
  },
  // The author revokes what was proposed; what was approved is ended too by who sees it so.
  {
    name: 'approve / revoke',
    acts: [approve, retire],
    by: [second, author],
    before: proposed,
    ends: ['shadow', 'retired'],
  },
  {
    name: 'edit / approve',
    acts: [edit, approve],
    by: [author, second],
    before: proposed,
    ends: ['shadow'],
    both: true,
  },
];

async function look(profileId: string): Promise<Seen> {
  const [row] = await db().select().from(profiles).where(eq(profiles.id, profileId));
  const versions = await db().select().from(profileStandings).where(eq(profileStandings.profileId, profileId));
  const last = versions.sort((a, b) => b.version - a.version)[0];
  if (!row) throw new Error('no such profile');
  return { profileId, rowVersion: row.rowVersion, version: last?.version ?? 1, standing: last?.rowVersion ?? 1 };
}

describe('Two at one profile', () => {
  it.each(SCRIPTS)('$name: in every order one end, nothing overwritten unseen', async (script) => {
    for (const order of ORDERS) {
      const { profileId } = await script.before();
      const audited = await db().$count(auditLog, eq(auditLog.subjectId, profileId));
      const looks = new Map<Who, Seen>();
      const won = await inOrder(order, {
        look: async (who) => void looks.set(who, await look(profileId)),
        act: async (who) => {
          const [by, act] = who === 'a' ? [script.by[0], script.acts[0]] : [script.by[1], script.acts[1]];
          return act(by, looks.get(who) ?? (await look(profileId))).then(
            () => true,
            (error: unknown) => {
              if (!(error instanceof RefusedError)) throw error;
              return false;
            },
          );
        },
      });
      const place = `${script.name} ${order}, won by ${won.join('')}`;
      expect(won.length, place).toBeGreaterThan(0);
      if (hadBothLooked(order) && !script.both) expect(won, place).toHaveLength(1);
      const versions = await db().select().from(profileStandings).where(eq(profileStandings.profileId, profileId));
      expect(script.ends, place).toContain(versions.map(({ state }) => state).join(' '));
      // Each act that was taken is told once, and the draft is that of who saved last.
      expect(await db().$count(auditLog, eq(auditLog.subjectId, profileId)), place).toBe(audited + won.length);
      const lastEdit = won.findLast((who) => script.acts[who === 'a' ? 0 : 1] === edit);
      const [row] = await db().select().from(profiles).where(eq(profiles.id, profileId));
      if (lastEdit && row?.draft) {
        const by = script.by[lastEdit === 'a' ? 0 : 1];
        expect(row.draft, place).toMatchObject({ title: `Toys as ${by.id.slice(0, 8)} sees them` });
        expect(row.draftAuthors, place).toContain(by.id);
      }
    }
  });
});
