import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import { collegeWords } from '../words.ts';
import { PaperSignature } from './paper-signature.tsx';
import classes from './session.module.css';
import type { Session } from './session.ts';

type Minutes = NonNullable<Session['minutes']>;
type Signer = Minutes['signers'][number];

interface MinutesSectionProps {
  readonly session: Session;
  readonly minutes: Minutes;
  readonly title: string;
  /** Later minutes replace them: nobody signs these any more. */
  readonly isReplaced?: boolean;
  /** What is said before the signatures. */
  readonly children?: ReactNode;
}

/** Who has signed the minutes and who has not; each member signs here, for themselves. */
export function MinutesSection({
  session,
  minutes,
  title,
  isReplaced = false,
  children,
}: MinutesSectionProps) {
  const [onPaper, setOnPaper] = useState<Signer | null>(null);
  const mayNote = useIsAllowed('jury:close') && !isReplaced;
  return (
    <SectionCard
      title={title}
      hint={minutes.reference}
      tone={minutes.mustSign ? 'attention' : 'plain'}
      actions={isReplaced ? null : <MinutesActions juryId={session.id} minutes={minutes} />}
    >
      {children}
      <p className={classes.line}>{minutes.sentence}</p>
      <RowList>
        {minutes.signers.map((signer) => (
          <li key={signer.memberId}>
            <span>
              <strong>{signer.name}</strong>, collège des{' '}
              {collegeWords[signer.college].toLowerCase()}
              <br />
              <span className={classes.quiet}>{signer.sentence ?? 'N’a pas encore signé.'}</span>
            </span>
            <StateBadge tone={signer.method ? 'ok' : 'warn'}>
              {signer.method === 'paper'
                ? 'signé sur papier'
                : signer.method
                  ? 'signé'
                  : 'à signer'}
            </StateBadge>
            {mayNote && !signer.method && (
              <Button size="compact-sm" onClick={() => setOnPaper(signer)}>
                Noter une signature sur papier
              </Button>
            )}
          </li>
        ))}
      </RowList>
      <p className={classes.fingerprint}>
        Empreinte du contenu signé (SHA-256) : <code>{minutes.sha256}</code>
      </p>
      {onPaper && (
        <PaperSignature
          juryId={session.id}
          minutesId={minutes.id}
          signer={onPaper}
          heldOn={session.heldOn}
          onClose={() => setOnPaper(null)}
        />
      )}
    </SectionCard>
  );
}

function MinutesActions({
  juryId,
  minutes,
}: {
  readonly juryId: string;
  readonly minutes: Minutes;
}) {
  const sign = useWrite('POST /juries/:juryId/minutes/signatures');
  const remind = useWrite('POST /juries/:juryId/minutes/reminders');
  const mayRemind = useIsAllowed('jury:prepare');
  const params = { juryId };
  if (minutes.mustSign)
    return (
      <ConfirmButton
        label="Signer le procès-verbal"
        variant="filled"
        title={`Signer le procès-verbal ${minutes.reference} ?`}
        loss="Vous signez pour vous seul, après l’avoir relu. L’heure, l’adresse et l’appareil sont conservés avec l’empreinte du contenu. Une signature ne se retire pas."
        confirmLabel="Signer"
        confirmColor="brand"
        onConfirm={async () => {
          await sign.mutateAsync({ params, body: { sha256: minutes.sha256 } });
          notifyDone('Votre signature est enregistrée.');
        }}
      />
    );
  if (!mayRemind || minutes.isSigned) return null;
  return (
    <>
      <ProblemAlert problem={remind.error} />
      <Button
        loading={remind.isPending}
        onClick={() =>
          remind.mutate({ params }, { onSuccess: ({ sent }) => notifyDone(tellSent(sent)) })
        }
      >
        Relancer par mail
      </Button>
    </>
  );
}

const tellSent = (sent: number): string =>
  sent === 0
    ? 'Personne n’a pu être joint : vérifiez les adresses et les accès des membres.'
    : `Un mail part vers ${sent === 1 ? 'le membre qui n’a' : `les ${sent} membres qui n’ont`} pas signé.`;
