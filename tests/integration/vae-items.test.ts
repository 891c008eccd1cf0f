import { describe, expect, it } from '@jest/globals';
import {
  app,
  autumn,
  centre,
  coordinator,
  enrol,
  openEnrolments,
  pointersOf,
  read,
} from '../support/enrolment-forms.ts';

openEnrolments();

const save = (enrolmentId: string, body: Record<string, unknown>, who = coordinator) =>
  app.call('PUT /enrolments/:enrolmentId/vae-items', { params: { enrolmentId }, body }, who);
const candidate = async (route = 'vae') => {
  const { body } = await enrol({ cohortId: autumn.id, route, funder: 'self', experienceYears: 2 });
  return body.id;
};
const lacking = 'pièces de VAE à réunir (Cerfa 12818*02, justificatifs d’expérience, recevabilité)';

describe('the checklist of a VAE (DOMAIN 4.7, W11)', () => {
  it('a person settles each piece; the file and the list say what is lacking', async () => {
    const id = await candidate();
    const before = await read(id);
    expect(before.vaeItems).toMatchObject([
      { code: 'application_form', settledOn: null, revision: 0 },
      { code: 'experience_proof', settledOn: null },
      { code: 'admissibility', settledOn: null },
    ]);
    expect(before.toComplete).toContain(lacking);
    const form = { code: 'application_form', settledOn: '2026-11-02', reference: 'VAE-118' };
    expect((await save(id, { ...form, revision: 0 })).status).toBe(200);
    const proof = { code: 'experience_proof', settledOn: '2026-11-03', revision: 0 };
    expect((await save(id, proof)).status).toBe(200);
    const after = await read(id);
    expect(after.vaeItems?.[0]).toMatchObject({ ...form, revision: 1 });
    expect(after.toComplete).toContain('pièces de VAE à réunir (recevabilité)');
    const query = { cohortId: autumn.id };
    const { body: list } = await app.call('GET /enrolments', { query }, coordinator);
    const row = list.rows.find((one: { id: string }) => one.id === id);
    expect(row?.toComplete).toContain('pièces de VAE à réunir (recevabilité)');
    const trail = await app.db.system.auditEvent.findMany({ where: { subjectId: id } });
    expect(trail.map(({ action }) => action)).toContain('vae-item.settled');
  });

  it('a day to come is refused at its field; two people never overwrite each other', async () => {
    const id = await candidate();
    const form = { code: 'application_form', revision: 0 };
    expect(pointersOf(await save(id, { ...form, settledOn: '2099-01-01' }))).toEqual([
      '/settledOn',
    ]);
    await save(id, { ...form, settledOn: '2026-11-02' });
    const late = await save(id, { ...form, settledOn: '2026-11-04' });
    expect(late.status).toBe(409);
    expect(late.problem.current).toMatchObject({ settledOn: '2026-11-02', revision: 1 });
    expect((await save(id, { ...form, settledOn: null, revision: 1 })).status).toBe(200);
    expect((await read(id)).vaeItems?.[0]).toMatchObject({ settledOn: null, revision: 2 });
  });

  it('who is trained has none, and only the office writes it', async () => {
    const trained = await candidate('continuing_training');
    expect((await read(trained)).vaeItems).toBeNull();
    const item = { code: 'admissibility', settledOn: '2026-11-02', revision: 0 };
    expect((await save(trained, item)).status).toBe(422);
    const trainer = await centre.addMember('trainer');
    expect((await save(trained, item, trainer)).status).toBe(403);
  });
});
