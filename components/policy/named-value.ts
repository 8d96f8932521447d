export type PartValue = Readonly<Record<string, unknown>>;

/** A parameter by its kind and key, with a value. */
export type NamedValue = { readonly kind: string; readonly key: string; readonly value: PartValue };
