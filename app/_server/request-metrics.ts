import 'server-only';
import { Durations, type Metric } from '@/lib/operation/exposition';

type Outcome = 'ok' | 'refused' | 'failed';
type Kept = { readonly durations: Map<string, Durations>; readonly outcomes: Map<string, Counted> };
type Counted = { readonly kind: string; readonly permission: string; readonly outcome: Outcome; count: number };

// On globalThis: every bundle of the server has its own copy of this module, and there is one set of figures a process.
const holder = globalThis as { luxorRequests?: Kept };
const kept = (): Kept => {
  holder.luxorRequests ??= { durations: new Map(), outcomes: new Map() };
  return holder.luxorRequests;
};

/** Counts an answer of this process under the permission it asks for: neither address nor person, which would name what was looked at. */
export function countRequest(kind: 'action' | 'route', permission: string, outcome: Outcome, seconds: number): void {
  const { durations, outcomes } = kept();
  const of = durations.get(kind) ?? new Durations();
  of.add(seconds);
  durations.set(kind, of);
  const key = `${kind} ${permission} ${outcome}`;
  const counted = outcomes.get(key) ?? { kind, permission, outcome, count: 0 };
  counted.count += 1;
  outcomes.set(key, counted);
}

/** The figures of this process since its start. */
export function requestMetrics(): Metric[] {
  const { durations, outcomes } = kept();
  return [
    {
      name: 'luxor_request_seconds',
      help: 'How long actions and routes took to answer',
      kind: 'histogram',
      samples: [...durations].flatMap(([kind, of]) => of.samples({ kind })),
    },
    {
      name: 'luxor_requests_total',
      help: 'Answers of actions and routes by permission and outcome',
      kind: 'counter',
      samples: [...outcomes.values()].map(({ count, ...labels }) => ({ labels, value: count })),
    },
  ];
}
