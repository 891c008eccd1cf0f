import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { TextLink } from '../../../components/app-link.tsx';
import { DownloadButton } from '../../../components/download-button.tsx';
import { ReasonList } from '../../../components/reason-list.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useIsAllowed } from '../../../lib/session.ts';
import { MinutesSection } from './minutes-section.tsx';
import { RectificationForm } from './rectification-form.tsx';
import classes from './session.module.css';
import type { Session } from './session.ts';

type Rectification = Session['rectifications'][number];

/** The minutes of a closed session: those that rectify first, then the first ones, which stay as they are. */
export function AllMinutes({ session }: { readonly session: Session }) {
  const [isOpen, { open, close }] = useDisclosure();
  const mayRectify = useIsAllowed('jury:close');
  if (!session.minutes) return null;
  const awaited = session.rectifications.find((one) => !one.isInForce && !one.isReplaced) ?? null;
  return (
    <>
      {session.rectifications.map((rectification) => (
        <MinutesSection
          key={rectification.id}
          session={session}
          minutes={rectification}
          title={`Procès-verbal rectificatif ${stateWords(rectification)}`}
          isReplaced={rectification.isReplaced}
        >
          <Corrections juryId={session.id} rectification={rectification} />
        </MinutesSection>
      ))}
      <MinutesSection
        session={session}
        minutes={session.minutes}
        title={session.minutes.isSigned ? 'Procès-verbal signé' : 'Procès-verbal à signer'}
      >
        {mayRectify && (
          <p className={classes.line}>
            {awaited
              ? `Le procès-verbal rectificatif ${awaited.reference} ne convient pas, ou ne sera pas signé ? `
              : 'Une erreur dans une décision ? '}
            <Button size="compact-sm" onClick={open}>
              {awaited ? 'Le remplacer par un autre' : 'Rédiger un procès-verbal rectificatif'}
            </Button>
          </p>
        )}
      </MinutesSection>
      {isOpen && <RectificationForm session={session} replaced={awaited} onClose={close} />}
    </>
  );
}

const stateWords = ({ isInForce, isReplaced }: Rectification): string => {
  if (isInForce) return 'en vigueur';
  return isReplaced ? 'remplacé, sans effet' : 'à signer';
};

function Corrections({
  juryId,
  rectification,
}: {
  readonly juryId: string;
  readonly rectification: Rectification;
}) {
  const { corrections, motive, drawnUpBy, drawnUpOn, isInForce, isReplaced, reasons } =
    rectification;
  return (
    <Stack gap="xs" mb="md" align="flex-start">
      <ul className={classes.findings}>
        {corrections.map(({ enrolmentId, candidateName, blockCode, before, after }) => (
          <li key={`${enrolmentId} ${blockCode}`}>
            <strong>{candidateName}</strong>, {blockCode} : au lieu de « {before} », lire «{' '}
            <strong>{after}</strong> ».
          </li>
        ))}
      </ul>
      <p className={classes.line}>
        Motif : {motive} Rédigé le {drawnUpOn} par {drawnUpBy}.
      </p>
      {!isInForce && !isReplaced && <ReasonList reasons={reasons} />}
      {rectification.documentsToRevoke.map(({ number, enrolmentId, candidateName }) => (
        <p key={number} className={classes.line}>
          <StateBadge tone="warn">à révoquer</StateBadge> Le document {number} de {candidateName} ne
          correspond plus aux décisions :{' '}
          <TextLink to="/apprenants/$enrolmentId" params={{ enrolmentId }}>
            ouvrir son dossier
          </TextLink>
        </p>
      ))}
      <DownloadButton
        size="compact-sm"
        from="GET /juries/:juryId/minutes"
        request={{ params: { juryId }, query: { minutesId: rectification.id } }}
      >
        Procès-verbal rectificatif (PDF)
      </DownloadButton>
    </Stack>
  );
}
