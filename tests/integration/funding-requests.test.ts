import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  cohortId = await addCohort(app.db, centre);
});
afterAll(() => app.close());

const enrol = async (
  route: 'continuing_training' | 'professional_contract' | 'reconversion_period',
) => {
  const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
    tutorId: null,
    route,
    hireDate: '2026-11-19',
    startsOn: '2026-11-19',
  });
  return enrolmentId;
};
const read = async (enrolmentId: string) => {
  const params = { enrolmentId };
  const { body } = await app.call('GET /enrolments/:enrolmentId', { params }, coordinator);
  return body.funding;
};
const send = (enrolmentId: string, body: Record<string, unknown> = {}) =>
  app.call(
    'POST /enrolments/:enrolmentId/funding-requests',
    { params: { enrolmentId }, body: { sentOn: '2026-11-20', ...body } },
    coordinator,
  );
const save = (fundingRequestId: string, body: Record<string, unknown>) =>
  app.call(
    'PUT /funding-requests/:fundingRequestId',
    { params: { fundingRequestId }, body: { sentOn: '2026-11-20', ...body } },
    coordinator,
  );

describe('the papers of a course go to the OPCO (DOMAIN 7)', () => {
  it('the file says by when, then since when an answer is awaited, then what it was', async () => {
    const id = await enrol('professional_contract');
    expect(await read(id)).toMatchObject({
      standing: { state: 'to_send', paper: 'Cerfa 12434', dueOn: '2026-11-24', isLate: false },
      canSend: true,
      requests: [],
    });
    const { body: sent } = await send(id, { reference: 'EP-2026-118' });
    expect(sent).toMatchObject({
      standing: { state: 'sent', sentence: expect.stringMatching(/10 décembre 2026/) },
      canSend: false,
    });
    const { body: answered } = await save(sent.requests[0]?.id ?? '', {
      reference: 'EP-2026-118',
      answer: 'refused',
      answeredOn: '2026-11-23',
      revision: 1,
    });
    expect(answered).toMatchObject({ standing: { state: 'refused' }, canSend: true });
    const { body: again } = await send(id, { sentOn: '2026-11-23' });
    expect(again.requests.map(({ answer }) => answer)).toEqual(['refused', null]);
    expect(again.standing?.state).toBe('sent');
  });

  it('R6324-2: the answer is awaited from the reception once it is noted, else from the sending', async () => {
    const id = await enrol('reconversion_period');
    const { body: sent } = await send(id, { sentOn: '2026-11-18' });
    expect(sent.standing?.sentence).toMatch(/8 décembre 2026.*comptée ici du jour de l’envoi/);
    const [request] = sent.requests;
    const { body: received } = await save(request?.id ?? '', {
      sentOn: '2026-11-18',
      receivedOn: '2026-11-22',
      revision: 1,
    });
    expect(received.requests).toMatchObject([{ receivedOn: '2026-11-22', revision: 2 }]);
    expect(received.standing?.sentence).toMatch(
      /reçu le 22 novembre 2026\. Il répond au plus tard le 12 décembre 2026\.$/,
    );
    const { status, problem } = await save(request?.id ?? '', {
      sentOn: '2026-11-18',
      receivedOn: '2026-11-17',
      revision: 2,
    });
    expect(status).toBe(422);
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/receivedOn']);
  });

  it('what an act of the trail says is kept with it', async () => {
    const id = await enrol('professional_contract');
    await send(id);
    const trail = await app.db.system.auditEvent.findMany({ where: { subjectId: id } });
    expect(trail.map(({ action }) => action)).toContain('funding-request.sent');
  });

  it('a course paid otherwise has nothing to send, and nothing is noted', async () => {
    const id = await enrol('continuing_training');
    expect(await read(id)).toEqual({ standing: null, canSend: false, requests: [] });
    expect((await send(id)).status).toBe(422);
  });

  it('faults land on their fields, and nothing is saved', async () => {
    const id = await enrol('reconversion_period');
    const { status, problem } = await send(id, { sentOn: '2026-11-24', answer: 'accepted' });
    expect(status).toBe(422);
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/sentOn', '/answeredOn']);
    expect((await read(id)).requests).toEqual([]);
  });
});

describe('two people note the same file', () => {
  it('a double click sends one paper', async () => {
    const id = await enrol('professional_contract');
    const answers = await Promise.all([send(id), send(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await read(id)).requests).toHaveLength(1);
  });

  it('the second answer is refused with the first one beside it', async () => {
    const { body } = await send(await enrol('professional_contract'));
    const id = body.requests[0]?.id ?? '';
    const answered = { answeredOn: '2026-11-23', revision: 1 };
    await save(id, { ...answered, answer: 'accepted' });
    const { status, problem } = await save(id, { ...answered, answer: 'refused' });
    expect(status).toBe(409);
    expect(problem?.current).toMatchObject({ answer: 'accepted', revision: 2 });
  });
});
