import { problemCodes } from '@jalon/contract';
import type { FastifyInstance } from 'fastify';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another site cannot write with the person's cookie. */
export function refuseForeignOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    if (reading.has(request.method) || !origin || originHost(origin) === host) return;
    const { status, title } = problemCodes.wrong_origin;
    return reply.status(status).type('application/problem+json').send({
      type: 'https://jalon.example/problems/wrong_origin',
      code: 'wrong_origin',
      title,
      status,
      detail: 'Ouvrez Jalon à son adresse habituelle puis recommencez.',
    });
  });
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
