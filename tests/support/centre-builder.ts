import type { Database } from '@jalon/api';
import { describeMatchKey, type Framework, frameworkLibrary, type Role } from '@jalon/domain';
import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';

/** Someone who can log in to a centre. */
export interface Member {
  readonly userId: string;
  readonly personId: string;
  readonly centreId: string;
  readonly email: string;
  readonly name: string;
}

/** A centre in a test, and what can be added to it straight in the database. */
export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  addMember(role: Role, name?: { givenName: string; birthName: string }): Promise<Member>;
  addPerson(
    givenName: string,
    birthName: string,
    more?: { email?: string; birthDate?: string },
  ): Promise<string>;
  /** A published version of the library, by its code. */
  addFramework(
    code?: string,
    /** What this test's version has otherwise. */
    change?: (content: Framework) => Framework,
  ): Promise<{ id: string; content: Framework }>;
}

/** The password of a member who logs in by the form. */
export async function givePassword(db: Database, { userId }: Member, password: string) {
  const account = { id: userId, userId, accountId: userId, providerId: 'credential' };
  await db.system.account.create({ data: { ...account, password: await hash(password) } });
}

export async function createCentre(
  db: Database,
  name = `Centre ${uuidv7().slice(-6)}`,
): Promise<Centre> {
  const id = uuidv7();
  const siteId = uuidv7();
  await db.system.centre.create({ data: { id, name, slug: `c-${id}` } });
  await db.system.site.create({
    data: { centreId: id, id: siteId, name: `${name}, site`, address: '1 rue de la Paix' },
  });

  const addPerson: Centre['addPerson'] = async (givenName, birthName, more = {}) => {
    const personId = uuidv7();
    await db.system.person.create({
      data: {
        centreId: id,
        id: personId,
        givenName,
        birthName,
        email: more.email ?? null,
        birthDate: more.birthDate ? new Date(more.birthDate) : null,
        matchKey: describeMatchKey({ givenName, birthName }),
      },
    });
    return personId;
  };

  return {
    id,
    name,
    siteId,
    addPerson,
    async addMember(role, who = { givenName: 'Camille', birthName: role }) {
      const userId = uuidv7();
      const email = `${userId}@test.example`;
      const personId = await addPerson(who.givenName, who.birthName, { email });
      const fullName = `${who.givenName} ${who.birthName}`;
      await db.system.user.create({ data: { id: userId, name: fullName, email } });
      await db.system.membership.create({ data: { centreId: id, userId, personId, role } });
      return { userId, personId, centreId: id, email, name: fullName };
    },
    async addFramework(code = 'CQP-AM-40913-LEMANS', change = (content) => content) {
      const known = frameworkLibrary.find((framework) => framework.code === code);
      if (!known) throw new Error(`No framework ${code} in the library`);
      const content = change(known);
      const version = await db.system.frameworkVersion.create({
        data: {
          centreId: id,
          code: content.code,
          title: content.title,
          state: 'published',
          content: JSON.parse(JSON.stringify(content)),
          publishedAt: new Date(),
        },
      });
      return { id: version.id, content };
    },
  };
}
