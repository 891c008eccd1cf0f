import { Button, Group } from '@mantine/core';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { DownloadButton } from '../../../components/download-button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import { stateWords } from '../words.ts';
import { CandidatesSection } from './candidates-section.tsx';
import { ClosingSection } from './closing-section.tsx';
import { ConflictsSection } from './conflicts-section.tsx';
import { MembersSection } from './members-section.tsx';
import { describeSession, isReadyToClose, type Session } from './session.ts';
import { SittingSection } from './sitting-section.tsx';

/** A session as a whole; the one primary action is what comes next. */
export function SessionView({ session }: { readonly session: Session }) {
  const opening = useWrite('POST /juries/:juryId/opening');
  const prepares = useIsAllowed('jury:prepare') && session.state !== 'closed';
  const { label, tone } = stateWords[session.state];
  const open = async () => {
    await opening.mutateAsync({
      params: { juryId: session.id },
      body: { revision: session.revision },
    });
    notifyDone('La session est ouverte.');
  };
  return (
    <>
      <PageHeader
        overline={
          <Group gap="xs">
            <TextLink to="/jurys">Jurys</TextLink>
            <span>› {session.framework.title}</span>
            <StateBadge tone={tone}>{label}</StateBadge>
          </Group>
        }
        title={describeSession(session)}
        actions={
          <SessionActions
            session={session}
            prepares={prepares}
            isOpening={opening.isPending}
            // The refusal is shown under the title.
            onOpen={() => open().catch(() => undefined)}
          />
        }
      />
      <ProblemAlert problem={opening.error} />
      {session.state === 'open' && <ClosingSection session={session} />}
      <SittingSection session={session} canChange={prepares} />
      <MembersSection session={session} canChange={prepares} />
      <ConflictsSection session={session} canChange={prepares} />
      <CandidatesSection session={session} canChange={prepares} />
    </>
  );
}

function SessionActions({
  session,
  prepares,
  isOpening,
  onOpen,
}: {
  readonly session: Session;
  readonly prepares: boolean;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
}) {
  const params = { juryId: session.id };
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
        <DownloadButton variant="filled" from="GET /juries/:juryId/minutes" request={{ params }}>
          Procès-verbal (PDF)
        </DownloadButton>
      </>
    );
  if (session.state === 'open') return room(!isReadyToClose(session));
  return (
    <>
      {room(!prepares)}
      {prepares && (
        <Button variant="filled" loading={isOpening} onClick={onOpen}>
          Ouvrir la session
        </Button>
      )}
    </>
  );
}
