import type { Answer } from '@jalon/contract';
import { countNoun, formatLongDay } from '@jalon/domain';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { EventsByTime } from './event-lines.tsx';

type Events = Answer<'GET /assessment-events'>;

/** What I assess today and later; the office reads every event of the centre. */
export function Page() {
  const read = useRead('GET /assessment-events', {});
  const isOffice = useIsAllowed('enrolment:read');
  return (
    <WhenRead read={read}>
      {(answer) => (
        <>
          <PageHeader
            title={sayState(answer)}
            overline={isOffice ? 'Séances d’évaluation du centre' : 'Les séances que j’évalue'}
          />
          <EventsByTime {...answer} />
          {answer.events.length === 0 && (
            <EmptyState title="Aucune séance d’évaluation">
              {isOffice
                ? 'Une séance se prépare depuis une demi-journée d’évaluation du calendrier : ouvrez une cohorte, onglet « Évaluations ».'
                : 'Les séances dont vous êtes évaluateur apparaissent ici dès que le centre les prépare.'}
            </EmptyState>
          )}
        </>
      )}
    </WhenRead>
  );
}

export function sayState({ events, today }: Pick<Events, 'events' | 'today'>): string {
  const standing = events.filter(({ cancelReason }) => cancelReason === null);
  const todays = standing.filter(({ heldOn }) => heldOn === today).length;
  if (todays > 0)
    return `${countNoun(todays, 'séance d’évaluation', 'séances d’évaluation')} aujourd’hui`;
  const next = standing.find(({ heldOn }) => heldOn > today);
  if (next) return `La prochaine séance d’évaluation est le ${formatLongDay(next.heldOn)}`;
  const open = standing.filter(({ markedCount, toMarkCount }) => markedCount < toMarkCount).length;
  if (open > 0)
    return `${countNoun(open, 'séance passée n’est pas toute notée', 'séances passées ne sont pas toutes notées')}`;
  return 'Aucune séance d’évaluation à venir';
}
