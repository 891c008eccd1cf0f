import { formatSpokenName } from '@jalon/domain';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { DoorWork, Tx } from '../db/database.ts';
import { MailWriter } from '../mail/mail-writer.ts';
import { CONFIG } from '../platform-tokens.ts';
import { publicPassword } from './public-password.ts';

const DAY_IN_SECONDS = 86_400;

/**
 * Passwords, login sessions and their cookies, by better-auth. It is called from our own routes and
 * never mounted, so that the contract stays the only way in.
 */
@Injectable()
export class Identity {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: MailWriter,
  ) {}

  /**
   * better-auth inside one transaction (it takes half a millisecond to make): what it writes stands or
   * falls with the rest of the act and its line of the trail.
   */
  within(unit: DoorWork) {
    return openBetterAuth(this.config, this.mails, unit).api;
  }
}

function openBetterAuth(config: Config, mails: MailWriter, unit: DoorWork) {
  return betterAuth({
    appName: 'Jalon',
    baseURL: config.publicUrl,
    secret: config.secret,
    database: prismaAdapter(unit.tx, { provider: 'postgresql' }),
    logger: { level: 'error' },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'jalon',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      database: { generateId: () => uuidv7() },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      resetPasswordTokenExpiresIn: DAY_IN_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => notePassword(unit, user.id),
      sendResetPassword: ({ user, token }) => writePasswordMail(unit.tx, mails, user, token),
      password: {
        // Argon2id is the library's default algorithm.
        hash: (password) => hash(password),
        verify: async ({ hash: stored, password }) =>
          (config.demonstration || password !== publicPassword) && verify(stored, password),
      },
    },
    session: {
      modelName: 'loginSession',
      // However much it is used; `LoginSessions` ends one that nobody uses sooner. The library would
      // push this limit back in routes of its own, which are not mounted.
      expiresIn: 90 * DAY_IN_SECONDS,
      additionalFields: {
        activeCentreId: { type: 'string', required: false, input: false },
        limitedRole: { type: 'string', required: false, input: false },
      },
    },
    plugins: [accessLinkLogin()],
  });
}

/** A login is global: each centre that it opens reads in its own trail that its password changed. */
async function notePassword({ tx, audit }: DoorWork, userId: string): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { userId, endedAt: null },
    distinct: ['centreId'],
  });
  for (const { centreId, id } of memberships)
    audit({ centreId, userId, roles: [] }, { action: 'password.chosen', subjectId: id });
}

async function writePasswordMail(
  tx: Tx,
  mails: MailWriter,
  user: { id: string; email: string },
  token: string,
): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { userId: user.id, endedAt: null },
    include: { person: true },
  });
  if (!membership) return;
  const { person } = membership;
  const to = { toEmail: user.email, toName: formatSpokenName(person), personId: person.id };
  await mails.write(tx, membership.centreId, to, {
    subject: 'Choisissez votre mot de passe',
    paragraphs: [
      'Voici le lien pour choisir votre mot de passe dans Jalon, le logiciel du centre. Il est valable un jour.',
      'Si vous n’avez rien demandé, ne faites rien : votre mot de passe actuel reste le bon.',
    ],
    action: { label: 'Choisir mon mot de passe', path: `/mot-de-passe/${token}` },
    purpose: 'password.requested',
  });
}

/** Opens a login for someone who came by an access link that has just been consumed. */
function accessLinkLogin() {
  return {
    id: 'access-link',
    endpoints: {
      openAccessLink: createAuthEndpoint(
        '/access-link/open',
        {
          method: 'POST',
          requireHeaders: true,
          metadata: { SERVER_ONLY: true },
          body: z.object({ userId: z.string(), centreId: z.string(), role: z.string() }),
        },
        async (context) => {
          const { userId, centreId, role } = context.body;
          const adapter = context.context.internalAdapter;
          const user = await adapter.findUserById(userId);
          if (!user) throw new Error(`No login ${userId} behind this access link`);
          const session = await adapter.createSession(userId, false, {
            activeCentreId: centreId,
            limitedRole: role,
          });
          await setSessionCookie(context, { session, user });
          return context.json({ token: session.token });
        },
      ),
    },
  };
}
