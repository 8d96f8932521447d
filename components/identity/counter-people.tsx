'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export type CounterPersonShown = { name: string; email: string };

type CounterPeopleProps = { people: readonly CounterPersonShown[]; onChoose: (person: CounterPersonShown) => void };

/** Who works at this counter today: one press fills in whose password comes next. */
export function CounterPeople({ people, onChoose }: CounterPeopleProps) {
  const t = useTranslations('identity.signIn');
  return (
    <section aria-labelledby="counter-people" className="flex flex-col gap-2">
      <h2 id="counter-people" className="font-semibold text-sm">
        {t('counterTitle')}
      </h2>
      <ul className="flex flex-wrap gap-1.5">
        {people.map((person) => (
          <li key={person.email}>
            <Button size="sm" onClick={() => onChoose(person)}>
              <bdi translate="no">{person.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
