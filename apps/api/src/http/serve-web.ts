import { existsSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built web app; any address that is not a file nor under /api is one of its pages. */
export async function serveWeb(fastify: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await fastify.register(statics, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Hashed names never change; the page that names them must always be asked again.
      const isHashed = path.includes('/assets/');
      reply.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.get('/*', (request, reply) => {
    // A file of an older build must fail as a file: the page would be taken for a script.
    if (/^\/(api|assets)\//.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
