import type { ProblemCode } from '@jalon/contract';
import type { Finding } from '@jalon/domain';
import { DomainError } from './domain-error.ts';
import { raiseFindings } from './raise-findings.ts';

/**
 * Stops at the findings that are errors: what the whole act forbids is a refusal in its sentence,
 * what a field forbids is said at the field.
 *
 * @param code of the refusal of a whole act
 * @throws rule_refused (or `code`) or validation_failed
 */
export function refuseRule(
  findings: readonly Finding[],
  code: Extract<ProblemCode, 'rule_refused' | 'forbidden'> = 'rule_refused',
): void {
  const whole = findings.find(({ path, severity }) => path === '' && severity === 'error');
  if (whole) throw new DomainError(code, whole.message);
  raiseFindings(findings);
}
