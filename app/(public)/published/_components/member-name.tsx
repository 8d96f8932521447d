import type { MemberWords } from '@/lib/publication/published';

type MemberNameProps = { words: MemberWords; dimension: Parameters<MemberWords>[0]; member: string };

/** The name of a member; countries and chapters are names of the world, not words of the product. */
export function MemberName({ words, dimension, member }: MemberNameProps) {
  const name = words(dimension, member);
  const isData = /^[A-Z0-9]{2}$/.test(member);
  return isData ? <bdi translate="no">{name}</bdi> : <span>{name}</span>;
}

/** A month by its name, as `September 2026`. */
export function MonthName({ month, name }: { month: string; name: string }) {
  return (
    <time dateTime={month} translate="no">
      {name}
    </time>
  );
}
