import 'server-only';
import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type Digest, rootOf } from '@/lib/audit/merkle';
import {
  ENTRY_COLUMNS,
  entryLeaf,
  headOf,
  isSigned,
  NO_HEAD,
  type PublishedHead,
  type SealedEntry,
} from '@/lib/audit/seal';
import { SEALED_TEXT } from '../queries/audit/sealed-entry';

/** What is wrong, and where. */
export type LogFault =
  | {
      readonly kind: 'entry_changed' | 'entry_gone';
      readonly seal: number;
      readonly place: number;
      readonly id: string;
    }
  | { readonly kind: 'entry_added'; readonly id: string }
  | { readonly kind: 'seal_broken' | 'chain_broken' | 'signature_wrong'; readonly seal: number }
  | { readonly kind: 'head_differs' | 'head_gone'; readonly seal: number };

export type Verified = {
  readonly seals: number;
  readonly entries: number;
  /** Entries that no seal covers yet. */
  readonly waiting: number;
  readonly heads: number;
  readonly faults: readonly LogFault[];
  /** More faults of a kind than are told. */
  readonly isCut: boolean;
};

const FAULTS_MAX = 1_000;
const PAGE = 5_000;

type SealRow = {
  number: string;
  entries: number;
  root: Buffer;
  previous: Buffer;
  head: Buffer;
  sealed_at: Date;
  key_id: string;
  signature: Buffer;
};
type LeafRow = { [Name in keyof SealedEntry]: SealedEntry[Name] | null } & {
  audit_id: string;
  seal: string;
  place: number;
  leaf: Buffer;
};

/**
 * Checks the whole log from its first entry: each against its leaf, the leaves against the root of their seal, each seal against the one
 * before, and those that left the database against what is in it. Whoever may write in the database can make the first three agree again;
 * the last they cannot. Reads at one moment and writes nothing. Signatures are checked by the keys given.
 */
export async function verifyLog(
  client: ClientBase,
  { heads, keys }: { readonly heads: readonly PublishedHead[]; readonly keys: ReadonlyMap<string, KeyObject> },
): Promise<Verified> {
  const faults: LogFault[] = [];
  const found = new Map<LogFault['kind'], number>();
  // By kind, so that a thousand dull faults hide no other.
  const tell = (fault: LogFault) => {
    const count = (found.get(fault.kind) ?? 0) + 1;
    found.set(fault.kind, count);
    if (count <= FAULTS_MAX) faults.push(fault);
  };
  await client.query('begin isolation level repeatable read, read only');
  try {
    const { seals, entries } = await verifySeals(client, { heads, keys, tell });
    const waiting = await verifyRest(client, tell);
    return {
      seals,
      entries,
      waiting,
      heads: heads.length,
      faults,
      isCut: [...found.values()].some((count) => count > FAULTS_MAX),
    };
  } finally {
    await client.query('rollback');
  }
}

type Tell = (fault: LogFault) => void;

type Trusted = ReadonlyMap<string, KeyObject>;

/**
 * Goes through seals and leaves side by side, in their order, so that a log of any length needs the memory of one seal. A head outside that
 * is not inside: the chain was made anew, or its end was cut off.
 */
async function verifySeals(
  client: ClientBase,
  { heads, keys, tell }: { heads: readonly PublishedHead[]; keys: Trusted; tell: Tell },
): Promise<{ seals: number; entries: number }> {
  const leaves = new LeafWalk(client, tell);
  await leaves.open();
  await client.query('declare seal_walk no scroll cursor for select * from audit.seals order by number');
  const outside = byNumber(heads);
  let seals = 0;
  let before: Before = { number: 0, head: NO_HEAD };
  for (;;) {
    const { rows } = await client.query<SealRow>(`fetch ${PAGE} from seal_walk`);
    if (rows.length === 0) break;
    for (const seal of rows) {
      const number = Number(seal.number);
      await leaves.passUnder(number);
      const digests = await leaves.takeOf(number);
      if (digests.length !== seal.entries || !rootOf(digests).equals(seal.root))
        tell({ kind: 'seal_broken', seal: number });
      before = verifyLink(seal, before, keys, tell);
      for (const { head } of outside.get(number) ?? []) {
        if (head !== seal.head.toString('hex')) tell({ kind: 'head_differs', seal: number });
      }
      outside.delete(number);
      seals += 1;
    }
  }
  await leaves.passUnder(Number.POSITIVE_INFINITY);
  for (const number of outside.keys()) tell({ kind: 'head_gone', seal: number });
  verifySignatures(heads, keys, tell);
  await client.query('close seal_walk');
  await client.query('close leaf_walk');
  return { seals, entries: leaves.count };
}

function byNumber(heads: readonly PublishedHead[]): Map<number, PublishedHead[]> {
  const found = new Map<number, PublishedHead[]>();
  for (const head of heads) found.set(head.number, [...(found.get(head.number) ?? []), head]);
  return found;
}

