import { createHmac } from 'node:crypto';

/** The signature that the login guard expects beside a session token. */
export const makeSignature = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64');
