import type { Answer, DispensationView } from '@jalon/contract';
import {
  countNoun,
  formatMinutes,
  isDispensationAnswered,
  isDispensationOpen,
  withDe,
} from '@jalon/domain';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { DispensationList } from './dispensation-list.tsx';
import { DispensationPanel } from './dispensation-panel.tsx';
import { RectifyAnswer } from './rectify-form.tsx';
import { NextStep } from './step-forms.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** Every dispensation of the centre, and beside the list the one that is open. */
export function Page() {
  const read = useRead('GET /dispensations', { query: { perPage: 2000 } });
  const { dispensationId } = useParams({ strict: false }) as { dispensationId?: string };
  const navigate = useNavigate();
  const view = useView(['en-attente', 'toutes']);
  return (
    <WhenRead read={read}>
      {({ rows, byState }) => {
        const open = rows.find(({ id }) => id === dispensationId);
        const waiting = rows.filter(({ state }) => isDispensationOpen(state));
        return (
          <>
            <PageHeader
              title={describe(byState)}
              actions={
                <Can permission="framework:read">
                  <ButtonLink to="/referentiels">Tables des dispenses, par référentiel</ButtonLink>
                </Can>
              }
            />
            <ViewSwitch
              label="Dispenses à montrer"
              view={view}
              views={[
                { value: 'en-attente', label: `En attente (${waiting.length})` },
                { value: 'toutes', label: `Toutes (${rows.length})` },
              ]}
            />
            <DispensationList
              rows={view === 'toutes' ? rows : waiting}
              to="/dispenses/$dispensationId"
              empty={
                <EmptyState
                  title={
                    rows.length === 0 ? 'Aucune dispense demandée' : 'Aucune dispense en attente'
                  }
                  action={<ButtonLink to="/apprenants">Ouvrir un dossier</ButtonLink>}
                >
                  Une dispense se demande depuis le dossier d’un apprenant, pour un module ou un
                  bloc. Elle se dépose, se transmet à la branche, puis la réponse allège le
                  parcours.
                </EmptyState>
              }
            />
            {open && (
              <DispensationPanel
                key={`${open.id} ${open.revision}`}
                dispensation={open}
                onClose={() => navigate({ to: '/dispenses', search: true })}
              >
                <Can permission="dispensation:write">
                  <NextStep dispensation={open} />
                  {isDispensationAnswered(open.state) && open.answerTypedIn && (
                    <RectifyAnswer dispensation={open} />
                  )}
                  {(open.state === 'filed' || open.state === 'transmitted') && (
                    <WithdrawForm dispensation={open} />
                  )}
                  {open.state === 'draft' && (
                    <RemoveDraft
                      draft={open}
                      onRemoved={() => navigate({ to: '/dispenses', search: true })}
                    />
                  )}
                </Can>
                <ButtonLink
                  to="/apprenants/$enrolmentId"
                  params={{ enrolmentId: open.enrolmentId }}
                >
                  {open.state === 'draft' && open.closedBecause === null
                    ? 'Modifier le brouillon, dans le dossier'
                    : 'Ouvrir le dossier de l’apprenant'}
                </ButtonLink>
              </DispensationPanel>
            )}
          </>
        );
      }}
    </WhenRead>
  );
}

/** Deletes a draft: nothing was sent yet. */
function RemoveDraft({
  draft,
  onRemoved,
}: {
  readonly draft: DispensationView;
  readonly onRemoved: () => void;
}) {
  const remove = useWrite('POST /dispensations/:dispensationId/removal');
  return (
    <ConfirmButton
      label="Supprimer le brouillon"
      title={`Supprimer le brouillon de dispense ${withDe(draft.learner)} ?`}
      loss={`La demande de ${formatMinutes(draft.requestedMinutes)} et les pièces notées disparaissent. Rien n’avait encore été déposé.`}
      confirmLabel="Supprimer le brouillon"
      onConfirm={async () => {
        await remove.mutateAsync({
          params: { dispensationId: draft.id },
          body: { revision: draft.revision },
        });
        notifyDone('Le brouillon est supprimé.');
        onRemoved();
      }}
    />
  );
}

function describe(byState: Answer<'GET /dispensations'>['byState']): string {
  const toSend = (byState.draft ?? 0) + (byState.filed ?? 0);
  const waiting = byState.transmitted ?? 0;
  if (toSend + waiting === 0) return 'Aucune dispense en attente';
  if (toSend === 0) return `${countNoun(waiting, 'dispense')} en attente de la branche`;
  const sent = waiting > 0 ? `, ${waiting} en attente de la branche` : '';
  return `${countNoun(toSend, 'dispense')} à transmettre${sent}`;
}
