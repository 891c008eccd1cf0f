import { expect, it } from '@jest/globals';
import {
  app,
  ask,
  centre,
  coordinator,
  onEachBackend,
  received,
  runMorning,
} from '../support/mail-room.ts';
import { readMailText } from '../support/smtp.ts';

onEachBackend('who has not signed a joint review', () => {
  it('is asked once more three days after it, however often the morning runs', async () => {
    const { email, learner } = await ask('2026-12-18');
    const trainer = await centre.addMember('trainer');
    const { enrolmentId } = learner;
    const opened = await app.call(
      'POST /joint-reviews',
      { body: { enrolmentId, heldOn: '2026-11-23', trainerId: trainer.personId } },
      coordinator,
    );
    expect(opened.body).toMatchObject({ mails: 2, unreachable: [{ name: learner.name }] });
    const part = await app.db.system.jointReviewPart.findFirstOrThrow({
      where: { jointReviewId: opened.body.id, personId: trainer.personId },
    });
    const params = { jointReviewPartId: part.id };
    await app.call(
      'PUT /joint-review-parts/:jointReviewPartId',
      { params, body: { comment: 'Bien.', revision: 1 } },
      trainer,
    );
    const signed = await app.call(
      'POST /joint-review-parts/:jointReviewPartId/signature',
      { params, body: { revision: 2, confirmedName: trainer.name } },
      trainer,
    );
    expect(signed.status).toBe(200);
    const remindOn = async (day: string) => {
      app.clock.set(`${day}T06:45:00+01:00`);
      await runMorning('joint-review.remind-centre');
      app.clock.set('2026-11-23T09:00:00+01:00');
    };
    await remindOn('2026-11-25');
    // The appraisal’s mail and the opening’s.
    expect(received(email)).toHaveLength(2);
    await remindOn('2026-11-26');
    await remindOn('2026-11-26');
    await remindOn('2026-11-27');
    expect(received(email)).toHaveLength(3);
    expect(received(trainer.email)).toHaveLength(1);
    expect(readMailText(received(email).at(-1)?.raw ?? '')).toContain('n’est pas signé par tous');
  });
});
