# Every step is a plain command of an ordinary user, so that "npm run container-steps" can run them one by one where there
# is no container engine.
FROM node:24-slim

USER node
RUN mkdir -p /home/node/app /home/node/data
WORKDIR /home/node/app

COPY --chown=node:node package.json package-lock.json ./
COPY --chown=node:node prisma ./prisma
# What draws pictures is an optional package of the canvas, one for each system, so optional packages stay; among them is a
# Node, which the image has. Of the fonts two weights are drawn, and charts are not asked for by browsers.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/node-win-* node_modules/.bin/node node_modules/echarts/dist \
  && find node_modules/@expo-google-fonts -name '*.ttf' ! -path '*/400Regular/*' ! -path '*/700Bold/*' -delete

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
