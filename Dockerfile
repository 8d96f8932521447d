# The application with its build, started as web server or as worker. PostgreSQL stands beside it: see compose.yaml.
FROM node:20-bookworm-slim AS build
WORKDIR /luxor
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund
COPY . .
RUN node --conditions=react-server --import tsx db/cli/build.ts

FROM node:20-bookworm-slim
# Who starts as process 1 must reap what others leave; tini does, and hands signals on.
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
WORKDIR /luxor
COPY --from=build --chown=root:root /luxor ./
# What a running application writes: keys, the cache of pages, and what leaves the database for a volume of its own (a volume is whose its
# folder in the image is).
RUN mkdir -p /var/lib/luxor /var/lib/luxor-heads .next/cache .data \
  && chown -R node:node /var/lib/luxor /var/lib/luxor-heads .next/cache .data
USER node
ENV NODE_ENV=production LUXOR_ENV=production LUXOR_DATA_DIR=/var/lib/luxor LUXOR_HOST=0.0.0.0 NEXT_TELEMETRY_DISABLED=1
EXPOSE 3000
VOLUME /var/lib/luxor
ENTRYPOINT ["tini", "--", "node", "--conditions=react-server", "--import", "tsx"]
CMD ["db/cli/start.ts"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/live').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
