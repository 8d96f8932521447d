import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { Party } from '@/lib/consignment/record';

const FIELDS = ['name', 'address', 'postcode', 'city', 'country', 'id', 'phone', 'email'] as const;

/** A party in the clear: only inside the dialog in which it was revealed. */
export function PartyText({ party, title }: { party: Party; title: string }) {
  const t = useTranslations('consignment.party');
  return (
    <section className="min-w-0">
      <h3 className="mb-1">{title}</h3>
      <DescriptionList items={FIELDS.map((field) => ({ term: t(field), value: party[field], data: true }))} />
    </section>
  );
}
