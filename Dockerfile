# Each step is a plain command, so that it can also be run one by one by an ordinary user in an empty folder:
# test/system/container-steps.sh does just that.
FROM node:24-slim

WORKDIR /app

COPY package.json package-lock.json ./
COPY prisma ./prisma
RUN npm ci --omit=dev --no-audit --no-fund

COPY tsconfig.json LICENSE ./
COPY adapters ./adapters
COPY src ./src

RUN mkdir -p /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]

# No npm in between, so that signals reach the process.
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "./src/runtime.mjs", "src/main.ts"]
