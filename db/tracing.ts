import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { toldAttributes, toldName } from '@/lib/operation/traced-facts';
import { env } from './env';

const TRACER = 'luxor';

/** Stops what `startTracing` began, and sends what waits. */
export type StopTracing = () => Promise<void>;

/**
 * Sends traces (OpenTelemetry, OTLP over HTTP) to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; without it nothing is made or loaded.
 * Spans are of requests, which the server makes, and of actions, routes, jobs and transactions. What they tell is bounded by
 * `lib/operation/traced-facts`. Sampling follows OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG.
 */
export async function startTracing(
  process: 'web' | 'worker',
  collector: string | undefined = env().traceCollector,
): Promise<StopTracing> {
  if (!collector) return async () => undefined;
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${collector.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `luxor-${process}` }),
    spanProcessors: [new BatchSpanProcessor(bounded(exporter))],
  });
  provider.register();
  return () => provider.shutdown();
}

/** An exporter that tells of each span only what may be told. */
function bounded(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(toldSpan), done),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

function toldSpan(span: ReadableSpan): ReadableSpan {
  const told = {
    name: toldName(span.name, span.attributes),
    attributes: toldAttributes(span.attributes),
    // They hold the texts of errors, and with them what was typed.
    events: [],
    status: { code: span.status.code },
  };
  return Object.create(
    span,
    Object.fromEntries(Object.entries(told).map(([key, value]) => [key, { value, enumerable: true }])),
  ) as ReadableSpan;
}

/** Runs work within a span of this name: `action`, `route` or `job` with a permission or name, or `transaction`. Costs nothing to speak of while nothing is traced. */
export function traced<T>(name: string, run: () => Promise<T>): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, async (span) => {
    try {
      return await run();
    } catch (error) {
      // A redirect is thrown as well; the server tells it from a fault by a digest.
      if (!(error instanceof Error && 'digest' in error)) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      }
      throw error;
    } finally {
      span.end();
    }
  });
}
