/**
 * An id cut to its first figures. The whole of it is in the page: one click selects it to be copied, the pointer shows it, and
 * on paper and to a screen reader it is complete.
 */
export function ShortId({ id }: { id: string }) {
  return (
    <code
      title={id}
      translate="no"
      className="inline-block max-w-[9ch] select-all truncate align-bottom font-mono text-muted text-xs print:max-w-none"
    >
      {id}
    </code>
  );
}

/** What an id stands for, where the reader may know it, with the id short beside it. */
export function NamedId({ id, name }: { id: string; name: string | undefined }) {
  if (name === undefined) return <ShortId id={id} />;
  return (
    <>
      <bdi translate="no">{name}</bdi> <ShortId id={id} />
    </>
  );
}
