import { describeMatchKey, frameworkLibrary } from '@jalon/domain';
import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor.ts';
import type { Database, Prisma } from '../db/database.ts';
import {
  type DemonstrationAccount,
  demonstrationAccounts,
  demonstrationPassword,
} from './accounts.ts';
import { type DemonstrationCentre, demonstrationCentres } from './centres.ts';
import { staffStories } from './staff.ts';

/** A centre of the demonstration, with the people who can log in to it. */
export interface OpenedCentre {
  readonly id: string;
  readonly name: string;
  readonly siteIds: readonly string[];
  /** Framework versions by code. */
  readonly frameworks: ReadonlyMap<string, string>;
  /** One actor a role. */
  readonly actors: ReadonlyMap<string, Actor & { readonly email: string }>;
}

/** Opens the centres of the demonstration with their sites, framework versions and accounts. */
export async function openCentres(db: Database): Promise<ReadonlyMap<string, OpenedCentre>> {
  const passwordHash = await hash(demonstrationPassword);
  const opened = new Map<string, OpenedCentre>();
  for (const centre of demonstrationCentres)
    opened.set(centre.slug, await openCentre(db, centre, passwordHash));
  return opened;
}

async function openCentre(
  db: Database,
  { name, slug, sites }: DemonstrationCentre,
  passwordHash: string,
): Promise<OpenedCentre> {
  const { id } = await db.system.centre.create({ data: { name, slug } });
  const siteIds = sites.map(() => uuidv7());
  await db.system.site.createMany({
    data: sites.map((site, index) => ({ ...site, centreId: id, id: siteIds[index] ?? uuidv7() })),
  });
  const frameworks = new Map(frameworkLibrary.map(({ code }) => [code, uuidv7()]));
  if (sites.length > 0)
    await db.system.frameworkVersion.createMany({
      data: frameworkLibrary.map((framework) => ({
        centreId: id,
        id: frameworks.get(framework.code) ?? uuidv7(),
        code: framework.code,
        title: framework.title,
        state: 'published',
        content: framework as unknown as Prisma.InputJsonObject,
        publishedAt: new Date(),
      })),
    });
  const actors = new Map<string, Actor & { email: string }>();
  for (const account of demonstrationAccounts.filter((account) => account.centre === name))
    actors.set(account.role, await openAccount(db, id, account, passwordHash));
  const [, ...colleagues] = staffStories.get(slug)?.trainers ?? [];
  // Colleagues teach, and are not among the accounts that the login page offers.
  for (const colleague of colleagues) await openMember(db, id, { ...colleague, role: 'trainer' });
  return { id, name, siteIds, frameworks, actors };
}

async function openAccount(
  db: Database,
  centreId: string,
  account: DemonstrationAccount,
  passwordHash: string,
): Promise<Actor & { email: string }> {
  const { email, role } = account;
  const { userId, personId, name } = await openMember(db, centreId, account);
  await db.system.account.create({
    data: {
      id: uuidv7(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
    },
  });
  return { userId, centreId, personId, roles: [role], name, sessionId: 'seed', email };
}

type Colleague = Pick<DemonstrationAccount, 'givenName' | 'birthName' | 'email' | 'role'>;

async function openMember(
  db: Database,
  centreId: string,
  colleague: Colleague,
): Promise<{ userId: string; personId: string; name: string }> {
  const { givenName, birthName, email, role } = colleague;
  const name = `${givenName} ${birthName}`;
  const userId = uuidv7();
  const personId = uuidv7();
  await db.system.user.create({ data: { id: userId, name, email, emailVerified: true } });
  await db.system.person.create({
    data: {
      centreId,
      id: personId,
      givenName,
      birthName,
      email,
      matchKey: describeMatchKey(colleague),
    },
  });
  await db.system.membership.create({ data: { centreId, userId, personId, role } });
  return { userId, personId, name };
}
