import type { FastifyInstance } from 'fastify';

/** Nothing of Jalon belongs in a search engine: not even the pages that need no login. */
export function keepFromSearchEngines(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (_, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow');
  });
}
