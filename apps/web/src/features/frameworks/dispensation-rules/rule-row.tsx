import type { DispensationRuleView } from '@jalon/contract';
import { countNoun, formatDay, joinWords } from '@jalon/domain';
import type { ReactNode } from 'react';
import { StateBadge } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from './rules.module.css';

/** A line of the table: who, what, which papers, from which document, and how it served. */
export function RuleRow({
  rule,
  children,
}: {
  readonly rule: DispensationRuleView;
  readonly children?: ReactNode;
}) {
  const { holder, scope, scopeLost, evidence, reference, referencedOn, withdrawnOn } = rule;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.holder}>{holder}</div>
        <div>
          Peut demander : <strong>{scope}</strong>
        </div>
        <div className={classes.soft}>
          {keepFrenchSpaces(`Pièces à apporter : ${joinWords(evidence)}`)}
        </div>
        <div className={classes.soft}>
          {keepFrenchSpaces(
            [`D’après : ${reference}, ${formatDay(referencedOn)}`, tellUses(rule)]
              .filter(Boolean)
              .join(' · '),
          )}
        </div>
        {withdrawnOn !== null && (
          <div className={classes.soft}>
            {keepFrenchSpaces(`Retirée le ${formatDay(withdrawnOn)} : ${rule.withdrawalMotive}`)}
          </div>
        )}
        {scopeLost !== null && withdrawnOn === null && (
          <div className={classes.lost}>
            <StateBadge tone="warn">Ne sert plus</StateBadge> {keepFrenchSpaces(scopeLost)}
          </div>
        )}
      </div>
      {children && <div className={classes.acts}>{children}</div>}
    </li>
  );
}

const tellUses = ({ requestCount }: DispensationRuleView): string =>
  requestCount === 0 ? '' : `a servi à ${countNoun(requestCount, 'demande')}`;
