# Every step is a plain command of an ordinary user, so that "npm run container-steps" can run them one by one where there
# is no container engine.
FROM node:24-slim

USER node
RUN mkdir -p /home/node/app /home/node/data
WORKDIR /home/node/app

COPY --chown=node:node package.json package-lock.json ./
COPY --chown=node:node prisma ./prisma
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

COPY --chown=node:node tsconfig.json LICENSE ./
COPY --chown=node:node adapters ./adapters
COPY --chown=node:node src ./src

ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
ENV DATA_DIR=/home/node/data
VOLUME /home/node/data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# No npm in between, so that signals reach the process.
# As "npm start" does it; the flags keep the embedded database's compiled code, and so the memory, small.
CMD ["node", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=4", "--v8-pool-size=1", "--wasm-tiering-budget=100000000", "--import", "./src/runtime.mjs", "src/main.ts"]
