/** The product's mark: a pylon gate with the sun disc in its opening. Takes the colour of the text around it. */
export function GateMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="shrink-0" fill="currentColor">
      <path d="M1.5 21.5 4 5.5h5.2l.9 16zM22.500 21.500 20 5.500h-5.200l-.9 16z" />
      <path d="M3.300 2.500h6.400v1.600H3.300zM14.300 2.500h6.400v1.600h-6.400z" />
      <circle cx="12" cy="10.500" r="1.900" className="text-accent" fill="var(--color-accent)" />
    </svg>
  );
}

/** Mark and name. The name is not translated. */
export function WordMark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-ink text-lg tracking-tight" translate="no">
      <GateMark size={22} />
      Luxor
    </span>
  );
}
