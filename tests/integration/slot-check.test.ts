import { type Finding, type Framework, prepareSlotMoves } from '@jalon/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addRoom,
  afbb,
  app,
  as,
  centre,
  change,
  coordinator,
  openCalendars,
  planCohort,
  type Slot,
} from '../support/calendars.ts';
import { enrolLearner } from '../support/cohort-builder.ts';
import { addRoom as addRoomOf } from '../support/room-builder.ts';
import { formOf } from '../support/slot-form.ts';
import type { Member } from '../support/test-app.ts';
import { aWeek, trainerDesk } from '../support/trainer-file.ts';

openCalendars();

let cohortId: string;
let slots: readonly Slot[];
let first: Slot;
let roy: Member;

beforeAll(async () => {
  const planned = await planCohort('Tapée');
  cohortId = planned.cohort.id;
  slots = planned.slots;
  first = planned.first;
  roy = await centre.addMember('trainer', { givenName: 'Anne', birthName: 'Roy' });
  const desk = trainerDesk(app, coordinator, roy.personId);
  await desk.saveWeek({ ...aWeek, maxMinutesPerWeek: 420 });
  const subjects = slots.map(({ blockCode, moduleCode }) => ({ blockCode, moduleCode }));
  const each = new Map(subjects.map((one) => [JSON.stringify(one), one]));
  await desk.teach(afbb, [...each.values()]);
  await desk.beAway('2027-02-01', '2027-02-05');
});

const check = async (slot: Slot, more: Record<string, unknown>, slotId: string | null = slot.id) =>
  (
    await as()('POST /cohorts/:cohortId/slot-check', {
      params: { cohortId },
      body: { ...formOf(slot, more), slotId },
    })
  ).body;
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const findSlot = (isIt: (slot: Slot) => boolean): Slot => {
  const slot = slots.find(isIt);
  if (!slot) throw new Error('The calendar has such a half-day');
  return slot;
};

const askForComputers = (framework: Framework): Framework => ({
  ...framework,
  code: 'CQP-AM-INFO',
  blocks: framework.blocks.map((block) => ({
    ...block,
    modules: block.modules.map((module) => ({ ...module, equipment: ['postes informatiques'] })),
  })),
});

describe('a half-day typed in the form is judged as when it is dragged', () => {
  it('a trainer who is away, or who does not work then: said at the field, and confirmed', async () => {
    const away = findSlot(({ date }) => date >= '2027-02-01' && date <= '2027-02-05');
    expect(await check(away, { trainerId: roy.personId })).toMatchObject([
      {
        rule: 'plan.trainer-absent',
        severity: 'warning',
        path: '/trainerId',
        message: expect.stringMatching(/^Roy Anne a une absence le \S+ \d.* février 2027/),
      },
    ]);
    const asked = await change(away, { trainerId: roy.personId });
    expect(asked).toMatchObject({ status: 422, problem: { code: 'rule_refused' } });
    const confirmed = await change(away, {
      trainerId: roy.personId,
      acceptedWarnings: ['plan.trainer-absent'],
    });
    expect(confirmed.body.trainer?.id).toBe(roy.personId);

    const tuesday = findSlot(({ date, halfDay }) => date === '2027-01-05' && halfDay !== 'morning');
    expect((await check(tuesday, { trainerId: roy.personId }))[0]?.message).toMatch(
      'ne travaille pas d’habitude le mardi 5 janvier 2027, après-midi',
    );
  });

  it('an accreditation that is missing, or ends before that day (W1)', async () => {
    const afgsu = findSlot(({ name }) => name.startsWith('AFGSU'));
    const desk = trainerDesk(app, coordinator, roy.personId);
    const given = { trainerId: roy.personId };
    expect(rulesOf(await check(afgsu, given))).toContain('plan.trainer-qualified');
    await desk.accredit('AFGSU1', afgsu.date);
    expect(rulesOf(await check(afgsu, given))).not.toContain('plan.trainer-qualified');
    const later = slots.at(-1)?.date ?? '';
    expect(later > afgsu.date).toBe(true);
    expect(rulesOf(await check(afgsu, { ...given, date: later }))).toContain(
      'plan.trainer-qualified',
    );
    const moves = prepareSlotMoves((await as()('GET /slot-moves', {})).body);
    const { trainerId: _, ...place } = formOf(afgsu, { date: later });
    expect(rulesOf(moves.conflictsOf(afgsu.id, { ...place, ...given }))).toContain(
      'plan.trainer-qualified',
    );
  });

  it('a trainer whose week nobody typed may take a half-day, not the AFGSU', async () => {
    const neuve = await centre.addMember('trainer', { givenName: 'Nina', birthName: 'Neuve' });
    const afgsu = findSlot(({ name }) => name.startsWith('AFGSU'));
    expect(await check(first, { trainerId: neuve.personId })).toEqual([]);
    expect(rulesOf(await check(afgsu, { trainerId: neuve.personId }))).toEqual([
      'plan.trainer-qualified',
    ]);
  });

  it('beyond the trainer’s week, half-days of other cohorts included', async () => {
    const other = await planCohort('Autre promotion');
    const held = other.slots
      .filter(({ date, halfDay }) => date.startsWith('2027-01-1') && halfDay === 'morning')
      .slice(0, 2);
    for (const slot of held) {
      const { status } = await change(slot, { trainerId: roy.personId });
      expect(status).toBe(200);
    }
    const [day] = held;
    if (!day) throw new Error('A week has half-days');
    const monday = findSlot(({ date, startsAt }) => date === '2027-01-11' && startsAt > 720);
    expect(await check(monday, { trainerId: roy.personId })).toMatchObject([
      {
        rule: 'plan.trainer-week',
        path: '/trainerId',
        message: expect.stringMatching(
          /^Roy Anne aurait 10 h 30 dans la semaine du lundi 11 janvier 2027 : son maximum est 7 h\.$/,
        ),
      },
    ]);
  });

  it('a room that is too small, or closed that day', async () => {
    const small = await addRoomOf(app, coordinator, 'Placard', { seats: 2 });
    expect(await check(first, { roomId: small })).toMatchObject([
      { severity: 'warning', path: '/roomId', message: expect.stringMatching(/^Placard/) },
    ]);
    const roomId = await addRoom('Repeinte');
    await as()('POST /rooms/:roomId/closures', {
      params: { roomId },
      body: { fromOn: first.date, toOn: first.date, label: 'Peinture' },
    });
    expect(rulesOf(await check(first, { roomId }))).toEqual(['plan.room-open']);
  });

  it('a room without what the module asks for, whatever its capitals and accents', async () => {
    const { id } = await centre.addFramework('CQP-AM-40913-LEMANS', askForComputers);
    const { cohort, first: half } = await planCohort('Informatique', { frameworkVersionId: id });
    const roomOf = (name: string, equipment: readonly string[]) =>
      addRoomOf(app, coordinator, name, { seats: 30, equipment });
    const bare = await roomOf('Salle nue', ['écran']);
    const equipped = await roomOf('Salle info', ['POSTES  INFORMATIQUES']);
    const ask = async (roomId: string) =>
      (
        await as()('POST /cohorts/:cohortId/slot-check', {
          params: { cohortId: cohort.id },
          body: { ...formOf(half, { roomId }), slotId: half.id },
        })
      ).body;
    expect(await ask(equipped)).toEqual([]);
    expect(await ask(bare)).toMatchObject([
      {
        rule: 'plan.room-equipped',
        severity: 'warning',
        path: '/roomId',
        message: expect.stringMatching('^Salle nue n’est pas équipée de postes informatiques'),
      },
    ]);
    const moves = prepareSlotMoves((await as()('GET /slot-moves', {})).body);
    const { trainerId, ...place } = formOf(half, { roomId: bare });
    expect(moves.conflictsOf(half.id, { ...place, trainerId, roomId: bare })).toEqual(
      await ask(bare),
    );
  });

  it('a half-day that is added is judged alike; the past asks whether it was held', async () => {
    const last = slots.at(-1);
    if (!last) throw new Error('A calendar has half-days');
    const removal = { params: { slotId: last.id }, body: { revision: last.revision } };
    await as()('POST /slots/:slotId/removal', removal);
    const free = { date: '2026-11-17', trainerId: roy.personId };
    const found = await check(last, free, null);
    expect(rulesOf(found)).toEqual(
      expect.arrayContaining(['slot.past-was-held', 'slot.within-cohort']),
    );
    const away = await check(last, { date: '2027-02-03', trainerId: roy.personId }, null);
    expect(rulesOf(away)).toContain('plan.trainer-absent');
  });
});

