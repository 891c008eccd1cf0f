import { Readable } from 'node:stream';
import type { FileDownload, FileResponse } from '@jalon/contract';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { routeOf } from './endpoint.ts';

const isFile = (response: z.ZodType | FileResponse): response is FileResponse => 'file' in response;

/** Sends only what the contract declares: a column that leaked into a service cannot leave. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { response } = routeOf(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(
        map((value) =>
          isFile(response) ? sendFile(reply, response.file, value) : response.parse(value),
        ),
      );
  }
}

function sendFile(reply: FastifyReply, mediaType: string, download: FileDownload): StreamableFile {
  const isPage = mediaType === 'text/html';
  const name = encodeURIComponent(download.fileName);
  reply.header('content-type', isPage ? 'text/html; charset=utf-8' : mediaType);
  if (download.etag) {
    reply.header('etag', `W/"${download.etag}"`);
    // Kept by the reader alone, and asked again each time.
    reply.header('cache-control', 'private, no-cache');
  }
  if (download.isPublic) {
    reply.header('access-control-allow-origin', '*');
    reply.header('cache-control', 'public, max-age=60');
  }
  if (!isPage) reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
  return download.bytes instanceof Uint8Array
    ? new StreamableFile(download.bytes)
    : new StreamableFile(Readable.from(download.bytes));
}
