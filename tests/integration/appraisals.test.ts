import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  cohortId,
  director,
  office,
  openAppraisalOffice,
  tutor,
} from '../support/appraisal-office.ts';

openAppraisalOffice();

describe('who sees what', () => {
  it('a tutor sees own learners only: another tutor’s appraisal does not exist', async () => {
    const stranger = await centre.addMember('tutor', { givenName: 'Paul', birthName: 'Autre' });
    const id = await office.ask(await office.addLearner());
    const params = { appraisalId: id };
    expect(
      (await app.call('GET /tutor/appraisals/:appraisalId', { params }, stranger)).status,
    ).toBe(404);
    expect((await office.save(id, { revision: 1 }, stranger)).status).toBe(404);
    const list = await app.call('GET /tutor/appraisals', {}, stranger);
    expect(list.body).toEqual({ toDo: [], signed: [] });
  });

  it('another centre’s appraisal does not exist for the office either', async () => {
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    const params = { appraisalId: await office.ask(await office.addLearner()) };
    expect((await app.call('GET /appraisals/:appraisalId', { params }, elsewhere)).status).toBe(
      404,
    );
    expect(
      (await app.call('POST /appraisals/:appraisalId/link', { params }, elsewhere)).status,
    ).toBe(404);
  });

  it('the director reads, and neither asks nor types in', async () => {
    expect((await app.call('GET /appraisals', {}, director)).status).toBe(200);
    const body = { cohortId, blockCodes: ['B1'], dueOn: '2026-12-18', label: 'Fin' };
    expect((await app.call('POST /appraisals', { body }, director)).status).toBe(403);
    expect((await app.call('GET /appraisals', {}, tutor)).status).toBe(403);
  });
});
