import { randomUUID } from 'node:crypto';
import { decideCounterpart } from '@/db/commands/cooperation/decide-counterpart';
import { enterIdentity } from '@/db/commands/cooperation/enter-identity';
import { preparePackage } from '@/db/commands/cooperation/prepare-package';
import { proposeCounterpart } from '@/db/commands/cooperation/propose-counterpart';
import { receivePackage } from '@/db/commands/cooperation/receive-package';
import { db } from '@/db/connection';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { listShareable } from '@/db/queries/cooperation/shareable';
import type { ExampleId } from '@/lib/codes/example-ids';
import type { PackageContent } from '@/lib/cooperation/package';
import { newKeyPair, signedPackage } from '@/lib/cooperation/sign';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { demoAuthor, demoSecond } from './demo-profiles';

/** Codes that ISO 3166 leaves to users: no administration bears them. */
const OWN = { code: 'XD-DEMO', name: 'Customs of the demo' };
const NEIGHBOUR = { code: 'XN', name: 'Customs of Nordhaven (invented)' };
/** Illustrative, as all law of the demo. */
const LEGAL_BASIS = 'Illustrative agreement on mutual assistance, article 4';

/** An invented neighbour to exchange with, one package that came from it and waits, and one of ours that waits for a second person. Once. */
export async function leaveExchanges(endAt: Date, example: ExampleId): Promise<void> {
  if (await ownIdentity(db())) return;
  const [author, second] = [demoAuthor(example), demoSecond(example)];
  const today = dayOf(endAt);
  await enterIdentity(second, OWN, endAt);
  // Its private half is forgotten with the demo: nobody can sign for the neighbour later.
  const key = newKeyPair();
  const terms = { legalBasis: LEGAL_BASIS, validFrom: addDays(today, -30), validTo: addDays(today, 365) };
  const { counterpartId } = await proposeCounterpart(
    author,
    { ...NEIGHBOUR, publicKey: key.publicPem, ...terms },
    endAt,
  );
  const decision = { counterpartId, rowVersion: 1, verdict: 'approve' as const };
  await decideCounterpart(second, { ...decision, reason: 'The fingerprint was compared on the telephone.' }, endAt);
  await receivePackage(author, signedPackage(neighbourContent(endAt), key.privatePem), endAt);
  const { profiles } = await listShareable(author, endAt);
  await preparePackage(
    author,
    {
      ...{
        counterpartId,
        purpose: 'What we see of shared scheme numbers',
        handling: 'amber',
        caveats: ['customs_only'],
      },
      ...{ expiresOn: addDays(today, 120), profiles: profiles.slice(0, 1).map(({ value }) => value) },
      alertTitle: 'One number, many sellers',
      alertText:
        'Sellers that never met declare under one scheme number. The platform was asked and is looking into it.',
    },
    endAt,
  );
}

function neighbourContent(at: Date): PackageContent {
  const today = dayOf(at);
  const terms = (number: number, handling: 'amber' | 'green') => ({
    ...{ number, handling, caveats: [], expiresOn: addDays(today, 90) },
    provenance: [{ administration: NEIGHBOUR.code, act: 'originated' as const, on: addDays(today, -3) }],
  });
  return {
    ...{ kind: 'intelligence', packageId: randomUUID(), from: NEIGHBOUR, to: { code: OWN.code } },
    ...{ issuedAt: at.toISOString(), expiresOn: addDays(today, 90), handling: 'amber', caveats: ['customs_only'] },
    ...{ purpose: 'Toys with loose button cells', legalBasis: LEGAL_BASIS },
    items: [
      {
        ...{ kind: 'profile', title: 'Toys of senders never seen before', ...terms(1, 'amber') },
        content: {
          ...{ title: 'Toys of senders never seen before', harm: 'Button cells that children swallow' },
          ...{
            ground: 'Illustrative act on product safety',
            instruction: 'Open the battery compartment without a tool',
          },
          tree: {
            combinator: 'and',
            not: false,
            rules: [
              { field: 'commodityCodes', operator: 'beginsWith', value: '9503' },
              { field: 'senderKnownDays', operator: 'atMost', value: 7 },
            ],
          },
          ...{ effect: { kind: 'lane', lane: 'red' }, expectedHitPercent: 20, dailySlots: 3 },
        },
      },
      {
        ...{ kind: 'list', title: 'Sellers of unsafe toys', ...terms(2, 'amber'), listed: 'text' },
        entries: ['Bright Bears Trading (invented)', 'Small Parts Direct (invented)'],
      },
      {
        ...{ kind: 'alert', title: 'Plush toys with button cells', ...terms(3, 'green') },
        text: 'Loose button cells were found in plush toys sold as gifts. The packaging shows a mark of conformity it has no right to.',
        ...{ seenOn: addDays(today, -10), chapters: ['95'], countries: ['CN'] },
      },
    ],
  };
}
