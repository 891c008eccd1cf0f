import type { TrainerWeekForm } from '@jalon/contract';
import type { Member, TestApp } from './test-app.ts';

/** Every morning of the week and Monday's afternoon, the first time that a week is typed. */
export const aWeek: TrainerWeekForm = {
  mornings: [1, 2, 3, 4, 5],
  afternoons: [1],
  avoidedMornings: [5],
  avoidedAfternoons: [],
  minMinutesPerWeek: 210,
  maxMinutesPerWeek: 1260,
  centsPerHour: 4_500,
  revision: 0,
};

/** What the office does on a trainer's file. */
export function trainerDesk(app: TestApp, coordinator: Member, trainerId: string) {
  const call = app.as(coordinator);
  const params = { trainerId };
  const read = async () => (await call('GET /trainers/:trainerId', { params })).body;
  const versionOf = async (id: string) => {
    const version = (await read()).versions.find((one) => one.id === id);
    if (!version) throw new Error(`no version ${id} on the file`);
    return version;
  };
  return {
    read,
    versionOf,
    saveWeek: (more: Partial<TrainerWeekForm> = {}) =>
      call('PUT /trainers/:trainerId/profile', { params, body: { ...aWeek, ...more } }),
    async teach(
      frameworkVersionId: string,
      subjects: readonly { blockCode: string; moduleCode: string | null }[],
      known?: string,
    ) {
      const fingerprint = known ?? (await versionOf(frameworkVersionId)).fingerprint;
      const body = { frameworkVersionId, subjects: [...subjects], fingerprint };
      return call('PUT /trainers/:trainerId/subjects', { params, body });
    },
    accredit: (credentialCode: string, validUntil: string | null) =>
      call('POST /trainers/:trainerId/accreditations', {
        params,
        body: { credentialCode, validUntil },
      }),
    beAway: (fromOn: string, toOn: string) =>
      call('POST /trainers/:trainerId/absences', {
        params,
        body: { fromOn, toOn, label: 'Congés' },
      }),
  };
}
