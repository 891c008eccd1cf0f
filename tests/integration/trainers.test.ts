import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  afbb,
  app,
  as,
  centre,
  change,
  coordinator,
  leMans,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';
import type { Member } from '../support/test-app.ts';
import { aWeek, trainerDesk } from '../support/trainer-file.ts';

openCalendars();

let sophie: Member;
let desk: ReturnType<typeof trainerDesk>;
beforeAll(async () => {
  sophie = await centre.addMember('trainer', { givenName: 'Sophie', birthName: 'Petit' });
  desk = trainerDesk(app, coordinator, sophie.personId);
});

/** A trainer whom no other test changes. */
async function openFile() {
  const trainer = await centre.addMember('trainer');
  return { trainer, ...trainerDesk(app, coordinator, trainer.personId) };
}
const inList = async (personId: string, caller = coordinator) =>
  (await as(caller)('GET /trainers', {})).body.find((row) => row.personId === personId);
const b1 = { blockCode: 'B1', moduleCode: 'B1-M1' };
const b1Evaluation = { blockCode: 'B1', moduleCode: null };

describe('a trainer’s file says whether a plan can count on them', () => {
  it('is empty at first, and says what is missing', async () => {
    const file = await desk.read();
    expect(file.spokenName).toBe('Sophie Petit');
    expect(file.week.revision).toBe(0);
    expect(file.readiness.outcome).toBe('incomplete');
    expect(file.readiness.state).toMatch(/^il manque ses jours de travail/);
  });

  it('is ready once its week, its hours and its subjects are known', async () => {
    await desk.saveWeek();
    const saved = await desk.teach(leMans, [b1Evaluation, b1]);
    expect(saved.body.subjects).toEqual([b1, b1Evaluation]);
    const row = await inList(sophie.personId);
    expect(row).toMatchObject({
      name: 'Petit Sophie',
      file: {
        subjectCount: 2,
        subjects: 'Parcours de santé',
        maxMinutesPerWeek: 1260,
        readiness: { outcome: 'ready', state: 'fiche prête pour le plan de l’année' },
      },
    });
  });

  it('someone who no longer trains here has no file', async () => {
    const { trainer } = await openFile();
    const { id } = await app.db.system.membership.findFirstOrThrow({
      where: { userId: trainer.userId },
    });
    await as()('POST /centre/members/:membershipId/end', { params: { membershipId: id } });
    const params = { trainerId: trainer.personId };
    expect((await as()('GET /trainers/:trainerId', { params })).status).toBe(404);
    expect(await inList(trainer.personId)).toBeUndefined();
  });
});

describe('costs and absences are for those who plan, and for the trainer', () => {
  it('a trainer reads their own file, and names alone in the list', async () => {
    const own = await as(sophie)('GET /trainer-file', {});
    expect(own.body.week.centsPerHour).toBe(4_500);
    const params = { trainerId: sophie.personId };
    const other = await centre.addMember('trainer');
    expect((await as(other)('GET /trainers/:trainerId', { params })).status).toBe(403);
    expect(await inList(sophie.personId, other)).toEqual({
      personId: sophie.personId,
      name: 'Petit Sophie',
      file: null,
    });
  });

  it('a director reads them, and changes nothing', async () => {
    const director = await centre.addMember('director');
    const params = { trainerId: sophie.personId };
    expect((await as(director)('GET /trainers/:trainerId', { params })).status).toBe(200);
    const write = await as(director)('PUT /trainers/:trainerId/profile', { params, body: aWeek });
    expect(write.status).toBe(403);
  });

  it('another centre’s coordinator finds no such trainer', async () => {
    const stranger = await (await app.addCentre('Autre centre')).addMember('coordinator');
    const params = { trainerId: sophie.personId };
    const theirs = app.as(stranger);
    expect((await theirs('GET /trainers/:trainerId', { params })).status).toBe(404);
    const write = await theirs('PUT /trainers/:trainerId/profile', { params, body: aWeek });
    expect(write.status).toBe(404);
  });
});

