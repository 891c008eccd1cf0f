import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppraisalOffice } from '../support/appraisal-office.ts';
import type { Member, TestApp } from '../support/test-app.ts';

let office: AppraisalOffice;
let app: TestApp;
/** The tutor of this centre, whom the other one took on first under another name. */
let elsewhere: Member;

beforeAll(async () => {
  office = await AppraisalOffice.start();
  app = office.app;
  const other = await app.addCentre('Keyce Santé');
  const coordinator = await other.addMember('coordinator');
  const { email, userId } = office.tutor;
  const body = { givenName: 'Elena', birthName: 'Ferrante', email, role: 'trainer' };
  expect((await app.call('POST /centre/members', { body }, coordinator)).status).toBe(200);
  // As a login kept it before a name was each centre's own.
  await app.db.system.user.update({ where: { id: userId }, data: { name: 'Elena Ferrante' } });
  const { personId } = await app.db.system.membership.findFirstOrThrow({
    where: { centreId: other.id, userId },
  });
  elsewhere = { ...office.tutor, centreId: other.id, personId, name: 'Elena Ferrante' };
});
afterAll(() => app.close());

describe('one address in two centres under two names (strict separation, DOMAIN 8.1)', () => {
  it('is named in each centre as that centre knows it', async () => {
    const nameIn = async (member: Member) =>
      (await app.call('GET /sessions/current', {}, member)).body.userName;
    expect(await nameIn(office.tutor)).toBe('Hélène Ferrand');
    expect(await nameIn(elsewhere)).toBe('Elena Ferrante');
  });

  it('signs an appraisal under the name of the centre that asked', async () => {
    const id = await office.ask(await office.addLearner());
    const draft = await office.save(id, { ratings: office.allAt('mastered'), revision: 1 });
    const wrong = await office.sign(id, draft.body.revision, 'Elena Ferrante');
    expect(wrong.problem.errors?.[0]?.pointer).toBe('/confirmedName');
    expect((await office.sign(id, draft.body.revision)).status).toBe(200);
    const { signerName } = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    expect(signerName).toBe('Hélène Ferrand');
  });

  it('a login made for an address keeps no name of the centre that made it', async () => {
    const email = 'nouvelle@exemple.fr';
    const body = { givenName: 'Nadia', birthName: 'Belkacem', email, role: 'trainer' };
    await app.call('POST /centre/members', { body }, office.coordinator);
    const { name } = await app.db.system.user.findUniqueOrThrow({ where: { email } });
    expect(name).toBe(email);
  });
});
