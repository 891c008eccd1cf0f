import type { College, Framework } from '@jalon/domain';

/** A college as the minutes name it. */
export const collegeNames: Record<College, string> = {
  employer: 'Employeurs',
  employee: 'Salariés',
};

/** What the minutes say of the certification. */
export const describeCertification = ({ certification, code, title }: Framework) => ({
  name: certification?.name ?? title,
  rncp: certification?.rncp ?? '',
  level: certification?.level ?? null,
  certifier: certification?.certifier ?? '',
  framework: code,
  frameworkTitle: title,
});
