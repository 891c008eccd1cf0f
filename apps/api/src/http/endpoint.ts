import { contract, type Input, type Output, type Route, type RouteKey } from '@jalon/contract';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.ts';
import { DomainError } from './domain-error.ts';
import { findUnstorableText } from './unstorable-text.ts';

const ROUTE_KEY = 'jalon:route';

/** A request once the login guard has seen it. */
export interface JalonRequest extends FastifyRequest {
  actor?: Actor;
}

/** Binds a method to a contract entry. Address, permission and schemas all come from there. */
export function Endpoint<K extends RouteKey>(key: K) {
  const [method, path] = key.split(' ') as [keyof typeof RequestMethod, string];
  return applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(200),
    SetMetadata(ROUTE_KEY, key),
  ) as <M extends (...args: never[]) => Promise<Output<K>> | Output<K>>(
    target: object,
    property: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ) => void;
}

/** The contract key of a handler, or `undefined` for a method that is no endpoint. */
export const routeKeyOf = (handler: object): RouteKey | undefined =>
  Reflect.getMetadata(ROUTE_KEY, handler);

/** The contract entry behind the current request. */
export function routeOf(context: ExecutionContext): Route {
  const key = routeKeyOf(context.getHandler());
  if (!key) throw new Error(`${context.getHandler().name} is not an endpoint of the contract`);
  return contract[key];
}

/** The logged-in actor. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<JalonRequest>();
  if (!actor) throw new DomainError('not_logged_in', 'Connectez-vous pour continuer.');
  return actor;
});

/** Aborted once the connection is over: whoever asked may leave before they are answered. */
export const Gone = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const gone = new AbortController();
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  raw.once('close', () => gone.abort());
  return gone.signal;
});

/** Params, query and body of the request, validated by the contract. */
export const Valid = createParamDecorator(
  (_: unknown, context: ExecutionContext): Input<RouteKey> => {
    const route = routeOf(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // Parts that the route does not declare are dropped; the cast names what zod has just checked.
    return {
      params: validate(route.params, request.params, 'not_found'),
      query: validate(route.query, request.query, 'malformed_request'),
      body: validate(route.body, request.body ?? {}, 'validation_failed'),
    } as Input<RouteKey>;
  },
);

type ValidationCode = 'not_found' | 'malformed_request' | 'validation_failed';

function validate(schema: z.ZodType | undefined, value: unknown, code: ValidationCode): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  const errors = result.success
    ? findUnstorableText(result.data)
    : result.error.issues.map((issue) => ({
        pointer: `/${issue.path.map(String).join('/')}`,
        message: issue.message,
      }));
  if (result.success && errors.length === 0) return result.data;
  if (code === 'not_found') throw new DomainError('not_found', 'Cette adresse n’existe pas.');
  throw new DomainError(code, errors.map((error) => error.message).join(' '), { errors });
}
