import { areChangesSettled, formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { OnJob, OnSchedule } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { lockCalendars } from '../planning/opening-rules.ts';
import { changeMail } from './change-mail.ts';
import type { Concerned } from './concerned.ts';
import { loadChanges } from './load-changes.ts';
import { openChangeTeller } from './tell-changes.ts';

const DAY = 86_400_000;
/** Older changes are not told any more: those concerned have read their calendar since. */
const LONGEST_SILENCE = 7 * DAY;

type TellPerson = JobContext<'slot-change.tell-person'>;
type Pending = { readonly by: ['centreId']; readonly where: { readonly toldAt: null } };

/** Those concerned by changed half-days are told once things have settled: one mail each. */
@Injectable()
export class SlotChangeJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  @OnSchedule('slot-change.tell')
  async tellAll(): Promise<void> {
    const { slotChange, pathChange, outboxJob } = this.db.system;
    const pending = { by: ['centreId'], where: { toldAt: null } } satisfies Pending;
    const rows = [...(await slotChange.groupBy(pending)), ...(await pathChange.groupBy(pending))];
    await outboxJob.createMany({
      data: [...new Set(rows.map(({ centreId }) => centreId))].map((centreId) => ({
        centreId,
        name: 'slot-change.tell-centre',
        payload: {},
      })),
    });
  }

  /** Marks the changes and hands each person's part to a job of its own, in one transaction. */
  @OnJob('slot-change.tell-centre')
  async tellCentre({ centreId }: JobContext<'slot-change.tell-centre'>): Promise<void> {
    const now = this.clock.now();
    await this.db.run(systemActor(centreId), async ({ tx, enqueue }) => {
      await lockCalendars(tx, centreId);
      const oldest = new Date(now.getTime() - LONGEST_SILENCE);
      const recent = { toldAt: null, changedAt: { gte: oldest } };
      const changes = await loadChanges(tx, { slots: recent, paths: recent });
      const { slotRows, pathRows } = changes;
      const times = [...slotRows, ...pathRows].map(({ changedAt }) => changedAt.getTime());
      const period = { first: Math.min(...times), last: Math.max(...times) };
      if (times.length > 0 && !areChangesSettled(period, now.getTime())) return;
      const { people } = await openChangeTeller(tx, changes, this.clock.today());
      for (const { personId, role, slotIds, enrolmentIds } of people) {
        const ownSlots = slotRows.filter(({ slotId }) => slotIds.has(slotId));
        const ownPaths = pathRows.filter(({ enrolmentId }) => enrolmentIds.has(enrolmentId));
        const changeIds = ownSlots.map(({ id }) => id);
        const pathChangeIds = ownPaths.map(({ id }) => id);
        const payload = { personId, role, changeIds, pathChangeIds };
        enqueue({ name: 'slot-change.tell-person', payload });
      }
      // Of the paths only those that were read: another may turn meanwhile.
      const told = { id: { in: pathRows.map(({ id }) => id) } };
      const silent = { toldAt: null, changedAt: { lt: oldest } };
      await tx.slotChange.updateMany({ where: { toldAt: null }, data: { toldAt: now } });
      await tx.pathChange.updateMany({ where: { OR: [told, silent] }, data: { toldAt: now } });
    });
  }

  /** One person's mail and the mark that it is written, in one transaction: never twice. */
  @OnJob('slot-change.tell-person')
  async tellPerson({ id, centreId, payload }: TellPerson): Promise<void> {
    await this.db.run(systemActor(centreId), async ({ tx, audit }) => {
      const { count } = await tx.outboxJob.updateMany({
        where: { id, doneAt: null },
        data: { doneAt: this.clock.now() },
      });
      if (count === 0) return;
      const mailId = await this.write(tx, centreId, payload);
      if (mailId === null) return;
      const { personId, role } = payload;
      audit({ action: 'slot-changes.told', subjectId: personId, data: { role, mailId } });
    });
  }

  /** @returns the mail's id, or `null` when there is nothing to say or nobody to write to */
  private async write(
    tx: Tx,
    centreId: string,
    { personId, role, changeIds, pathChangeIds }: TellPerson['payload'],
  ): Promise<string | null> {
    const person = await tx.person.findFirst({ where: { id: personId } });
    if (!person?.email || (await hasLeft(tx, personId, role))) return null;
    const changes = await loadChanges(tx, {
      slots: { id: { in: changeIds } },
      paths: { id: { in: pathChangeIds } },
    });
    const concerned = { personId, role };
    const teller = await openChangeTeller(tx, changes, this.clock.today(), concerned);
    const lines = teller.tell(concerned);
    if (lines.length === 0) return null;
    const rows = [...changes.slotRows, ...changes.pathRows];
    const authors = new Set(rows.map(({ changedByUserId }) => changedByUserId));
    const [author] = authors;
    const holder = { personId, name: formatSpokenName(person), email: person.email };
    const path = await this.findPath(tx, centreId, role, holder);
    return this.mails.write(
      tx,
      centreId,
      { toEmail: person.email, toName: holder.name, personId },
      {
        ...changeMail(role, lines, path),
        ...(author && authors.size === 1 ? { signedBy: author } : {}),
      },
    );
  }

  /** A trainer has a password; a learner or a tutor comes in by a link, unless the centre has ended it. */
  private async findPath(
    tx: Tx,
    centreId: string,
    role: Concerned['role'],
    holder: Parameters<PersonalLinks['create']>[2],
  ): Promise<string | null> {
    if (role === 'trainer') return '/calendrier';
    const target = { role, path: role === 'tutor' ? '/appreciations/a-faire' : '/mon-parcours' };
    const link = await this.links.create(tx, centreId, holder, target);
    return 'path' in link ? link.path : null;
  }
}

/** The office has ended what the person comes in by: they are left alone. */
async function hasLeft(tx: Tx, personId: string, role: Concerned['role']): Promise<boolean> {
  const held = await tx.membership.findMany({ where: { personId, role } });
  return held.length > 0 && held.every(({ endedAt }) => endedAt !== null);
}
