import { countNoun } from '@jalon/domain';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import classes from './session.module.css';
import type { Session } from './session.ts';

const SHOWN = 8;

/** What is missing before the session can be closed for ever. */
export function ClosingSection({ session }: { readonly session: Session }) {
  const close = useWrite('POST /juries/:juryId/closing');
  const mayClose = useIsAllowed('jury:close');
  const errors = session.closing.filter(({ severity }) => severity === 'error');
  const warnings = session.closing.filter(({ severity }) => severity === 'warning');
  const shown = [...errors, ...warnings].slice(0, SHOWN);
  const rest = errors.length + warnings.length - shown.length;
  return (
    <SectionCard
      title={
        errors.length > 0
          ? 'Ce qui manque pour clore'
          : 'Rien ne manque : la session peut être close'
      }
      hint={errors.length > 0 ? countNoun(errors.length, 'point') : ''}
      actions={
        mayClose && (
          <ConfirmButton
            label="Clore la session"
            title="Clore la session, pour toujours ?"
            loss={`Les décisions de ${countNoun(session.candidates.length, 'candidat')} ne changeront plus, et le procès-verbal est produit. Une erreur se corrigera par un procès-verbal rectificatif.`}
            confirmLabel="Clore la session"
            confirmColor="brand"
            disabled={errors.length > 0}
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
      {shown.length > 0 ? (
        <ul className={classes.findings}>
          {shown.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
          {rest > 0 && <li>Et {countNoun(rest, 'autre point', 'autres points')}.</li>}
        </ul>
      ) : (
        <p className={classes.line}>
          Chaque bloc présenté a sa décision, le jury est paritaire, les liens sont réglés.
        </p>
      )}
    </SectionCard>
  );
}
