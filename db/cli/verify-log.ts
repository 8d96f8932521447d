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
    const sealed = (await client.query<SealRow>('select * from audit.seals order by number')).rows;
    const entries = await verifyEntries(client, sealed, tell);
    verifyChain(sealed, keys, tell);
    verifyHeads(sealed, heads, keys, tell);
    const waiting = await verifyRest(client, tell);
    return {
      seals: sealed.length,
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

/** Goes through all leaves in their order, each beside its entry; gives how many there are. */
async function verifyEntries(client: ClientBase, sealed: readonly SealRow[], tell: Tell): Promise<number> {
  const byNumber = new Map(sealed.map((seal) => [Number(seal.number), seal]));
  await client.query(`declare leaf_walk no scroll cursor for
    select l.audit_id::text, l.seal::text, l.place, l.leaf, ${SEALED_TEXT}
    from audit.leaves l left join audit.log a on a.id = l.audit_id and a.received_on = l.received_on
    order by l.seal, l.place`);
  let [current, digests, count]: [number | null, Digest[], number] = [null, [], 0];
  const close = () => {
    if (current === null) return;
    const seal = byNumber.get(current);
    if (!seal || seal.entries !== digests.length || !rootOf(digests).equals(seal.root)) {
      tell({ kind: 'seal_broken', seal: current });
    }
    byNumber.delete(current);
  };
  for (;;) {
    const { rows } = await client.query<LeafRow>(`fetch ${PAGE} from leaf_walk`);
    if (rows.length === 0) break;
    for (const row of rows) {
      const number = Number(row.seal);
      if (number !== current) {
        close();
        [current, digests] = [number, []];
      }
      // A place that is there twice, or left out, gives another root.
      if (row.place !== digests.length) tell({ kind: 'seal_broken', seal: number });
      digests.push(row.leaf);
      count += 1;
      const where = { seal: number, place: row.place, id: row.audit_id };
      if (!isEntry(row)) tell({ kind: 'entry_gone', ...where });
      else if (!entryLeaf(row).equals(row.leaf)) tell({ kind: 'entry_changed', ...where });
    }
  }
  close();
  await client.query('close leaf_walk');
  // What is left has no leaf at all.
  for (const number of byNumber.keys()) tell({ kind: 'seal_broken', seal: number });
  return count;
}

const isEntry = (row: LeafRow): row is LeafRow & SealedEntry =>
  row.id !== null && ENTRY_COLUMNS.every((name) => name in row);

/** Numbers and times that no sealer writes have no head at all. */
const isSound = ({ number, entries, sealed_at: at }: SealRow) =>
  Number(number) >= 1 && entries >= 1 && at instanceof Date && at.getTime() >= 0;

function verifyChain(sealed: readonly SealRow[], keys: ReadonlyMap<string, KeyObject>, tell: Tell): void {
  let [number, head]: [number, Buffer] = [0, NO_HEAD];
  for (const seal of sealed) {
    number += 1;
    const facts = { number: Number(seal.number), entries: seal.entries, root: seal.root, previous: seal.previous };
    const again = isSound(seal) ? headOf({ ...facts, sealedAt: seal.sealed_at }) : null;
    if (facts.number !== number || !seal.previous.equals(head) || !again?.equals(seal.head)) {
      tell({ kind: 'chain_broken', seal: facts.number });
    }
    const key = keys.get(seal.key_id);
    if (keys.size > 0 && !(key && isSigned(seal.head, seal.signature, key))) {
      tell({ kind: 'signature_wrong', seal: facts.number });
    }
    // One break is told once: the rest is held against what is there.
    number = facts.number;
    head = seal.head;
  }
}

/** A head outside that is not inside: the chain was made anew, or its end was cut off. */
function verifyHeads(
  sealed: readonly SealRow[],
  heads: readonly PublishedHead[],
  keys: ReadonlyMap<string, KeyObject>,
  tell: Tell,
): void {
  const byNumber = new Map(sealed.map((seal) => [Number(seal.number), seal.head.toString('hex')]));
  for (const { number, head, keyId, signature } of heads) {
    const inside = byNumber.get(number);
    if (inside === undefined) tell({ kind: 'head_gone', seal: number });
    else if (inside !== head) tell({ kind: 'head_differs', seal: number });
    const key = keys.get(keyId);
    if (keys.size > 0 && !(key && isSigned(Buffer.from(head, 'hex'), Buffer.from(signature, 'base64'), key))) {
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
