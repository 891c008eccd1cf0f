import type { Answer } from '@jalon/contract';
import { formatLongDay, withDe } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PathButton } from '../../components/path-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { paths } from '../../lib/paths.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './appraisals-page.module.css';
import { blockTitle } from './block-words.ts';
import { LearnerReviews } from './joint-reviews/learner-reviews.tsx';
import { RatingList } from './rating-list.tsx';
import { SheetActions } from './sheet-actions.tsx';
import { SheetView } from './sheet-view.tsx';

/** All that tutors said of one learner, the newest first; what was replaced stays. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/appraisals', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {({ learnerName, cohort, appraisals, unasked, selfAssessments }) => {
        const paper = (
          <Can permission="appraisal:enter-paper">
            <ButtonLink
              to="/apprenants/$enrolmentId/feuille-papier"
              params={{ enrolmentId }}
              variant="filled"
            >
              Saisir une feuille papier
            </ButtonLink>
          </Can>
        );
        return (
          <>
            <PageHeader
              title={`Ce que les tuteurs disent ${withDe(learnerName)}`}
              overline={
                <>
                  <TextLink to="/appreciations">Appréciations</TextLink> › {cohort.name}
                </>
              }
              actions={paper}
            />
            <LearnerTabs enrolmentId={enrolmentId} />
            <LearnerReviews enrolmentId={enrolmentId} />
            {unasked.length > 0 && <Unasked cohortId={cohort.id} unasked={unasked} />}
            {appraisals.length === 0 && unasked.length === 0 && (
              <EmptyState title="Aucune appréciation">
                Elles se demandent pour toute la cohorte ou pour un apprenant, ou se saisissent
                d’après la feuille papier du tuteur.
              </EmptyState>
            )}
            {selfAssessments.map((own) => (
              <OwnWord key={own.block.code} own={own} />
            ))}
            {appraisals.map((sheet) => (
              <SheetView
                key={sheet.id}
                sheet={sheet}
                actions={
                  sheet.signature || sheet.end?.isFinal ? undefined : (
                    <SheetActions sheet={sheet} isInList />
                  )
                }
              />
            ))}
          </>
        );
      }}
    </WhenRead>
  );
}

/** What the learner says of themselves: read beside the tutors' word, counted in nothing. */
function OwnWord({
  own,
}: {
  readonly own: Answer<'GET /enrolments/:enrolmentId/appraisals'>['selfAssessments'][number];
}) {
  return (
    <SectionCard
      title={`${blockTitle(own.block)} · auto-évaluation`}
      hint={<StateBadge tone="mute">ne compte pas</StateBadge>}
    >
      <p className={classes.unasked}>Envoyée par l’apprenant le {formatLongDay(own.sentOn)}.</p>
      <RatingList sheet={own} />
    </SectionCard>
  );
}

/** The blocks whose appraisal nobody has asked for, with where to ask. */
function Unasked({
  cohortId,
  unasked,
}: {
  readonly cohortId: string;
  readonly unasked: Answer<'GET /enrolments/:enrolmentId/appraisals'>['unasked'];
}) {
  return (
    <SectionCard
      title={
        unasked.length === 1
          ? 'Un bloc à faire apprécier'
          : `${unasked.length} blocs à faire apprécier`
      }
      actions={
        <Can permission="appraisal:request">
          <PathButton path={paths.requestAppraisal(cohortId)}>
            Demander les appréciations
          </PathButton>
        </Can>
      }
    >
      {unasked.map(({ code, name, standing }) => (
        <p key={code} className={classes.unasked}>
          <strong>
            {code} {name}
          </strong>{' '}
          : appréciation {standing}.
        </p>
      ))}
    </SectionCard>
  );
}
