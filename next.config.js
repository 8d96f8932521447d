import createNextIntlPlugin from 'next-intl/plugin';

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // Types are checked by `npm run verify`, tests included; a start need not check them again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: [
    ...['pg', 'pdfkit', '@opentelemetry/api', '@opentelemetry/sdk-trace-node'],
    ...['@opentelemetry/exporter-trace-otlp-http', '@opentelemetry/resources'],
  ],
  // Pages of the public are sent without script, which would put a title that comes late into its place: `app/_server/without-script.ts` asks by this
  // name for heads that are whole. Robots read nothing but those pages.
  htmlLimitedBots: /luxor-whole-head/,
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default createNextIntlPlugin('./app/_server/i18n.ts')(nextConfig);
