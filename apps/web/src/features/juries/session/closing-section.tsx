import { countNoun } from '@jalon/domain';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import classes from './session.module.css';
import { isReadyToClose, type Session } from './session.ts';

/** What is missing before the session can be closed for ever. */
export function ClosingSection({ session }: { readonly session: Session }) {
  const close = useWrite('POST /juries/:juryId/closing');
  const mayClose = useIsAllowed('jury:close');
  const errors = session.closing.filter(({ severity }) => severity === 'error');
  const warnings = session.closing.filter(({ severity }) => severity === 'warning');
  const points = [...summariseMissing(errors), ...warnings.map(({ message }) => message)];
  return (
    <SectionCard
      title={
        errors.length > 0
          ? 'Ce qui manque pour clore'
          : 'Rien ne manque : la session peut être close'
      }
      actions={
        mayClose && (
          <ConfirmButton
            label="Clore la session"
            title="Clore la session, pour toujours ?"
            loss={`Les décisions de ${countNoun(session.candidates.length, 'candidat')} ne changeront plus, et le procès-verbal est produit. Une erreur se corrigera par un procès-verbal rectificatif.`}
            confirmLabel="Clore la session"
            confirmColor="brand"
            disabled={errors.length > 0}
            variant={isReadyToClose(session) ? 'filled' : 'default'}
            onConfirm={async () => {
              await close.mutateAsync({
                params: { juryId: session.id },
                body: { revision: session.revision },
              });
              notifyDone('La session est close, le procès-verbal se prépare.');
            }}
          />
        )
      }
    >
      {points.length > 0 ? (
        <ul className={classes.findings}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        <p className={classes.line}>
          Chaque bloc présenté a sa décision, le jury est paritaire, les liens sont réglés.
        </p>
      )}
    </SectionCard>
  );
}

/** Missing decisions in one line, after what concerns the jury itself. */
function summariseMissing(errors: Session['closing']): readonly string[] {
  const isDecision = ({ rule }: Session['closing'][number]) => rule === 'jury.decision-missing';
  const missing = errors.filter(isDecision);
  const others = errors.filter((error) => !isDecision(error)).map(({ message }) => message);
  if (missing.length === 0) return others;
  const candidates = new Set(missing.map(({ candidateId }) => candidateId)).size;
  return [
    ...others,
    `${countNoun(missing.length, 'décision reste', 'décisions restent')} à prendre, pour ${countNoun(candidates, 'candidat')}.`,
  ];
}
