import { expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  app,
  centre,
  coordinator,
  cohortId as firstCohortId,
  onEachBackend,
  plan,
  received,
  runMorning,
} from '../support/mail-room.ts';
import { readMailText } from '../support/smtp.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

const openOn = async (day: string, ...jobs: readonly string[]) => {
  app.clock.set(`${day}T06:30:00+01:00`);
  await runMorning('appraisal-campaign.open-centre');
  if (jobs.includes('reminders')) await plan();
  app.clock.set('2026-11-23T09:00:00+01:00');
};

/** A cohort with one learner and their tutor, and a campaign of a week hence. */
async function planCampaign(more: Record<string, unknown> = {}) {
  const { frameworkVersionId } = await app.db.system.cohort.findFirstOrThrow({
    where: { id: firstCohortId },
  });
  const cohortId = await addCohort(app.db, centre, { frameworkVersionId });
  const email = `${uuidv7()}@cabinet.example`;
  const tutorId = await centre.addPerson('Hélène', 'Ferrand', { email });
  const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
  const { body } = await app.call(
    'POST /cohorts/:cohortId/appraisal-campaigns',
    {
      params: { cohortId },
      body: {
        label: 'Mi-parcours',
        opensOn: '2026-11-30',
        dueOn: '2026-12-14',
        blockCodes: ['B1', 'B2'],
        ...more,
      },
    },
    coordinator,
  );
  return { cohortId, email, tutorId, learner, campaignId: body.id };
}

onEachBackend('campaigns open on their morning', () => {
  it('each tutor has one mail with one single-use link, whatever the learners and blocks', async () => {
    const { cohortId, email, tutorId } = await planCampaign();
    await addTutoredLearner(app.db, centre, cohortId, { tutorId, birthName: 'Zidi' });
    await openOn('2026-11-29');
    expect(received(email)).toHaveLength(0);
    await openOn('2026-11-30');
    await openOn('2026-11-30');
    await openOn('2026-12-01');
    expect(received(email)).toHaveLength(1);
    const text = readMailText(received(email)[0]?.raw ?? '');
    expect(text).toContain('Mi-parcours');
    expect(text).toContain('/acces/');
    const links = await app.db.system.accessLink.findMany({ where: { personId: tutorId } });
    expect(links.map(({ path }) => path)).toEqual(['/appreciations/a-faire']);
    const asked = await app.db.system.appraisal.findMany({ where: { tutorId } });
    expect(asked.map(({ blockCode }) => blockCode).toSorted()).toEqual(['B1', 'B1', 'B2', 'B2']);
  });

  it('a learner with an address has one mail too, and a newcomer one on their first morning', async () => {
    const { cohortId, tutorId } = await planCampaign();
    const enter = async () => {
      const email = `${uuidv7()}@mail.example`;
      await addTutoredLearner(app.db, centre, cohortId, { tutorId, email, birthName: email });
      return email;
    };
    const first = await enter();
    await openOn('2026-11-30');
    const newcomer = await enter();
    await openOn('2026-12-01');
    await openOn('2026-12-01');
    expect([received(first).length, received(newcomer).length]).toEqual([1, 1]);
    expect(readMailText(received(newcomer)[0]?.raw ?? '')).toContain(
      'vous propose de dire le vôtre',
    );
  });

  it('is not followed by a reminder on its own day; the next one gathers all sheets', async () => {
    const { email } = await planCampaign();
    await openOn('2026-11-30', 'reminders');
    expect(received(email)).toHaveLength(1);
    app.clock.set('2026-12-11T07:00:00+01:00');
    await plan();
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(received(email)).toHaveLength(2);
  });

  it('asks newcomers and those given a tutor since until it is due, nobody after', async () => {
    const { cohortId, email, tutorId } = await planCampaign();
    const alone = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
    const left = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
    await app.db.system.enrolment.updateMany({
      where: { id: left.enrolmentId },
      data: { state: 'withdrawn' },
    });
    await openOn('2026-11-30');
    const countOf = (enrolmentId: string) =>
      app.db.system.appraisal.count({ where: { enrolmentId } });
    expect(await countOf(left.enrolmentId)).toBe(0);
    await app.db.system.employment.updateMany({
      where: { id: alone.employmentId },
      data: { tutorId },
    });
    await openOn('2026-12-02');
    expect(await countOf(alone.enrolmentId)).toBe(2);
    expect(received(email)).toHaveLength(2);
    const late = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
    await openOn('2026-12-15');
    expect(await countOf(late.enrolmentId)).toBe(0);
    await openOn('2026-12-14');
    const { dueOn } = await app.db.system.appraisal.findFirstOrThrow({
      where: { enrolmentId: late.enrolmentId },
    });
    expect(dueOn?.toISOString().slice(0, 10)).toBe('2026-12-17');
  });

  it('a cohort that is put off asks nobody', async () => {
    const { cohortId, email } = await planCampaign();
    await app.db.system.cohort.updateMany({
      where: { id: cohortId },
      data: { state: 'postponed' },
    });
    await openOn('2026-11-30');
    expect(received(email)).toHaveLength(0);
  });
});
