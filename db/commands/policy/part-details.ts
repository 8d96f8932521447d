import 'server-only';

/** What an audit row says of the parameters of a change: the one, or how many and which. */
export function partDetails(parts: readonly { readonly kind: string; readonly key: string }[]) {
  const [first, ...others] = parts;
  const kinds = new Set(parts.map(({ kind }) => kind));
  return {
    ...(kinds.size === 1 ? { parameterKind: first?.kind ?? '' } : {}),
    parameterKey: parts.map(({ kind, key }) => (kinds.size === 1 ? key : `${kind}/${key}`)).join(', '),
    ...(others.length > 0 ? { parameters: parts.length } : {}),
  };
}
