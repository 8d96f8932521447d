/** What a span may tell besides its name and times: how it was asked for and how it ended, never an address with its query or the text of an error. */
const TOLD = new Set([
  'http.method',
  'http.request.method',
  'http.status_code',
  'http.response.status_code',
  'http.route',
  'next.route',
  'next.span_type',
  'error.type',
]);

type Attributes = Readonly<Record<string, unknown>>;

/** The attributes of a span that may leave the house. */
export function toldAttributes<Value>(attributes: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => TOLD.has(name)));
}

const OWN_NAME = /^(?:action|route|job) [a-z_.-]+$|^transaction$/;

/**
 * The name a span is told under: our own, which is a permission or a job, or for the server's the kind of work with the pattern of
 * the route, as `render /consignments/[id]`. An address as it was asked for may hold a reference or a name, and is not told.
 */
export function toldName(name: string, attributes: Attributes): string {
  if (OWN_NAME.test(name)) return name;
  const [method, route, type] = ['http.method', 'next.route', 'next.span_type'].map((key) => {
    const value = attributes[key];
    return typeof value === 'string' ? value : undefined;
  });
  return [method ?? type ?? 'work', route].filter((part) => part !== undefined).join(' ');
}
