import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import type { Party } from '@/lib/consignment/record';
import { PartyText } from './party-text';

/** Personal data that somebody asked to see with a reason. */
export type Revealed = { readonly sender: Party; readonly recipient: Party; readonly sellerName: string | null };

/** Sender, recipient and seller in full, and that the look is on record. */
export function RevealedParties({ revealed, logged }: { revealed: Revealed; logged: string }) {
  const tParty = useTranslations('consignment.party');
  const tField = useTranslations('consignment.field');
  const { sender, recipient, sellerName } = revealed;
  return (
    <>
      <Callout tone="info" live>
        {logged}
      </Callout>
      <div className="grid gap-6 sm:grid-cols-2">
        <PartyText party={sender} title={tParty('sender')} />
        <PartyText party={recipient} title={tParty('recipient')} />
      </div>
      {sellerName ? <DescriptionList items={[{ term: tField('seller_name'), value: sellerName, data: true }]} /> : null}
    </>
  );
}
