FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node -e "import('./scripts/prepare.mjs').then((m) => m.prepare())"

FROM node:24-slim
WORKDIR /app
ENV HOST=0.0.0.0 PORT=8080 WANGGE_DATA=/data WANGGE_DEMO=0 NODE_ENV=production
COPY --from=build /app /app
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK CMD node -e "fetch('http://localhost:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1))"
CMD ["node", "--enable-source-maps", "dist/server/cli.js", "start"]
