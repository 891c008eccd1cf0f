import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Visit } from '../auth/actor.ts';

const LONGEST = 300;

/** Whence this request comes: its address behind the trusted proxies, and its browser. */
export const visitOf = ({ ip, headers }: FastifyRequest): Visit => ({
  ipAddress: ip,
  userAgent: headers['user-agent']?.slice(0, LONGEST) ?? null,
});

/** Whence the request of a route that needs no login comes. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Visit =>
    visitOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The same for better-auth, which keeps it with the login it opens. */
export function visitHeaders({ ipAddress, userAgent }: Visit): Headers {
  const headers = new Headers();
  if (ipAddress) headers.set('x-forwarded-for', ipAddress);
  if (userAgent) headers.set('user-agent', userAgent);
  return headers;
}
