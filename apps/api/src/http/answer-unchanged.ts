import type { FastifyInstance } from 'fastify';

/** Whether a reader's `If-None-Match` names this version; proxies may have marked it weak. */
const isKnown = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** A reader who already has this version of a file is told so, and is sent nothing. */
export function answerUnchanged(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const etag = reply.getHeader('etag');
    const known = request.headers['if-none-match'];
    if (reply.statusCode !== 200 || typeof etag !== 'string' || !known) return payload;
    if (!isKnown(known, etag)) return payload;
    reply.code(304).removeHeader('content-length');
    return '';
  });
}
