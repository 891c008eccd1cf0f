import { v7 as uuidv7 } from 'uuid';
import { adoptCalendar, createCohort } from './cohort-builder.ts';
import { eventually } from './eventually.ts';
import { app, centre, coordinator, received } from './mail-room.ts';
import { formOf } from './slot-form.ts';
import { readMailText } from './smtp.ts';

/** A planned cohort that starts in January 2027, in the room where mails arrive. */
export async function planCohort(name: string) {
  const { id: frameworkVersionId } =
    (await app.db.system.frameworkVersion.findFirst({ where: { centreId: centre.id } })) ??
    (await centre.addFramework());
  const cohort = await createCohort(app, centre, coordinator, {
    name,
    frameworkVersionId,
    startsOn: '2027-01-04',
  });
  const { slots } = await adoptCalendar(app, coordinator, cohort.id);
  const [first, second, third] = slots;
  if (!first || !second || !third) throw new Error('A calendar has half-days');
  return { cohort, slots, first, second, third };
}
type Slot = Awaited<ReturnType<typeof planCohort>>['first'];

/** A learner with a mail address, whose path is every run of the cohort. */
export async function addLearner(cohortId: string, more: { email?: string | null } = {}) {
  const email = more.email === undefined ? `${uuidv7()}@apprenant.example` : more.email;
  const personId = await centre.addPerson('Lina', 'Abadie', email ? { email } : {});
  const enrolmentId = uuidv7();
  const own = { centreId: centre.id };
  await app.db.system.enrolment.create({
    data: {
      ...own,
      id: enrolmentId,
      personId,
      cohortId,
      profile: 'school_leaver',
      route: 'professional_contract',
      funder: 'opco_ep',
      startsOn: new Date('2026-10-05'),
    },
  });
  const runs = await app.db.system.moduleRun.findMany({ where: { cohortId } });
  await app.db.system.pathRun.createMany({
    data: runs.map((run) => ({ ...own, enrolmentId, moduleRunId: run.id })),
  });
  return { personId, enrolmentId, email: email ?? '' };
}

export const change = (slot: Slot, more: Record<string, unknown>) =>
  app.call(
    'PUT /slots/:slotId',
    { params: { slotId: slot.id }, body: formOf(slot, more) },
    coordinator,
  );

export const remove = (slot: Slot) =>
  app.call(
    'POST /slots/:slotId/removal',
    { params: { slotId: slot.id }, body: { revision: slot.revision } },
    coordinator,
  );

/** Lets the changes be told at this moment, and waits until all that follows from it is done. */
export async function tellAt(moment: string): Promise<void> {
  app.clock.set(moment);
  await app.db.system.outboxJob.create({
    data: { centreId: centre.id, name: 'slot-change.tell-centre', payload: {} },
  });
  await allDone();
}

export async function allDone(): Promise<void> {
  await eventually(
    async () => (await app.db.system.outboxJob.count({ where: { doneAt: null } })) === 0,
    'every job',
  );
}

/** The words of the mails that an address has received. */
export const mailsTo = (address: string): string[] =>
  received(address).map(({ raw }) => readMailText(raw));
