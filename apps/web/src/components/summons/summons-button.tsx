import type { SummonsRow } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { Can } from '../can.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SidePanel } from '../side-panel.tsx';
import { WhenRead } from '../when-read.tsx';
import classes from './summons.module.css';
import { SummonsLine } from './summons-row.tsx';
import { isDue } from './summons-words.ts';
import { useSummons } from './use-summons.ts';

interface SummonsButtonProps {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

/** « Convocations » beside a cohort's calendar; they are sent from the side panel. */
export const SummonsButton = ({ cohortId, cohortName, isOpen, onChange }: SummonsButtonProps) => (
  <>
    <Button onClick={() => onChange(true)}>Convocations</Button>
    {isOpen && (
      <SummonsPanel cohortId={cohortId} cohortName={cohortName} onClose={() => onChange(false)} />
    )}
  </>
);

interface SummonsPanelProps {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly onClose: () => void;
}

function SummonsPanel({ cohortId, cohortName, onClose }: SummonsPanelProps) {
  const { read, send, isPending, problem, skipped } = useSummons(cohortId);
  return (
    <SidePanel
      title={sayState(read.data)}
      overline={cohortName}
      footer="Chaque convocation part par mail, avec son PDF et un fichier pour l’agenda. L’envoi figure au fil de l’apprenant."
      onClose={onClose}
    >
      <WhenRead isPart read={read}>
        {(rows) => (
          <>
            <ProblemAlert problem={problem} />
            <SendAll rows={rows.filter(isDue)} onSend={send} />
            <Skipped lines={skipped} />
            <ul className={classes.list}>
              {rows.map((row) => (
                <li key={row.enrolmentId} className={classes.row}>
                  <SummonsLine
                    row={row}
                    isPending={isPending}
                    onSend={() => send([row.enrolmentId])}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </WhenRead>
    </SidePanel>
  );
}

interface SendAllProps {
  readonly rows: readonly SummonsRow[];
  readonly onSend: (enrolmentIds: string[]) => Promise<void>;
}

function SendAll({ rows, onSend }: SendAllProps) {
  if (rows.length === 0) return null;
  const words = countNoun(rows.length, 'convocation');
  return (
    <Can permission="enrolment:write">
      <ConfirmButton
        variant="filled"
        label={`Envoyer ${words}`}
        title={`Envoyer ${words} ?`}
        loss={`Un mail part à ${rows.map(({ learnerName }) => learnerName).join(', ')}.`}
        confirmLabel={`Envoyer ${words}`}
        confirmColor="brand"
        onConfirm={() => onSend(rows.map(({ enrolmentId }) => enrolmentId))}
      />
    </Can>
  );
}

function Skipped({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div role="status" className={classes.skipped}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function sayState(rows: readonly SummonsRow[] | undefined): string {
  if (!rows) return 'Convocations';
  if (rows.length === 0) return 'Personne n’est inscrit dans cette cohorte';
  const due = rows.filter(isDue).length;
  if (due > 0) return `${countNoun(due, 'convocation')} à envoyer`;
  const stuck = rows.filter(({ obstacle }) => obstacle !== null).length;
  if (stuck > 0) return `${countNoun(stuck, 'apprenant')} sans convocation possible`;
  return 'Toutes les convocations sont à jour';
}
