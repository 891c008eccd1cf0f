import type { Role } from '@jalon/domain';

/**
 * What each role may do, `noun:verb`. The API's guard and the screens' `<Can>` read this one table.
 * Absent means refused. Row rules (own learners, own sessions) come on top, in each noun's scope.
 */
const table = {
  coordinator: [
    'home:read',
    'framework:read',
    'framework:write',
    'centre:read',
    'centre:write',
    'person:read',
    'person:write',
    'cohort:read',
    'cohort:write',
    'calendar:read',
    'calendar:write',
    'trainer:read',
    'trainer:write',
    'calendar-feed:write',
    'board:read',
    'enrolment:read',
    'enrolment:write',
    'dispensation:read',
    'dispensation:write',
    'attendance:read',
    'attendance:write',
    'attendance:correct',
    'appraisal:read',
    'appraisal:request',
    'appraisal:enter-paper',
    'assessment:read',
    'assessment:write',
    'credential:write',
    'jury:read',
    'jury:prepare',
    'jury:close',
    'jury:read-own',
    'jury:decide',
    'certificate:read',
    'certificate:read-own',
    'certificate:issue',
    'deadline:read',
    'deadline:suspend',
    'reminder:read',
    'document:read',
    'audit:read',
  ],
  trainer: [
    'framework:read',
    'cohort:read',
    'calendar:read',
    'trainer:read-own',
    'calendar-feed:write',
    'attendance:read',
    'attendance:write',
    'assessment:read',
    'assessment:write',
  ],
  tutor: ['certificate:read-own', 'appraisal:read-own', 'appraisal:write', 'calendar-feed:write'],
  learner: ['certificate:read-own', 'progress:read', 'calendar-feed:write'],
  jury_member: ['jury:read-own', 'jury:decide'],
  director: [
    'home:read',
    'framework:read',
    'centre:read',
    'person:read',
    'cohort:read',
    'calendar:read',
    'trainer:read',
    'board:read',
    'enrolment:read',
    'dispensation:read',
    'attendance:read',
    'appraisal:read',
    'assessment:read',
    'jury:read',
    'jury:read-own',
    'certificate:read',
    'certificate:read-own',
    'deadline:read',
    'reminder:read',
    'document:read',
    'audit:read',
  ],
  certifier: [
    'framework:read',
    'dispensation:read',
    'dispensation:decide',
    'jury:read',
    'jury:read-own',
    'certificate:read',
    'certificate:read-own',
    'document:read',
  ],
  platform_admin: ['platform:read', 'platform:write'],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof table)[Role][number];

/** The permissions of each role. */
export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = table;

/** Whether any of these roles grants the permission. */
export const isAllowed = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => permissionsByRole[role].includes(permission));
