import { countNoun, isDispensationAnswered } from '@jalon/domain';
import { useNavigate, useParams } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { DecisionForm } from './answer-form.tsx';
import { DispensationList } from './dispensation-list.tsx';
import { DispensationPanel } from './dispensation-panel.tsx';
import { RectifyDecision } from './rectify-form.tsx';

/** The certifier's page: what a centre sent, waiting first, and the decision beside it. */
export function Page() {
  const read = useRead('GET /dispensations', {
    query: { perPage: 2000, sort: 'transmittedOn', direction: 'asc' },
  });
  const { dispensationId } = useParams({ strict: false }) as { dispensationId?: string };
  const { centre } = useSession();
  const navigate = useNavigate();
  return (
    <WhenRead read={read}>
      {({ rows, byState }) => {
        const open = rows.find(({ id }) => id === dispensationId);
        const waiting = rows.filter(({ state }) => state === 'transmitted');
        const answered = rows.filter(({ state }) => state !== 'transmitted');
        const count = byState.transmitted ?? 0;
        return (
          <>
            <PageHeader
              title={
                count === 0
                  ? 'Aucune dispense à décider'
                  : `${countNoun(count, 'dispense')} à décider`
              }
              overline={centre.name}
            />
            <DispensationList
              rows={[...waiting, ...answered]}
              to="/certificateur/$dispensationId"
              empty={
                <EmptyState title="Rien n’a encore été transmis">
                  Les demandes de dispense de ce centre arrivent ici quand il les transmet à la
                  branche.
                </EmptyState>
              }
            />
            {open && (
              <DispensationPanel
                key={`${open.id} ${open.revision}`}
                dispensation={open}
                onClose={() => navigate({ to: '/certificateur', search: true })}
              >
                {open.state === 'transmitted' && <DecisionForm dispensation={open} />}
                {isDispensationAnswered(open.state) && <RectifyDecision dispensation={open} />}
              </DispensationPanel>
            )}
          </>
        );
      }}
    </WhenRead>
  );
}
