import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { HitView, MetFact } from '@/db/queries/profile/hits-of';
import clearance from '@/lib/messages/en/clearance.json';
import consignment from '@/lib/messages/en/consignment.json';
import profile from '@/lib/messages/en/profile.json';
import risk from '@/lib/messages/en/risk.json';
import ui from '@/lib/messages/en/ui.json';
import { ProfileHits } from './profile-hits';
import { ProfileReason } from './profile-reason';

const hit = (effect: HitView['effect'], ...met: readonly MetFact[]): HitView => ({
  profileId: 'p',
  number: 3,
  version: 1,
  title: 'Toys of new senders',
  instruction: 'Look for small parts',
  mode: 'active',
  keptBack: null,
  effect,
  met,
});
const POINTS = { kind: 'points', points: 15 } as const;
const text = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ clearance, consignment, profile, risk, ui }}>
      {element}
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ');
const metText = (...met: readonly MetFact[]) =>
  text(<ProfileHits hits={[hit(POINTS, ...met)]} partnerName="Harbour Parcels" hrefOf={null} />);

it('shows what the fields held with currency and unit', () => {
  const shown = metText(
    { field: 'intrinsicValueMinor', actual: { amount: '1234.50', currency: 'EUR' } },
    { field: 'grossMassG', actual: 1250 },
    { field: 'senderKnownDays', actual: 1 },
    { field: 'recipientKnownDays', actual: 12 },
    { field: 'minutesToArrival', actual: -90 },
    { field: 'itemCount', actual: 4 },
  );
  for (const part of ['1,234.50 EUR', '1.25 kg', ': 1 day ·', ': 12 days', ': 1 h 30 min ago', ': 4 '])
    expect(shown).toContain(part);
});

it('shows codes by their names, and what is missing as missing', () => {
  const shown = metText(
    { field: 'channel', actual: 'post' },
    { field: 'partnerId', actual: '9b2c1f64-0000-8000-8000-00000000000a' },
    { field: 'indicatorCodes', actual: ['undervaluation'] },
    { field: 'commodityCodes', actual: ['950300', '8504'] },
    { field: 'addressKnownDays', actual: null },
  );
  for (const part of [': Post', ': Harbour Parcels', ': Undervaluation', ': 950300, 8504', profile.operator.isMissing])
    expect(shown).toContain(part);
});

it('names a profile as a reason with the points it added or the lane it set', () => {
  expect(text(<ProfileReason hit={hit(POINTS)} />)).toMatch(/\+15 .*Toys of new senders.*Added 15 points/s);
  const lane = text(<ProfileReason hit={hit({ kind: 'lane', lane: 'red' })} />);
  expect(lane).toMatch(/Toys of new senders.*Sets the lane Red/s);
});
