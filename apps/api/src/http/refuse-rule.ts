import type { Finding } from '@jalon/domain';
import { DomainError } from './domain-error.ts';
import { raiseFindings } from './raise-findings.ts';

/**
 * Stops at the findings that are errors: what the whole act forbids is a refusal in its sentence,
 * what a field forbids is said at the field.
 *
 * @throws rule_refused or validation_failed
 */
export function refuseRule(findings: readonly Finding[]): void {
  const whole = findings.find(({ path, severity }) => path === '' && severity === 'error');
  if (whole) throw new DomainError('rule_refused', whole.message);
  raiseFindings(findings);
}