it('before the positioning of its cohort: a warning, typed or dragged (DOMAIN 5.3, Qualiopi 8)', async () => {
  const planned = await planCohort('Positionnée', { positioningOn: '2027-01-05' });
  expect(planned.first.date).toBe('2027-01-11');
  const early = { date: '2027-01-04' };
  const typed = await as()('POST /cohorts/:cohortId/slot-check', {
    params: { cohortId: planned.cohort.id },
    body: { ...formOf(planned.first, early), slotId: planned.first.id },
  });
  expect(rulesOf(typed.body)).toContain('slot.after-positioning');
  const { body: facts } = await as()('GET /slot-moves', {});
  const place = { ...planned.first, ...early, trainerId: null, roomId: null };
  expect(prepareSlotMoves(facts).conflictsOf(planned.first.id, place)).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringMatching('avant le positionnement du 5 janvier 2027'),
    }),
  );
});

it('after the end of a learner’s contract: a warning once the day changes (DOMAIN 12)', async () => {
  const planned = await planCohort('Sous contrat');
  const name = { givenName: 'Alice', birthName: 'Martin' };
  const enrolmentId = await enrolLearner(app, centre, planned.cohort.id, name, '2027-01-04');
  const { personId } = await app.db.system.enrolment.findFirstOrThrow({
    where: { id: enrolmentId },
  });
  await app.db.system.employment.create({
    data: {
      centreId: centre.id,
      personId,
      employerName: 'Cabinet Ferrand',
      hireDate: new Date('2026-09-01'),
      endsOn: new Date('2027-01-31'),
    },
  });
  const ask = async (slot: Slot, more: Record<string, unknown>) => {
    const params = { cohortId: planned.cohort.id };
    const body = { ...formOf(slot, more), slotId: slot.id };
    const { body: findings } = await as()('POST /cohorts/:cohortId/slot-check', { params, body });
    return findings
      .filter(({ rule }) => rule === 'slot.within-contract')
      .map(({ message }) => message);
  };
  expect(await ask(planned.first, { date: '2027-01-25' })).toEqual([]);
  expect(await ask(planned.first, { date: '2027-02-22' })).toEqual([
    'Martin Alice : le contrat finit le 31 janvier 2027, 1 créneau après.',
  ]);
});
