import { email } from '@jalon/contract';

/** Everything the process reads from its environment, read once. */
export interface Config {
  readonly port: number;
  /** Where the database is. The logins of the app and system roles are put into it; the owner's is not needed. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  /** Signs cookies and derives the passwords of the database roles. */
  readonly secret: string;
  readonly dataDir: string;
  readonly webDist: string | null;
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Who becomes the platform's first administrator, while it has none. */
  readonly adminEmail: string | null;
  /** The demonstration: its mailbox page can be read by anyone, so it must never be on in production. */
  readonly demonstration: boolean;
  /** Proxies before the API whose `X-Forwarded-For` is believed; without one, nobody's is. */
  readonly trustedProxies: number;
  readonly runsHttp: boolean;
  readonly runsWorker: boolean;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`La variable ${name} manque.`);
  return value;
}

function readAdminEmail(text: string | undefined): string | null {
  if (!text?.trim()) return null;
  const { data, success } = email.safeParse(text);
  if (!success) throw new Error(`JALON_ADMIN_EMAIL n’est pas une adresse mail : « ${text} ».`);
  return data;
}

/** Reads the environment. @throws Error naming the missing or faulty variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.PORT ?? 3000);
  const processRoles = (env.JALON_ROLES ?? 'http,worker').split(',');
  return {
    port,
    databaseUrl: required(env, 'DATABASE_URL'),
    redisUrl: env.REDIS_URL || null,
    secret: required(env, 'JALON_SECRET'),
    dataDir: env.JALON_DATA_DIR ?? '.data',
    webDist: env.JALON_WEB_DIST ?? new URL('../../web/dist', import.meta.url).pathname,
    publicUrl: env.JALON_PUBLIC_URL ?? `http://localhost:${port}`,
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.JALON_MAIL_FROM ?? 'Jalon <ne-pas-repondre@jalon.example>',
    adminEmail: readAdminEmail(env.JALON_ADMIN_EMAIL),
    demonstration: (env.JALON_DEMO ?? '1') !== '0',
    trustedProxies: Number(env.JALON_TRUSTED_PROXIES ?? 0),
    runsHttp: processRoles.includes('http'),
    runsWorker: processRoles.includes('worker'),
  };
}
