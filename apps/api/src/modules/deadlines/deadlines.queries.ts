import {
  computeDeadlines,
  type DeadlineRow,
  type DeadlineStanding,
  describeDeadline,
  type EmploymentDates,
  type Framework,
  listOutdatedDeadlines,
  type OutdatedDeadline,
  type PlainDate,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { endsCourse } from '../facts/standing-certificate.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

const withClocks = {
  cohort: { select: { id: true, name: true, frameworkVersionId: true, juryOn: true } },
  certificates: { where: endsCourse, orderBy: { decidedOn: 'asc' } },
  person: {
    include: {
      employments: {
        include: { suspensions: { orderBy: { fromOn: 'asc' } } },
        orderBy: { hireDate: 'desc' },
      },
    },
  },
} satisfies Prisma.EnrolmentInclude;

export type EnrolmentWithClocks = Prisma.EnrolmentGetPayload<{ include: typeof withClocks }>;
export type EmploymentRow = EnrolmentWithClocks['person']['employments'][number];

/** The clocks of one employer for one enrolment, each with where it stands. */
export interface EmploymentDeadlines {
  readonly enrolment: EnrolmentWithClocks;
  readonly employment: EmploymentRow;
  readonly deadlines: readonly (DeadlineRow & DeadlineStanding)[];
  readonly outdated: readonly OutdatedDeadline[];
}

/** Computes the deadlines of these enrolments, employer by employer (DOMAIN 6). */
export async function loadDeadlines(
  tx: Tx,
  where: Prisma.EnrolmentWhereInput,
  today: PlainDate,
): Promise<EmploymentDeadlines[]> {
  const enrolments = await tx.enrolment.findMany({ where, include: withClocks });
  const frameworks = await loadFrameworks(
    tx,
    enrolments.map(({ cohort }) => cohort.frameworkVersionId),
  );
  return enrolments.flatMap((enrolment) => {
    const framework = frameworks.get(enrolment.cohort.frameworkVersionId);
    if (!framework) return [];
    return enrolment.person.employments.map((employment) => ({
      enrolment,
      employment,
      deadlines: computeOf(enrolment, employment, framework, today),
      outdated: listOutdatedDeadlines(datesOf(employment), framework.deadlineRegimes),
    }));
  });
}

/** What the clocks of an employment run from. */
export const datesOf = (employment: Omit<EmploymentRow, 'suspensions'>): EmploymentDates => ({
  hireDate: toDay(employment.hireDate),
  dutyStartOn: toDayOrNull(employment.dutyStartOn),
  cpamContractSignedOn: toDayOrNull(employment.cpamContractSignedOn),
  regimeOverride:
    employment.regimeOverride === 'arrete_2019_fae' ? null : employment.regimeOverride,
});

function computeOf(
  enrolment: EnrolmentWithClocks,
  employment: EmploymentRow,
  { deadlineRegimes, outcome }: Framework,
  today: PlainDate,
) {
  const rows = computeDeadlines({
    employment: datesOf(employment),
    frameworkRegimes: deadlineRegimes,
    outcome,
    suspensions: employment.suspensions
      .filter(({ removedAt }) => removedAt === null)
      .map(({ fromOn, toOn, motive }) => ({ from: toDay(fromOn), to: toDay(toOn), motive })),
  });
  const enteredOn = toDay(enrolment.startsOn);
  const obtainedOn = toDayOrNull(enrolment.certificates[0]?.decidedOn ?? null);
  return rows
    .map((row) => ({
      ...row,
      ...describeDeadline({ clock: row, enteredOn, obtainedOn, today }),
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.dueOn.localeCompare(other.dueOn));
}

/** What still binds comes first, then what is done, then what is only for information. */
const rankOf = ({
  isOperative,
  settledOn,
}: Pick<DeadlineRow & DeadlineStanding, 'isOperative' | 'settledOn'>) =>
  !isOperative ? 2 : settledOn === null ? 0 : 1;

/** Whether the employment still runs: one that has ended binds its employer no more. */
export const isRunning = ({ endsOn }: EmploymentRow, today: PlainDate): boolean =>
  endsOn === null || toDay(endsOn) >= today;
