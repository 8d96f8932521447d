/** The fingerprint of a key, in groups as it is read out. */
export function Fingerprint({ of }: { of: string }) {
  return (
    <code translate="no" className="break-words font-mono text-xs">
      {(of.match(/.{1,4}/g) ?? []).join(' ')}
    </code>
  );
}
