# One image for both ways: with a volume at /data it runs its own PostgreSQL; with DATABASE_URL it needs none.
# `npm run docker:check` does what these lines say without Docker, and starts what comes out.
FROM node:24.21.0-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY tools/prune-compilers.mjs ./tools/
COPY src/platform/store/generated ./src/platform/store/generated
# The image is that very Node: the package that brings it to older hosts stays out.
RUN npm ci --omit=dev --no-audit --no-fund && rm -r node_modules/node node_modules/.bin/node

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
WORKDIR /app
# The program belongs to root, so that it cannot change itself; PostgreSQL refuses to run as root.
RUN mkdir /data && chown node:node /data
COPY --from=install /app/node_modules ./node_modules
COPY package.json ./
COPY prisma/migrations ./prisma/migrations
COPY plans ./plans
COPY src ./src
USER node
# GET /metrics is off: METRICS_PORT and METRICS_HOST=0.0.0.0 turn it on, for a network that strangers do not reach.
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
# The command of `npm start`, without npm between the signals and the process.
CMD ["sh", "-c", "exec $(node --print 'require(\"./package.json\").scripts.start')"]
