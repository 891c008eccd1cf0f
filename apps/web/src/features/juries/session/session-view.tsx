import { formatLongDay } from '@jalon/domain';
import { Group } from '@mantine/core';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { DownloadButton } from '../../../components/download-button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { toProblem } from '../../../lib/problem-error.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import { stateWords } from '../words.ts';
import { CandidatesSection } from './candidates-section.tsx';
import { ClosingSection } from './closing-section.tsx';
import { ConflictsSection } from './conflicts-section.tsx';
import { MembersSection } from './members-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { PreparationActions } from './preparation-actions.tsx';
import { AllMinutes } from './rectification-sections.tsx';
import classes from './session.module.css';
import { describeSession, isReadyToClose, nextStepOf, type Session } from './session.ts';
import { SittingSection } from './sitting-section.tsx';
import { useInvitations } from './use-invitations.ts';

/** A session as a whole; the one primary action is what comes next. */
export function SessionView({ session }: { readonly session: Session }) {
  const opening = useWrite('POST /juries/:juryId/opening');
  const invitations = useInvitations(session);
  const canChange = useIsAllowed('jury:prepare') && session.state !== 'closed';
  const isPrepared = session.state === 'prepared' && canChange;
  const { label, tone } = stateWords[session.state];
  const open = () =>
    opening.mutate(
      { params: { juryId: session.id }, body: { revision: session.revision } },
      { onSuccess: () => notifyDone('La session est ouverte.') },
    );
  const isRefused = opening.error !== null && toProblem(opening.error).code === 'rule_refused';
  // A refusal for the sole attendance of members is shown where it is marked.
  const isShownBelow = isRefused && session.opening.every(({ memberId }) => memberId !== null);
  return (
    <>
      <PageHeader
        overline={
          <Group gap="xs">
            <TextLink to="/jurys">Jurys</TextLink>
            <StateBadge tone={tone}>{label}</StateBadge>
          </Group>
        }
        title={describeSession(session)}
        actions={
          isPrepared ? (
            <PreparationActions
              session={session}
              invitations={invitations}
              isOpening={opening.isPending}
              onOpen={open}
            />
          ) : (
            <SessionActions session={session} />
          )
        }
      />
      {isPrepared && nextStepOf(session) === 'wait' && (
        <p className={classes.wait}>
          Tout est prêt : la session s’ouvre le jour venu, {formatLongDay(session.heldOn)}.
        </p>
      )}
      <ProblemAlert problem={isShownBelow ? null : opening.error} />
      <PreparationNotes session={session} />
      {session.state === 'open' && <ClosingSection session={session} />}
      <AllMinutes session={session} />
      {session.state === 'closed' && <NoticesSection juryId={session.id} />}
      <SittingSection session={session} canChange={canChange} />
      <MembersSection
        session={session}
        canChange={canChange}
        invitations={invitations}
        asksAttendance={isRefused}
      />
      <ConflictsSection session={session} canChange={canChange} />
      <CandidatesSection session={session} canChange={canChange} />
    </>
  );
}

/** What the office should know of its day and its candidates; the empty list says so below. */
function PreparationNotes({ session }: { readonly session: Session }) {
  if (session.preparation.length === 0) return null;
  return (
    <SectionCard title="À vérifier">
      <ul className={classes.findings}>
        {session.preparation.map(({ message, source }) => (
          <li key={message}>
            {message} (<SourceNote source={source} />)
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** Of a session that is open, closed, or not prepared by the one who reads it. */
function SessionActions({ session }: { readonly session: Session }) {
  const params = { juryId: session.id };
  const isNotifying = useIsAllowed('jury:prepare');
  const room = (isPrimary: boolean) => (
    <ButtonLink
      to="/jurys/$juryId/salle"
      params={params}
      {...(isPrimary ? { variant: 'filled' } : {})}
    >
      {session.state === 'open' ? 'Entrer dans la salle' : 'Voir les dossiers'}
    </ButtonLink>
  );
  if (session.state === 'closed')
    return (
      <>
        {room(false)}
        <DownloadButton
          variant={session.minutes?.mustSign || isNotifying ? 'default' : 'filled'}
          from="GET /juries/:juryId/minutes"
          request={{ params, query: {} }}
        >
          Procès-verbal (PDF)
        </DownloadButton>
      </>
    );
  return room(!isReadyToClose(session));
}
