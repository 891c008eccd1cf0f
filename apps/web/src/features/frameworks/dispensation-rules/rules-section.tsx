import type { DispensationRuleView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import type { Version } from '../version.ts';
import anchors from '../view/view.module.css';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleRow } from './rule-row.tsx';
import classes from './rules.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Act =
  | 'new'
  | { readonly edit: DispensationRuleView }
  | { readonly remove: DispensationRuleView };

/** The centre's own table: who may ask to be dispensed of what, on which papers. */
export function DispensationRulesSection({ version }: { readonly version: Version }) {
  const params = { frameworkId: version.id };
  const read = useRead('GET /frameworks/:frameworkId/dispensation-rules', { params });
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <div id="dispenses" className={anchors.anchor}>
      <SectionCard
        title="Table des dispenses"
        hint="saisie par votre centre, d’après le document de la CPNEFP"
        actions={
          <Can permission="dispensation:write">
            <Button size="xs" onClick={() => setAct('new')}>
              Ajouter une ligne
            </Button>
          </Can>
        }
        isFlush
      >
        <WhenRead read={read}>
          {(rules) => (
            <Table
              rules={rules}
              onEdit={(edit) => setAct({ edit })}
              onRemove={(remove) => setAct({ remove })}
            />
          )}
        </WhenRead>
      </SectionCard>
      {act === 'new' && <RuleDialog version={version} rule={null} onClose={close} />}
      {act !== null && act !== 'new' && 'edit' in act && (
        <RuleDialog version={version} rule={act.edit} onClose={close} />
      )}
      {act !== null && act !== 'new' && 'remove' in act && (
        <WithdrawDialog rule={act.remove} onClose={close} />
      )}
    </div>
  );
}

interface TableProps {
  readonly rules: readonly DispensationRuleView[];
  readonly onEdit: (rule: DispensationRuleView) => void;
  readonly onRemove: (rule: DispensationRuleView) => void;
}

function Table({ rules, onEdit, onRemove }: TableProps) {
  const inForce = rules.filter(({ withdrawnOn }) => withdrawnOn === null);
  const withdrawn = rules.filter((rule) => rule.withdrawnOn !== null);
  return (
    <>
      {inForce.length === 0 && (
        <p className={classes.empty}>
          {rules.length === 0
            ? 'Votre table est vide. Aucune source publique ne donne la table nationale : recopiez ici les lignes du document de la CPNEFP, elles vous seront proposées dans chaque demande de dispense.'
            : 'Plus aucune ligne en vigueur : les demandes se préparent sans proposition.'}
        </p>
      )}
      <ul className={classes.rows}>
        {inForce.map((rule) => (
          <RuleRow key={rule.id} rule={rule}>
            <Can permission="dispensation:write">
              <Button
                size="xs"
                aria-label={`Modifier la ligne ${rule.holder}, ${rule.scope}`}
                onClick={() => onEdit(rule)}
              >
                Modifier
              </Button>
              <Button
                size="xs"
                aria-label={`Retirer la ligne ${rule.holder}, ${rule.scope}`}
                onClick={() => onRemove(rule)}
              >
                Retirer
              </Button>
            </Can>
          </RuleRow>
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <details className={classes.past}>
          <summary>{countNoun(withdrawn.length, 'ligne retirée', 'lignes retirées')}</summary>
          <ul className={classes.rows}>
            {withdrawn.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
