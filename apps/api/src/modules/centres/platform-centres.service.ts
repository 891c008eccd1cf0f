import type { Input, Output } from '@jalon/contract';
import { frameworkLibrary } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Logins } from '../../auth/logins.ts';
import { Passwords } from '../../auth/passwords.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { DomainError } from '../../http/domain-error.ts';
import { createStaffMember } from './create-staff-member.ts';

/** The platform's own view: which centres exist, never whom they train. */
@Injectable()
export class PlatformCentresService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly passwords: Passwords,
  ) {}

  async list(): Promise<Output<'GET /platform/centres'>> {
    const centres = await this.db.system.centre.findMany({
      // The platform's own row, where its administrators log in, has no site and trains nobody.
      where: { sites: { some: {} } },
      orderBy: { name: 'asc' },
      include: { _count: { select: { sites: true, cohorts: true, enrolments: true } } },
    });
    return centres.map(({ id, name, slug, _count }) => ({
      id,
      name,
      slug,
      siteCount: _count.sites,
      cohortCount: _count.cohorts,
      learnerCount: _count.enrolments,
    }));
  }

  async open(actor: Actor, { body }: Input<'POST /platform/centres'>): Promise<{ id: string }> {
    const { coordinator } = body;
    const userId = await this.logins.findOrCreate(coordinator.email);
    try {
      const id = await this.db.runAtTheDoor(async ({ tx, audit }) => {
        const centre = await tx.centre.create({ data: { name: body.name, slug: body.slug } });
        await tx.site.create({
          data: {
            centreId: centre.id,
            name: body.siteName,
            address: body.siteAddress,
            holidayZone: body.holidayZone,
          },
        });
        await tx.frameworkVersion.createMany({ data: this.libraryRows(centre.id) });
        await createStaffMember(tx, centre.id, userId, { ...coordinator, role: 'coordinator' });
        const author = { centreId: centre.id, userId: actor.userId, roles: actor.roles };
        audit(author, { action: 'centre.opened', subjectId: centre.id });
        return centre.id;
      });
      await this.passwords.request(coordinator.email);
      return { id };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('already_exists', 'Un autre centre porte déjà cet identifiant.', {
        errors: [{ pointer: '/slug', message: 'Choisissez un autre identifiant.' }],
      });
    }
  }

  /** Each centre has its own rows of the library: nothing is shared between tenants. */
  private libraryRows(centreId: string): Prisma.FrameworkVersionCreateManyInput[] {
    return frameworkLibrary.map((framework) => ({
      centreId,
      id: uuidv7(),
      code: framework.code,
      title: framework.title,
      state: 'published',
      content: framework as unknown as Prisma.InputJsonObject,
      publishedAt: this.clock.now(),
    }));
  }
}
