import { formatMinutes } from '@jalon/domain';
import { StateBadge } from '../../../components/state-badge.tsx';
import type { SumsView } from '../edit/sums-view.ts';
import type { Content } from '../version.ts';
import classes from './reconciliation.module.css';

interface ReconciliationProps {
  readonly sums: SumsView;
  readonly hours: Pick<Content['hours'], 'evaluationStatus'>;
}

/** Modules + evaluation = total, beside the total that the source prints. */
export function Reconciliation({ sums, hours }: ReconciliationProps) {
  const isInferred = hours.evaluationStatus === 'inferred';
  return (
    <dl className={classes.line}>
      <Figure label="Modules" minutes={sums.modulesMinutes} />
      <Figure
        label={isInferred ? 'Évaluation (déduite)' : 'Évaluation'}
        minutes={sums.evaluationMinutes}
      />
      <Figure label="Total calculé" minutes={sums.totalMinutes} />
      <div className={classes.stated}>
        <dt>Total annoncé par la source</dt>
        <dd>
          {formatMinutes(sums.statedMinutes)}{' '}
          <StateBadge tone={sums.gapMinutes === 0 && !isInferred ? 'ok' : 'warn'}>
            {describeAgreement(sums, isInferred)}
          </StateBadge>
        </dd>
      </div>
    </dl>
  );
}

const Figure = ({ label, minutes }: { readonly label: string; readonly minutes: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>{formatMinutes(minutes)}</dd>
  </div>
);

function describeAgreement(
  { gapMinutes, statedMinutes, modulesMinutes }: SumsView,
  isInferred: boolean,
) {
  if (gapMinutes > 0) return `${formatMinutes(gapMinutes)} de trop`;
  if (gapMinutes < 0) return `${formatMinutes(-gapMinutes)} sans explication`;
  return isInferred
    ? `${formatMinutes(statedMinutes - modulesMinutes)} déduites`
    : 'le calcul donne autant';
}
