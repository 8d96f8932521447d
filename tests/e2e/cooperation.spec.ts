import { randomUUID } from 'node:crypto';
import { newKeyPair, signedPackage } from '@/lib/cooperation/sign';
import type { PackageContent } from '@/lib/cooperation/package';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { expectNoFaults } from './axe';
import { expect as atOnce, test } from './test';
import { visit } from './visit';

// How long a page takes is not what is asked here: on a machine that has much else to do it may take its time.
test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 30_000, navigationTimeout: 60_000 });
// Files that are refused on purpose are answered 422, which the browser tells as an error.
test.use({ allowedErrors: { patterns: [/422/] } });
const expect = atOnce.configure({ timeout: 30_000 });

const TODAY = dayOf(new Date());
const title = `Toys with button cells ${randomUUID().slice(0, 8)}`;

/** What another administration sends: a profile under TLP:AMBER, signed with a key of its own. */
function packageFor(ownCode: string, code: string, name: string, privatePem: string): Buffer {
  const origin = [{ administration: code, act: 'originated', on: TODAY }];
  const content = {
    kind: 'intelligence',
    packageId: randomUUID(),
    from: { code, name },
    to: { code: ownCode },
    issuedAt: new Date().toISOString(),
    expiresOn: addDays(TODAY, 60),
    handling: 'amber',
    caveats: ['customs_only'],
    purpose: title,
    legalBasis: 'Agreement on mutual assistance, article 4',
    items: [
      {
        ...{ kind: 'profile', number: 1, title, handling: 'amber', caveats: [], expiresOn: addDays(TODAY, 30) },
        provenance: origin,
        content: {
          ...{ title, harm: 'Swallowed button cells', ground: 'Agreement, article 4', instruction: 'Open the toy' },
          tree: { combinator: 'and', rules: [{ field: 'commodityCodes', operator: 'beginsWith', value: '9503' }] },
          ...{ effect: { kind: 'lane', lane: 'red' }, expectedHitPercent: 20, dailySlots: 5 },
        },
      },
      {
        ...{ kind: 'alert', number: 2, title: 'Where they came from', handling: 'green', caveats: [] },
        ...{ expiresOn: addDays(TODAY, 30), provenance: origin, seenOn: TODAY, chapters: ['95'], countries: ['CN'] },
        text: 'Three platforms, one address.',
      },
    ],
  };
  return signedPackage(content as unknown as PackageContent, privatePem);
}

test('an officer takes over what another administration sends: its key is entered by one and approved by another, its package checked, looked at, and let into shadow', async ({
  open,
}) => {
  const pair = newKeyPair();
  // One of the codes that ISO 3166 leaves to users, and no two runs the same.
  const code = `XQ-${randomUUID().slice(0, 8).toUpperCase()}`;
  const name = `Customs of ${code}`;
  const manager = await open('risk');
  await visit(manager, '/cooperation');
  const own = manager.getByRole('region', { name: 'This administration' });
  const ownCode = (await own.locator('dd').first().textContent()) ?? '';

  await manager.getByRole('button', { name: 'Enter an administration' }).press('Enter');
  const form = manager.getByRole('dialog');
  await form.getByLabel('Code').fill(code);
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Its public key').fill(pair.publicPem);
  await form.getByLabel('Agreement it rests on').fill('Agreement on mutual assistance, article 4');
  await form.getByLabel('From', { exact: true }).fill(TODAY);
  await form.getByLabel('Until', { exact: true }).fill(addDays(TODAY, 365));
  await form.getByRole('button', { name: 'Lay before a second person' }).press('Enter');
  await expect(manager.getByText('You entered it: another person decides.')).toBeVisible();
  const address = new URL(manager.url()).pathname;

  // Before it is approved, its key is nobody's.
  const send = async (file: Buffer) => {
    await visit(manager, '/cooperation');
    await manager
      .getByLabel('File of a package')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: file });
    await manager.getByRole('button', { name: 'Check the file' }).press('Enter');
  };
  const file = packageFor(ownCode, code, name, pair.privatePem);
  const refused = manager.waitForResponse((response) => response.status() === 422);
  await send(file);
  await refused;
  await expect(manager.getByText('No administration that was approved signs with this key.').first()).toBeVisible();

  const supervisor = await open('supervisor');
  await visit(supervisor, address);
  await supervisor.getByRole('button', { name: 'Approve', exact: true }).press('Enter');
  const approval = supervisor.getByRole('dialog');
  await approval.getByLabel('Reason').fill('The fingerprint was read out on the telephone.');
  await approval.getByRole('button', { name: 'Approve', exact: true }).press('Enter');
  await expect(supervisor.getByText('Approved', { exact: true })).toBeVisible();

  const other = Buffer.from(file.toString().replace('Three platforms', 'Four platforms'));
  await send(other);
  await expect(manager.getByText(/The signature does not fit/).first()).toBeVisible();
  await send(file);
  await expect(manager).toHaveURL(/\/cooperation\/packages\/[0-9a-f-]{36}$/);
  await expect(manager.getByText('TLP:AMBER').first()).toBeVisible();
  await expect(manager.getByText('a proposed profile')).toBeVisible();
  await expectNoFaults(manager, 'a package that came');

  await manager.getByLabel('Reason').fill('Useful at our ports too.');
  await manager.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(manager.getByText('Taken over').first()).toBeVisible();
  await manager.getByRole('link', { name: 'Open', exact: true }).press('Enter');
  await expect(manager).toHaveURL(/\/profiles\/[0-9a-f-]{36}$/);

  // Who took it over is its author here; another lets it watch.
  await visit(supervisor, new URL(manager.url()).pathname);
  await supervisor.getByRole('button', { name: 'Approve for shadow' }).press('Enter');
  const shadow = supervisor.getByRole('dialog');
  await shadow.getByLabel('Reason').fill('Let it watch first.');
  await shadow.getByRole('button', { name: 'Approve for shadow' }).press('Enter');
  await expect(supervisor.getByText('The profile is in shadow.')).toBeVisible();
  await expect(supervisor.getByRole('heading', { name: 'Version 1 Shadow' })).toBeVisible();
});