/** All leaves in the order of their seals and places, each held against its entry as it is passed. */
class LeafWalk {
  count = 0;
  #page: readonly LeafRow[] = [];
  #next = 0;

  constructor(
    private readonly client: ClientBase,
    private readonly tell: Tell,
  ) {}

  async open(): Promise<void> {
    await this.client.query(`declare leaf_walk no scroll cursor for
      select l.audit_id::text, l.seal::text, l.place, l.leaf, ${SEALED_TEXT}
      from audit.leaves l left join audit.log a on a.id = l.audit_id and a.received_on = l.received_on
      order by l.seal, l.place`);
  }

  /** The digests under a seal. A place that is there twice, or left out, gives another root, and is told besides. */
  async takeOf(seal: number): Promise<Digest[]> {
    const digests: Digest[] = [];
    for (let row = await this.#peek(); row && Number(row.seal) === seal; row = await this.#peek()) {
      this.#next += 1;
      if (row.place !== digests.length) this.tell({ kind: 'seal_broken', seal });
      digests.push(row.leaf);
      this.count += 1;
      const where = { seal, place: row.place, id: row.audit_id };
      if (!isEntry(row)) this.tell({ kind: 'entry_gone', ...where });
      else if (!entryLeaf(row).equals(row.leaf)) this.tell({ kind: 'entry_changed', ...where });
    }
    return digests;
  }

  /** Passes leaves of numbers below one that no seal has. */
  async passUnder(number: number): Promise<void> {
    for (let row = await this.#peek(); row && Number(row.seal) < number; row = await this.#peek()) {
      const seal = Number(row.seal);
      await this.takeOf(seal);
      this.tell({ kind: 'seal_broken', seal });
    }
  }

  async #peek(): Promise<LeafRow | undefined> {
    if (this.#next === this.#page.length) {
      this.#page = (await this.client.query<LeafRow>(`fetch ${PAGE} from leaf_walk`)).rows;
      this.#next = 0;
    }
    return this.#page[this.#next];
  }
}

const isEntry = (row: LeafRow): row is LeafRow & SealedEntry =>
  row.id !== null && ENTRY_COLUMNS.every((name) => name in row);

/** Numbers and times that no sealer writes have no head at all. */
const isSound = ({ number, entries, sealed_at: at }: SealRow) =>
  Number(number) >= 1 && entries >= 1 && at instanceof Date && at.getTime() >= 0;

type Before = { readonly number: number; readonly head: Digest };

/** Holds a seal against the one before, and its signature against the keys. One break is told once: the rest is held against what is there. */
function verifyLink(seal: SealRow, before: Before, keys: Trusted, tell: Tell): Before {
  const facts = { number: Number(seal.number), entries: seal.entries, root: seal.root, previous: seal.previous };
  const again = isSound(seal) ? headOf({ ...facts, sealedAt: seal.sealed_at }) : null;
  if (facts.number !== before.number + 1 || !seal.previous.equals(before.head) || !again?.equals(seal.head)) {
    tell({ kind: 'chain_broken', seal: facts.number });
  }
  const key = keys.get(seal.key_id);
  if (keys.size > 0 && !(key && isSigned(seal.head, seal.signature, key))) {
    tell({ kind: 'signature_wrong', seal: facts.number });
  }
  return { number: facts.number, head: seal.head };
}

function verifySignatures(heads: readonly PublishedHead[], keys: Trusted, tell: Tell): void {
  if (keys.size === 0) return;
  for (const { number, head, keyId, signature } of heads) {
    const key = keys.get(keyId);
    if (!(key && isSigned(Buffer.from(head, 'hex'), Buffer.from(signature, 'base64'), key))) {
      tell({ kind: 'signature_wrong', seal: number });
    }
  }
}

/** Entries that neither a seal covers nor wait for one, and those that wait and are gone; gives how many wait. */
async function verifyRest(client: ClientBase, tell: Tell): Promise<number> {
  const added = await client.query<{ id: string }>(`
    select a.id::text from audit.log a
    where not exists (select 1 from audit.leaves l where l.audit_id = a.id and l.received_on = a.received_on)
      and not exists (select 1 from audit.unsealed u where u.audit_id = a.id and u.received_on = a.received_on)
    limit ${FAULTS_MAX + 1}`);
  for (const { id } of added.rows) tell({ kind: 'entry_added', id });
  const gone = await client.query<{ id: string }>(`
    select u.audit_id::text as id from audit.unsealed u
    where not exists (select 1 from audit.log a where a.id = u.audit_id and a.received_on = u.received_on) limit ${FAULTS_MAX + 1}`);
  for (const { id } of gone.rows) tell({ kind: 'entry_gone', seal: 0, place: 0, id });
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from audit.unsealed');
  return rows[0]?.count ?? 0;
}
