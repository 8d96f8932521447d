import { closeConnections } from '@/db/connection';
import { decideCounterpart } from '@/db/commands/cooperation/decide-counterpart';
import { decidePackage } from '@/db/commands/cooperation/decide-package';
import { enterIdentity } from '@/db/commands/cooperation/enter-identity';
import { proposeCounterpart } from '@/db/commands/cooperation/propose-counterpart';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { newKeyPair, signedPackage } from '@/lib/cooperation/sign';
import type { PackageContent } from '@/lib/cooperation/package';
import { NOW, someone } from './a-desk';

export const manager = someone('risk_manager', 'NLRTM', 'E. Risk');
export const approver = someone('supervisor', 'NLRTM', 'F. Super');

/** A neighbour that is no instance of ours: a key that signs whatever it is told to. */
export const neighbour = newKeyPair();

export const terms = {
  legalBasis: 'Agreement on mutual assistance, article 4',
  validFrom: '2026-10-01',
  validTo: '2027-10-01',
};

/** Goes on in another database, as another administration. */
export async function standAt(url: string): Promise<void> {
  await closeConnections();
  setDatabaseUrl(url);
  forgetWhatIsInForce();
}

/** Enters an administration and approves it by another; gives its id. */
export async function agreedWith(code: string, publicKey: string, at = NOW): Promise<string> {
  const wish = { code, name: `Customs of ${code}`, publicKey, ...terms };
  const { counterpartId } = await proposeCounterpart(manager, wish, at);
  const decision = { counterpartId, rowVersion: 1, verdict: 'approve' as const, reason: 'Fingerprint read out.' };
  await decideCounterpart(approver, decision, at);
  return counterpartId;
}

/** Who we are here, in an exchange. */
export async function identified(code: string, name: string): Promise<string> {
  await enterIdentity(approver, { code, name }, NOW);
  return (await ownIdentity(db()))?.publicPem ?? '';
}

/** Approves a prepared package as it is shown. */
export async function approved(exchangeId: string, by = approver, at = NOW): Promise<void> {
  const { exchange } = await getExchange(by, exchangeId, at);
  const { contentSha256 } = exchange;
  await decidePackage(by, { exchangeId, contentSha256, verdict: 'approve', reason: 'Agreed with legal.' }, at);
}

const alert = {
  kind: 'alert',
  number: 1,
  title: 'Button cells in toys',
  handling: 'amber',
  caveats: [],
  expiresOn: '2026-12-31',
  provenance: [{ administration: 'XA', act: 'originated', on: '2026-11-01' }],
  text: 'Loose button cells were found in plush toys.',
  seenOn: '2026-10-20',
  chapters: ['95'],
  countries: ['CN'],
};

/** The file of a package of the neighbour, with what is changed in it. */
export function neighbourPackage(changes: object = {}, key = neighbour): Buffer {
  const content = {
    kind: 'intelligence',
    packageId: '4d8f5c0a-41f3-4d3c-9a34-0d1b8f3a1c11',
    from: { code: 'XA', name: 'Customs of the North' },
    to: { code: 'XB' },
    issuedAt: '2026-11-02T09:30:00Z',
    expiresOn: '2026-12-31',
    handling: 'amber',
    caveats: [],
    purpose: 'Product safety',
    legalBasis: terms.legalBasis,
    items: [alert],
    ...changes,
  };
  return signedPackage(content as unknown as PackageContent, key.privatePem);
}
