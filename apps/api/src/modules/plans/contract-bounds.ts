import { type ContractBounds, findContractBounds, type PlainDate } from '@jalon/domain';
import { toDay } from '../../db/days.ts';
import { toContractPeriod } from '../enrolments/contract-periods.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/** What the contracts of those enrolled leave to the cohort's programme. */
export const readContractBounds = (row: PlanCohortRow, today: PlainDate): ContractBounds =>
  findContractBounds(
    {
      learners: row.enrolments.map(({ person }) => person.employments.map(toContractPeriod)),
      capacity: row.capacity,
      hasBegun: toDay(row.startsOn) <= today,
    },
    today,
  );
