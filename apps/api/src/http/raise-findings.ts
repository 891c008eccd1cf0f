import { type Finding, hasError } from '@jalon/domain';
import { invalid } from './domain-error.ts';

/**
 * Stops at the findings that are errors, each at its field below `prefix`; gives the warnings back.
 *
 * @throws validation_failed
 */
export function raiseFindings(findings: readonly Finding[], prefix = ''): readonly Finding[] {
  if (!hasError(findings)) return prefixed(findings, prefix);
  throw invalid(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => ({ pointer: `${prefix}${path}`, message })),
  );
}

const prefixed = (findings: readonly Finding[], prefix: string): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, path: `${prefix}${finding.path}` }));
