import {
  contract,
  type Problem,
  type ProblemCode,
  problemCodes,
  type Route,
} from '@jalon/contract';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type DatabaseRefusal, isUnstorableValue, readRefusal } from '../db/database-errors.ts';
import { DomainError } from './domain-error.ts';

/** Two people at once, where the database alone could see it. */
const refusalDetails: Record<DatabaseRefusal, string> = {
  taken:
    'Quelqu’un d’autre vient d’enregistrer la même chose. Rien de ce que vous envoyez n’est gardé : rechargez la page pour voir sa version.',
  final:
    'Cet élément vient d’être signé, remplacé, publié ou clos, et ne change plus. Rechargez la page pour voir la version en vigueur.',
};

/** One exhaustive way from an exception to an RFC 9457 problem. Nothing internal leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(exception, request);
    // A value that only the database refused is the sender's fault, and a gap in a schema to close.
    if (problem.status >= 500 || isUnstorableValue(exception))
      // The route and not the address, which may hold a secret: a feed's, a link's.
      this.log.error({ err: exception, route: request.routeOptions.url }, 'request failed');
    reply.status(problem.status).type('application/problem+json').send(problem);
  }
}

function toProblem(exception: unknown, request: FastifyRequest): Problem {
  if (exception instanceof DomainError)
    return describe(exception.code, exception.message, exception);
  if (isUnstorableValue(exception))
    return describe('validation_failed', 'Une valeur ne peut pas être enregistrée. Vérifiez-la.');
  const refusal = readRefusal(exception);
  if (refusal !== null) return describe('edited_meanwhile', refusalDetails[refusal]);
  const status = statusOf(exception);
  if (status === 404) return describe('not_found', 'Cette adresse n’existe pas.');
  if (status === 413) return describe('body_too_large', tellHeaviest(request));
  if (status === 429)
    return describe('too_many_requests', 'Patientez une minute avant de réessayer.');
  if (status !== null && status < 500)
    return describe('malformed_request', 'La demande ne peut pas être lue. Rechargez la page.');
  return describe(
    'internal',
    'Rien n’a été enregistré. Réessayez ; si cela se répète, prévenez votre administrateur.',
  );
}

const routesByKey: ReadonlyMap<string, Route> = new Map(Object.entries(contract));

/** The limit of the file that this route takes, when it takes one. */
function tellHeaviest({ method, routeOptions }: FastifyRequest): string {
  const key = `${method} ${routeOptions.url?.replace(/^\/api/, '')}`;
  const megabytes = routesByKey.get(key)?.maxFileMegabytes;
  return megabytes === undefined
    ? 'Envoyez-en moins à la fois.'
    : `Envoyez un fichier de ${megabytes} Mo au plus.`;
}

function statusOf(exception: unknown): number | null {
  if (exception instanceof HttpException) return exception.getStatus();
  if (typeof exception === 'object' && exception !== null && 'statusCode' in exception)
    return typeof exception.statusCode === 'number' ? exception.statusCode : null;
  return null;
}

function describe(
  code: ProblemCode,
  detail: string,
  more: Pick<Partial<DomainError>, 'errors' | 'current'> = {},
): Problem {
  const { status, title } = problemCodes[code];
  return {
    type: `https://jalon.example/problems/${code}`,
    code,
    title,
    status,
    detail,
    ...(more.errors ? { errors: [...more.errors] } : {}),
    ...(more.current === undefined ? {} : { current: more.current }),
  };
}
