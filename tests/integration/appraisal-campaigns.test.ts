import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppraisalOffice } from '../support/appraisal-office.ts';
import { CampaignOffice } from '../support/campaign-office.ts';
import { addTutoredLearner } from '../support/tutored-learner.ts';

let campaigns: CampaignOffice;
let office: AppraisalOffice;

beforeAll(async () => {
  campaigns = await CampaignOffice.start();
  office = campaigns.office;
});
afterAll(() => office.app.close());

const today = { opensOn: '2026-11-23', dueOn: '2026-12-07' };

/** A campaign that opens now. @returns its id */
async function openNow(more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await campaigns.plan({ ...today, ...more });
  expect(status).toBe(200);
  return body.id;
}

describe('the coordinator plans the campaigns of a cohort (DOMAIN 4.5)', () => {
  it('the calendar proposes them; what is planned is proposed no more', async () => {
    const { body } = await campaigns.list();
    expect(body.proposals.map(({ label }) => label)).toContain('Fin de formation');
    const end = body.proposals.find(({ label }) => label === 'Fin de formation');
    const { label, opensOn, dueOn, blockCodes } = end ?? {};
    expect((await campaigns.plan({ label, opensOn, dueOn, blockCodes })).status).toBe(200);
    const after = (await campaigns.list()).body;
    expect(after.proposals.map((one) => one.label)).not.toContain('Fin de formation');
    const planned = after.campaigns.find((one) => one.label === 'Fin de formation');
    expect(planned?.state).toBe('planned');
    expect(planned?.facts).toContain('Les tuteurs recevront leur lien le');
  });

  it('refuses a day that is past, too little time, a label taken and a block unknown, at the field', async () => {
    await campaigns.plan({ label: 'Déjà là' });
    const pointerOf = async (more: Record<string, unknown>) =>
      (await campaigns.plan(more)).problem.errors?.[0]?.pointer;
    expect(await pointerOf({ opensOn: '2026-11-22' })).toBe('/opensOn');
    expect(await pointerOf({ dueOn: '2026-12-01' })).toBe('/dueOn');
    expect(await pointerOf({ label: 'déjà LÀ' })).toBe('/label');
    expect(await pointerOf({ blockCodes: ['B1', 'B9'] })).toBe('/blockCodes/1');
    expect(await pointerOf({ blockCodes: [] })).toBe('/blockCodes');
  });

  it('two people who plan the same moment plan it once', async () => {
    const answers = await Promise.all([
      campaigns.plan({ label: 'Ensemble' }),
      campaigns.plan({ label: 'Ensemble' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('is changed and taken back until it opens; two versions are compared', async () => {
    const { id } = (await campaigns.plan()).body;
    const form = { opensOn: '2026-12-01', dueOn: '2026-12-15', blockCodes: ['B1'] };
    const changed = await campaigns.change(id, { ...form, label: 'Autrement', revision: 1 });
    expect(changed.status).toBe(200);
    const again = await campaigns.change(id, { ...form, label: 'Encore', revision: 1 });
    expect([again.status, again.problem.code]).toEqual([409, 'edited_meanwhile']);
    expect((await campaigns.remove(id)).status).toBe(200);
    expect((await campaigns.read(id)).status).toBe(404);
    const opened = await openNow();
    expect((await campaigns.remove(opened)).status).toBe(422);
    const late = await campaigns.change(opened, { ...form, label: 'Trop tard', revision: 2 });
    expect(late.problem.detail).toContain('Cette campagne est ouverte');
  });
});

describe('who has opened, begun, signed', () => {
  it('is told per learner and block, with why somebody is not asked', async () => {
    const tutor = office.tutor;
    const learner = await office.addLearner();
    const alone = await addTutoredLearner(office.app.db, office.centre, office.cohortId, {
      tutorId: null,
      birthName: 'Sans-Tuteur',
    });
    const id = await openNow({ blockCodes: ['B2'] });
    const stateOf = async () => {
      const { body } = await campaigns.read(id);
      const cell = body.learners.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
      return { body, cell: cell?.cells[0] };
    };
    const { body, cell } = await stateOf();
    expect(cell?.state).toBe('sent');
    const without = body.learners.find(({ enrolmentId }) => enrolmentId === alone.enrolmentId);
    expect(without).toMatchObject({ tutorName: null, cells: [{ state: null }] });
    expect(without?.cells[0]?.facts).toContain('n’a pas de tuteur');
    expect(
      (await campaigns.list()).body.withoutTutor.map(({ enrolmentId }) => enrolmentId),
    ).toContain(alone.enrolmentId);
    const appraisalId = cell?.appraisalId ?? '';
    await office.open(appraisalId);
    expect((await stateOf()).cell?.state).toBe('opened');
    await office.begin(appraisalId);
    expect((await stateOf()).cell?.state).toBe('draft');
    const { body: draft } = await office.open(appraisalId);
    const whole = await office.save(appraisalId, {
      ratings: office.allAt('mastered'),
      revision: draft.revision,
    });
    expect((await office.sign(appraisalId, whole.body.revision, tutor.name)).status).toBe(200);
    const signed = await stateOf();
    expect(signed.cell?.state).toBe('signed');
    expect(signed.body.counts).toMatchObject({ signed: 1, opened: 0, started: 0 });
  });

  it('a signature since its opening answers it: the tutor is not asked for the same again', async () => {
    const learner = await office.addLearner();
    const before = await office.ask(learner);
    const id = await openNow({ blockCodes: ['B2'] });
    const cellOf = async () =>
      (await campaigns.read(id)).body.learners.find(
        ({ enrolmentId }) => enrolmentId === learner.enrolmentId,
      )?.cells[0];
    expect((await cellOf())?.facts).toContain('déjà demandée pour le 18 décembre 2026');
    await office.signWhole(before);
    expect((await cellOf())?.facts).toContain('est signée depuis le 23 novembre 2026');
  });

  it('« Relancer » writes one mail a tutor, and to nobody written to that day', async () => {
    const own = await campaigns.addTutor();
    await office.addLearner(own.personId);
    await office.addLearner(own.personId);
    const id = await openNow({ blockCodes: ['B1', 'B2'] });
    expect(await campaigns.mailsTo(own.email)).toHaveLength(1);
    expect((await campaigns.remind(id)).body).toMatchObject({ mails: 0 });
    office.app.clock.set('2026-11-26T09:00:00+01:00');
    await campaigns.remind(id);
    const again = await campaigns.remind(id);
    office.app.clock.set('2026-11-23T09:00:00+01:00');
    const mails = await campaigns.mailsTo(own.email);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain('/acces/');
    expect(again.body.mails).toBe(0);
    const planned = (await campaigns.plan()).body.id;
    expect((await campaigns.remind(planned)).problem.detail).toContain('personne à relancer');
  });

  it('a request handed over to the next tutor stays in its campaign', async () => {
    const own = await campaigns.addTutor('Partant');
    const next = await campaigns.addTutor('Suivant');
    const learner = await office.addLearner(own.personId);
    const id = await openNow({ blockCodes: ['B2'] });
    await office.changeEmployment(learner, { tutorId: next.personId });
    const { appraisalId } =
      (await campaigns.read(id)).body.learners.find(
        ({ enrolmentId }) => enrolmentId === learner.enrolmentId,
      )?.cells[0] ?? {};
    await office.sendLink(appraisalId ?? '');
    const row = (await campaigns.read(id)).body.learners.find(
      ({ enrolmentId }) => enrolmentId === learner.enrolmentId,
    );
    expect(row).toMatchObject({ tutorName: 'Suivant Ali', cells: [{ state: 'sent' }] });
  });
});
