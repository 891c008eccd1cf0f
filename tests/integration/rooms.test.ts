import { beforeAll, describe, expect, it } from '@jest/globals';
import { addRoom, app, as, change, openCalendars, planCohort } from '../support/calendars.ts';

openCalendars();

let siteId: string;
beforeAll(async () => {
  siteId = (await as()('GET /sites', {})).body[0]?.id ?? '';
});

const call = () => as();
const roomOf = async (id: string) =>
  (await call()('GET /rooms', {})).body.find((room) => room.id === id);

describe('the rooms of a centre', () => {
  it('has a name of its own in its site, whatever its capitals and spaces', async () => {
    await addRoom('Salle 1');
    const body = { siteId, name: ' salle  1', seats: 12, equipment: [] };
    const { status, problem } = await call()('POST /rooms', { body });
    expect(status).toBe(409);
    expect(problem.errors).toEqual([
      { pointer: '/name', message: 'Ce site a déjà une salle de ce nom.' },
    ]);
  });

  it('two coordinators on one room: the second sees what the first saved', async () => {
    const id = await addRoom('Salle 4');
    const room = await roomOf(id);
    const save = (seats: number) =>
      call()('PUT /rooms/:roomId', {
        params: { roomId: id },
        body: { name: 'Salle 4', seats, equipment: ['fauteuil'], revision: room?.revision ?? 0 },
      });
    const answers = await Promise.all([save(14), save(16)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('a room with slots to come is kept until they have another one', async () => {
    const { first } = await planCohort('En salle 5');
    const roomId = await addRoom('Salle 5');
    await change(first, { roomId });
    const archive = () =>
      call()('POST /rooms/:roomId/archive', { params: { roomId }, body: { revision: 1 } });
    const refused = await archive();
    expect(refused.problem.detail).toMatch('1 créneau à venir');
    await change({ ...first, revision: first.revision + 1 }, { roomId: null });
    expect((await archive()).status).toBe(200);
    expect(await roomOf(roomId)).toBeUndefined();
    expect(await addRoom('Salle 5')).not.toBe(roomId);
  });

  it('is closed some days, and open again', async () => {
    const roomId = await addRoom('Salle 6');
    const close = (fromOn: string, toOn: string) =>
      call()('POST /rooms/:roomId/closures', {
        params: { roomId },
        body: { fromOn, toOn, label: 'travaux' },
      });
    expect((await close('2027-02-10', '2027-02-01')).problem.errors?.[0]?.pointer).toBe('/toOn');
    const { body } = await close('2027-02-01', '2027-02-10');
    expect((await roomOf(roomId))?.closures).toEqual([
      { id: body.id, fromOn: '2027-02-01', toOn: '2027-02-10', label: 'travaux' },
    ]);
    await call()('DELETE /rooms/:roomId/closures/:closureId', {
      params: { roomId, closureId: body.id },
    });
    expect((await roomOf(roomId))?.closures).toEqual([]);
  });

  it('another centre’s room is not found', async () => {
    const roomId = await addRoom('Salle 7');
    const other = await app.addCentre('Autre centre');
    const stranger = await other.addMember('coordinator');
    const { status } = await app.as(stranger)('POST /rooms/:roomId/archive', {
      params: { roomId },
      body: { revision: 1 },
    });
    expect(status).toBe(404);
  });
});
