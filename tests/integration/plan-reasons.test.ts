import { describe, expect, it } from '@jest/globals';
import { app, openPlanOffice, openPlans } from '../support/plan-office.ts';
import { addRoom } from '../support/room-builder.ts';

openPlans();

describe('a plan that cannot be says why', () => {
  it('no trainer at all', async () => {
    const office = await openPlanOffice({ trainers: 0 });
    const cohort = await office.addCohort('Sans formateur');
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.state).toBe('impossible');
    expect(plan.unplaced[0]?.sentence).toMatch('Aucun formateur n’a de fiche complète');
    expect(plan.unplaced[0]?.reasons).toEqual([]);
  });

  it('nobody accredited for the AFGSU', async () => {
    const office = await openPlanOffice({ accredited: 0 });
    const cohort = await office.addCohort('Sans habilitation');
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.unplaced[0]?.sentence).toMatch('aucun formateur habilité');
  });

  it('no room with what the modules ask for; once one is equipped, it holds all of them', async () => {
    const office = await openPlanOffice({ equipment: ['Postes informatiques'] });
    const cohort = await office.addCohort('Équipée');
    const bare = await office.finish(await office.ask([cohort.id]));
    expect(bare.state).toBe('impossible');
    expect(bare.unplaced[0]?.sentence).toMatch('aucune salle équipée de Postes informatiques');
    const room = await addRoom(app, office.coordinator, 'Salle info', {
      seats: 26,
      equipment: ['postes informatiques', 'écran'],
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.unplaced).toEqual([]);
    expect(new Set(plan.changes.map(({ to }) => to?.room?.id))).toEqual(new Set([room]));
  });

  it('more hours than days', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Trop court', { endsOn: '2027-02-26' });
    const plan = await office.finish(await office.ask([cohort.id]));
    const said = [plan.unplaced[0]?.sentence, ...(plan.unplaced[0]?.reasons ?? [])].join(' ');
    expect(said).toMatch('Reculez la fin');
  });
});
