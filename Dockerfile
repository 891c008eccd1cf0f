# One image for the API, the worker and the migrations: only the command and JALON_ROLES differ.
FROM node:20-bookworm-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/contract/package.json packages/contract/
COPY packages/domain/package.json packages/domain/
COPY packages/planner/package.json packages/planner/
COPY tests/package.json tests/

FROM manifests AS build
RUN npx --yes "$(node -p 'require("./package.json").packageManager')" install --frozen-lockfile
COPY tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY packages packages
COPY prisma prisma
COPY ops ops
RUN node ops/build.mjs

FROM manifests AS production-dependencies
RUN npx --yes "$(node -p 'require("./package.json").packageManager')" install --frozen-lockfile --prod

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=production-dependencies /app ./
COPY --from=build /app/packages/domain/dist packages/domain/dist
COPY --from=build /app/packages/contract/dist packages/contract/dist
COPY --from=build /app/packages/planner/dist packages/planner/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
COPY ops ops
COPY prisma prisma
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-old-space-size=224", "--max-semi-space-size=4", "--heap-growing-percent=30", "apps/api/dist/main.js"]
