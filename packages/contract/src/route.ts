import type { z } from 'zod';
import type { Permission } from './permissions.ts';

/** A download: the handler answers with a file of this media type instead of JSON. */
export interface FileResponse {
  readonly file: string;
}

/** One endpoint: who may call it, what it takes, what it answers. */
export interface Route {
  /** `public` needs no login; `self` needs a login and no more. */
  readonly permission: Permission | 'public' | 'self';
  /** One French line for the API page. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType | FileResponse;
  /** The heaviest file that the body takes, in megabytes, when it takes one. */
  readonly maxFileMegabytes?: number;
  /** A login in a given centre is not needed (platform pages, the person's own login). */
  readonly outsideCentre?: true;
}

/** A table of endpoints by `METHOD /path`. The key is the address: it is written once. */
export type RouteTable = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Route>>;

/** Keeps the literal type of a table while checking its shape. */
export const routes = <const T extends RouteTable>(table: T): T => table;
