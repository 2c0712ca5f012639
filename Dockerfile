# One image for both ways: with a volume at /data it runs its own PostgreSQL; with DATABASE_URL it needs none.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci --no-audit --no-fund
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
# PostgreSQL refuses to run as root, and nothing here needs it.
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/src/store/generated ./src/store/generated
COPY --chown=node:node package.json ./
COPY --chown=node:node prisma ./prisma
COPY --chown=node:node src ./src
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=2", "--disable-warning=DeprecationWarning", "src/main.ts"]
