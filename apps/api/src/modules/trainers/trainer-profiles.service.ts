import type { Input, TrainerSubjects, TrainerWeekForm } from '@jalon/contract';
import { checkTrainerWeek, isSameSubject, listProgramme } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { describeTaught, describeWeek } from './describe-trainer.ts';
import { findTrainer, loadVersions, lockTrainer, type Version } from './trainer-record.ts';

type WeekInput = Input<'PUT /trainers/:trainerId/profile'>;
type SubjectsInput = Input<'PUT /trainers/:trainerId/subjects'>;

/** When a trainer works, and what they teach. */
@Injectable()
export class TrainerProfilesService {
  constructor(private readonly db: Database) {}

  saveWeek(actor: Actor, { params, body }: WeekInput): Promise<TrainerWeekForm> {
    const { revision, ...week } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockTrainer(tx, params.trainerId);
      const { trainerProfile } = await findTrainer(tx, params.trainerId);
      const current = describeWeek(trainerProfile);
      if (current.revision !== revision) throw editedMeanwhile(current);
      raiseFindings(checkTrainerWeek(week));
      const key = { centreId: actor.centreId, personId: params.trainerId };
      const saved = await tx.trainerProfile.upsert({
        where: { centreId_personId: key },
        create: { ...key, ...inOrder(week) },
        update: { ...inOrder(week), revision: { increment: 1 } },
      });
      audit({ action: 'trainer.week-saved', subjectId: params.trainerId, data: inOrder(week) });
      return describeWeek(saved);
    });
  }

  saveSubjects(actor: Actor, { params, body }: SubjectsInput): Promise<TrainerSubjects> {
    const { frameworkVersionId, subjects, fingerprint } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockTrainer(tx, params.trainerId);
      const trainer = await findTrainer(tx, params.trainerId);
      const version = await findVersion(tx, frameworkVersionId);
      const current = describeTaught(trainer, version);
      if (current.fingerprint !== fingerprint) throw editedMeanwhile(current);
      refuseUnknown(version, subjects);
      await tx.trainerSubject.deleteMany({
        where: { trainerId: params.trainerId, frameworkVersionId },
      });
      const chosen = listProgramme(version.framework).filter((item) =>
        subjects.some((subject) => isSameSubject(subject, item)),
      );
      await tx.trainerSubject.createMany({
        data: chosen.map(({ blockCode, moduleCode }) => ({
          centreId: actor.centreId,
          trainerId: params.trainerId,
          frameworkVersionId,
          blockCode,
          moduleCode,
        })),
      });
      audit({
        action: 'trainer.subjects-saved',
        subjectId: params.trainerId,
        data: {
          frameworkVersionId,
          subjects: chosen.map(({ blockCode, moduleCode }) => moduleCode ?? blockCode),
        },
      });
      return describeTaught(await findTrainer(tx, params.trainerId), version);
    });
  }
}

const findVersion = async (tx: Tx, id: string): Promise<Version> =>
  found(
    (await loadVersions(tx)).find((version) => version.id === id),
    'Ce référentiel',
  );

/** Weekdays in the order of the week, whatever the order of the clicks. */
const inOrder = (week: Omit<WeekInput['body'], 'revision'>) => ({
  ...week,
  mornings: week.mornings.toSorted(),
  afternoons: week.afternoons.toSorted(),
  avoidedMornings: week.avoidedMornings.toSorted(),
  avoidedAfternoons: week.avoidedAfternoons.toSorted(),
});

function refuseUnknown({ framework }: Version, subjects: SubjectsInput['body']['subjects']): void {
  const programme = listProgramme(framework);
  const faults = subjects.flatMap((subject, index) =>
    programme.some((item) => isSameSubject(subject, item))
      ? []
      : [
          {
            pointer: `/subjects/${index}`,
            message: `${subject.moduleCode ?? `L’évaluation du bloc ${subject.blockCode}`} n’est pas dans ce référentiel.`,
          },
        ],
  );
  if (faults.length > 0) throw invalid(faults);
}
