import { describe, expect, it } from '@jest/globals';
import { app, director, office, openAppraisalOffice } from '../support/appraisal-office.ts';

openAppraisalOffice();

describe('the office types in a form signed on paper', () => {
  it('marks who typed it, and never as the tutor’s own signature', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    const { body } = await office.paper(learner);
    expect(body.id).toBe(asked);
    const sheet = await app.call(
      'GET /appraisals/:appraisalId',
      { params: { appraisalId: body.id } },
      director,
    );
    expect(sheet.body.signature).toMatchObject({
      origin: 'office_paper',
      signerName: 'Dr Ferrand',
      signedOn: '2026-11-20',
      enteredBy: 'Camille coordinator',
    });
  });

  it('asks before it replaces what the tutor began online', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    const [code = ''] = office.codesOf('B2');
    await office.save(asked, { ratings: { [code]: 'mastered' }, revision: 1 });
    const unseen = await office.paper(learner);
    expect(unseen.status).toBe(409);
    expect(unseen.problem.detail).toContain('commencé en ligne (1 sur');
    expect(unseen.problem.current).toMatchObject({
      id: asked,
      revision: 2,
      ratings: { [code]: 'mastered' },
      signedOn: null,
    });
    const { status, body } = await office.paper(learner, { replacesRevision: 2 });
    expect(status).toBe(200);
    // What the tutor had typed is kept beside the form, and their link says what took its place.
    expect(body.id).not.toBe(asked);
    expect((await office.open(asked)).body).toMatchObject({
      ratings: { [code]: 'mastered' },
      end: {
        sentence:
          'Rien n’est plus attendu de vous depuis le 23 novembre 2026 : une feuille papier a été saisie à la place.',
      },
    });
  });

  it('the tutor taps meanwhile: 409 with the draft as it stands now, nothing is lost', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    const [code = ''] = office.codesOf('B2');
    await office.save(asked, { ratings: { [code]: 'mastered' }, revision: 1 });
    await office.save(asked, { ratings: { [code]: 'not_acquired' }, revision: 2 });
    const late = await office.paper(learner, { replacesRevision: 2 });
    expect(late.status).toBe(409);
    expect(late.problem.current).toMatchObject({
      ratings: { [code]: 'not_acquired' },
      revision: 3,
    });
  });

  it('the tutor signs meanwhile: 409 with what was signed, and the signature stands', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    await office.signWhole(asked);
    const late = await office.paper(learner, { replacesRevision: 2 });
    expect(late.problem).toMatchObject({
      code: 'edited_meanwhile',
      current: { id: asked, signedOn: '2026-11-23', ratings: office.allAt('mastered') },
    });
  });

  it('at the very instant of the signature: one stands, the other is told, never a 500', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    const whole = { ratings: office.allAt('mastered'), revision: 1 };
    const { revision } = (await office.save(asked, whole)).body;
    const answers = await Promise.all([
      office.sign(asked, revision),
      office.paper(learner, { replacesRevision: revision }),
    ]);
    const [signature, form] = answers.map(({ status }) => status);
    // The tutor is told that the form took the place of their draft; the office, that they signed.
    expect(signature === 200 ? form : signature).toBe(signature === 200 ? 409 : 422);
    expect([signature, form]).toContain(200);
  });

  it('two people type the same form differently: the second is shown the first, and may still keep theirs', async () => {
    const learner = await office.addLearner();
    const asked = await office.ask(learner);
    const before = { knownSignedIds: [] };
    expect((await office.paper(learner, before)).status).toBe(200);
    const second = { ...before, comment: 'Autre lecture de la feuille.' };
    const refused = await office.paper(learner, second);
    expect(refused.status).toBe(409);
    expect(refused.problem.detail).toContain('vient d’être saisie pour ce bloc');
    expect(refused.problem.current).toMatchObject({ id: asked, origin: 'office_paper' });
    const kept = await office.paper(learner, { ...second, knownSignedIds: [asked] });
    expect(kept.status).toBe(200);
  });

  it('sent twice by a double click is one form', async () => {
    const learner = await office.addLearner();
    const [one, other] = await Promise.all([office.paper(learner), office.paper(learner)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.id).toBe(other.body.id);
  });

  it('a form older than what stands is history, not the last word', async () => {
    const learner = await office.addLearner();
    const signed = await office.ask(learner);
    await office.signWhole(signed);
    const { body } = await office.paper(learner, { signedOn: '2026-10-01' });
    const rows = await app.db.system.appraisal.findMany({
      where: { id: { in: [signed, body.id] } },
    });
    const supersededBy = Object.fromEntries(rows.map((row) => [row.id, row.supersededById]));
    expect(supersededBy).toEqual({ [signed]: null, [body.id]: signed });
  });

  it('refuses a date to come or before the tutor knew the learner, an incomplete form and a form without a name', async () => {
    const learner = await office.addLearner();
    const pointerOf = async (more: Record<string, unknown>) =>
      (await office.paper(learner, more)).problem.errors?.[0]?.pointer;
    expect(await pointerOf({ signedOn: '2026-11-24' })).toBe('/signedOn');
    expect(await pointerOf({ signedOn: '2026-05-31' })).toBe('/signedOn');
    expect(await pointerOf({ ratings: {} })).toBe('/ratings');
    expect(await pointerOf({ signerName: '' })).toBe('/signerName');
    expect(await pointerOf({ blockCode: 'B9' })).toBe('/blockCode');
  });
});