describe('the week of a trainer', () => {
  it('refuses at its fields what no plan could keep', async () => {
    const { saveWeek } = await openFile();
    const fault = async (more: Partial<typeof aWeek>) =>
      (await saveWeek(more)).problem.errors?.map(({ pointer }) => pointer);
    expect(await fault({ avoidedMornings: [6] })).toEqual(['/avoidedMornings']);
    expect(await fault({ minMinutesPerWeek: 1300 })).toEqual(['/minMinutesPerWeek']);
    expect(await fault({ maxMinutesPerWeek: 3000 })).toEqual(['/maxMinutesPerWeek']);
    expect(await fault({ mornings: [7] })).toEqual(['/mornings/0']);
    expect(await fault({ mornings: [1, 1] })).toEqual(['/mornings']);
    expect(await fault({ centsPerHour: -1 })).toEqual(['/centsPerHour']);
  });

  it('two coordinators at once, even on an empty file: the second sees what the first saved', async () => {
    const { saveWeek } = await openFile();
    const first = await Promise.all([
      saveWeek({ centsPerHour: 4_000 }),
      saveWeek({ centsPerHour: 5_000 }),
    ]);
    expect(first.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = first.find(({ status }) => status === 409);
    const early = first.find(({ status }) => status === 200);
    expect(late?.problem.current).toEqual(early?.body);
    expect((await saveWeek({ revision: 1 })).body.revision).toBe(2);
    expect((await saveWeek({ revision: 1 })).status).toBe(409);
  });

  it('leaves its line in the trail', async () => {
    const { trainer, saveWeek } = await openFile();
    await saveWeek();
    const trail = await app.db.system.auditEvent.findMany({
      where: { subjectId: trainer.personId },
    });
    expect(trail.map(({ action, actorUserId }) => [action, actorUserId])).toEqual([
      ['trainer.week-saved', coordinator.userId],
    ]);
  });
});

describe('what a trainer may teach, version by version', () => {
  it('two coordinators at once: the second sees what the first chose', async () => {
    const { teach, versionOf } = await openFile();
    const { fingerprint } = await versionOf(leMans);
    const answers = await Promise.all([
      teach(leMans, [b1], fingerprint),
      teach(leMans, [b1Evaluation], fingerprint),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const chosen = answers.find(({ status }) => status === 200)?.body;
    expect(answers.find(({ status }) => status === 409)?.problem.current).toEqual(chosen);
  });

  it('a module of another version is refused at its place in the list', async () => {
    const { teach } = await openFile();
    const { status, problem } = await teach(leMans, [b1, { blockCode: 'B1', moduleCode: 'X' }]);
    expect(status).toBe(422);
    expect(problem.errors?.[0]?.pointer).toBe('/subjects/1');
  });

  it('a copied version keeps its trainers, and a draft that is deleted takes them along', async () => {
    const { teach, versionOf } = await openFile();
    await teach(afbb, [b1, b1Evaluation]);
    const copy = await as()('POST /frameworks', {
      body: { copyOfId: afbb, code: 'AFBB-COPIE', title: 'Copie' },
    });
    const taught = (await versionOf(copy.body.id)).blocks
      .flatMap(({ items }) => items)
      .filter(({ isTaught }) => isTaught);
    expect(taught).toHaveLength(2);
    const params = { frameworkId: copy.body.id };
    expect((await as()('DELETE /frameworks/:frameworkId', { params })).status).toBe(200);
  });
});

describe('an accreditation (W1)', () => {
  const extend = (
    trainerId: string,
    accreditationId: string,
    validUntil: string,
    replaces: string,
  ) =>
    as()('PUT /trainers/:trainerId/accreditations/:accreditationId', {
      params: { trainerId, accreditationId },
      body: { validUntil, replaces },
    });

  it('opens the modules of its credential, and is held once', async () => {
    const { teach, saveWeek, accredit, read, versionOf } = await openFile();
    await saveWeek();
    const all = (await versionOf(leMans)).blocks.flatMap(({ code, items }) =>
      items.map(({ moduleCode }) => ({ blockCode: code, moduleCode })),
    );
    await teach(leMans, all);
    expect((await read()).readiness.state).toBe('fiche prête, sauf l’habilitation AFGSU niveau 1');
    expect((await accredit('AFGSU1', '2027-06-30')).status).toBe(200);
    expect((await read()).readiness.outcome).toBe('ready');
    const twice = await accredit('AFGSU1', null);
    expect([twice.status, twice.problem.errors?.[0]?.pointer]).toEqual([409, '/credentialCode']);
    const unknown = await accredit('PERMIS-B', null);
    expect([unknown.status, unknown.problem.errors?.[0]?.pointer]).toEqual([
      422,
      '/credentialCode',
    ]);
  });

  it('is extended by one person at a time, and removed', async () => {
    const { trainer, accredit, read } = await openFile();
    const { body } = await accredit('AFGSU1', '2026-12-31');
    const answers = await Promise.all([
      extend(trainer.personId, body.id, '2028-12-31', '2026-12-31'),
      extend(trainer.personId, body.id, '2029-12-31', '2026-12-31'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const params = { trainerId: trainer.personId, accreditationId: body.id };
    const elsewhere = { ...params, trainerId: sophie.personId };
    const remove = 'DELETE /trainers/:trainerId/accreditations/:accreditationId';
    expect((await as()(remove, { params: elsewhere })).status).toBe(404);
    expect((await as()(remove, { params })).status).toBe(200);
    expect((await read()).accreditations).toEqual([]);
  });
});

describe('an absence', () => {
  it('names the half-days that it leaves without a trainer, and refuses none', async () => {
    const { trainer, beAway, read } = await openFile();
    const { slots } = await planCohort('Cohorte de l’absence');
    for (const slot of slots.slice(0, 3))
      expect((await change(slot, { trainerId: trainer.personId })).status).toBe(200);
    const [first, , third] = slots;
    const { status, body } = await beAway(first?.date ?? '', first?.date ?? '');
    expect(status).toBe(200);
    expect(body.slots.map(({ id }) => id)).toEqual(
      slots.slice(0, 3).flatMap((slot) => (slot.date === first?.date ? [slot.id] : [])),
    );
    expect(body.warning).toMatch(/au calendrier pendant cette absence/);
    expect(body.slots[0]?.cohort.name).toBe('Cohorte de l’absence');
    expect((await read()).absences[0]).toEqual(body);
    expect(third?.date).not.toBe(first?.date);
  });

  it('does not end before it begins, and can be taken back', async () => {
    const { trainer, beAway, read } = await openFile();
    const wrong = await beAway('2027-02-10', '2027-02-01');
    expect([wrong.status, wrong.problem.errors?.[0]?.pointer]).toEqual([422, '/toOn']);
    const { body } = await beAway('2027-02-01', '2027-02-10');
    expect(body).toMatchObject({ warning: null, slots: [], isOver: false });
    const params = { trainerId: trainer.personId, absenceId: body.id };
    const remove = 'DELETE /trainers/:trainerId/absences/:absenceId';
    expect((await as()(remove, { params })).status).toBe(200);
    expect((await as()(remove, { params })).status).toBe(404);
    expect((await read()).absences).toEqual([]);
  });
});
