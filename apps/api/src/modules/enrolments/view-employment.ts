import type { Output } from '@jalon/contract';
import {
  type ConventionRegime,
  contractOf,
  conventionRegime,
  type DeadlineRegime,
  formatName,
  type TrainingContract,
  tellTurn,
  type WorkedEmployment,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { judgeTutor } from './employment-writer.ts';
import { volunteeredOnOf, type withTurns } from './tutor-turns.ts';

export type EmploymentRow = Prisma.EmploymentGetPayload<{
  include: { tutor: true } & typeof withTurns;
}>;
type EmploymentView = Output<'GET /enrolments/:enrolmentId'>['employments'][number];

/** The contract of an employment as the rules read it. */
export const toContract = (
  row: Pick<
    EmploymentRow,
    'employerName' | 'contractKind' | 'contractStartsOn' | 'hireDate' | 'endsOn'
  >,
): TrainingContract =>
  contractOf({
    employerName: row.employerName,
    contractKind: row.contractKind,
    contractStartsOn: toDayOrNull(row.contractStartsOn),
    hireDate: toDay(row.hireDate),
    endsOn: toDayOrNull(row.endsOn),
  });

/** The days and the week of an employment as the rules read them. */
export const workedEmployment = (row: Prisma.EmploymentGetPayload<object>): WorkedEmployment => ({
  employerName: row.employerName,
  hireDate: toDay(row.hireDate),
  contractStartsOn: toDayOrNull(row.contractStartsOn),
  endsOn: toDayOrNull(row.endsOn),
  workedMornings: row.workedMornings,
  workedAfternoons: row.workedAfternoons,
});

/**
 * An employment as the screens show it.
 *
 * @param regimes those that the learner's framework knows
 * @param followed learners in training of each tutor
 */
export function viewEmployment(
  row: EmploymentRow,
  regimes: readonly DeadlineRegime[],
  followed: ReadonlyMap<string, number>,
): EmploymentView {
  const dates = {
    hireDate: toDay(row.hireDate),
    dutyStartOn: toDayOrNull(row.dutyStartOn),
    cpamContractSignedOn: toDayOrNull(row.cpamContractSignedOn),
    regimeOverride: row.regimeOverride,
  };
  const { tutor } = row;
  const tutorVolunteeredOn = volunteeredOnOf(row);
  return {
    ...dates,
    id: row.id,
    employerName: row.employerName,
    employerKind: row.employerKind,
    siret: row.siret,
    employerEmail: row.employerEmail,
    employerPhone: row.employerPhone,
    regime: conventionRegime(
      { ...dates, regimeOverride: asConvention(row.regimeOverride) },
      regimes,
    ),
    endsOn: toDayOrNull(row.endsOn),
    contractKind: row.contractKind,
    contractStartsOn: toDayOrNull(row.contractStartsOn),
    workedMornings: row.workedMornings,
    workedAfternoons: row.workedAfternoons,
    tutor: tutor && {
      id: tutor.id,
      name: formatName(tutor),
      email: tutor.email,
      phone: tutor.phone,
      concerns: [...judgeTutor(followed.get(tutor.id) ?? 0, { ...row, tutorVolunteeredOn })],
    },
    earlierTutors: row.tutorTurns
      .filter(({ untilOn }) => untilOn !== null)
      .map((turn) => ({
        id: turn.id,
        name: formatName(turn.tutor),
        turn: tellTurn({ fromOn: toDay(turn.fromOn), untilOn: toDayOrNull(turn.untilOn) }),
      })),
    tutorIsEmployer: row.tutorIsEmployer,
    tutorExperienceYears: row.tutorExperienceYears,
    tutorVolunteeredOn,
    revision: row.revision,
  };
}

const asConvention = (regime: DeadlineRegime | null): ConventionRegime | null =>
  regime === 'arrete_2019_fae' ? null : regime;
