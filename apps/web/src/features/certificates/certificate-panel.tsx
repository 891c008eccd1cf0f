import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { Anchor, Button, Stack } from '@mantine/core';
import { DownloadButton } from '../../components/download-button.tsx';
import { PathButton } from '../../components/path-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonList } from '../../components/reason-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useWrite } from '../../lib/api.ts';
import { paths } from '../../lib/paths.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { BlockSection } from './block-section.tsx';
import { CpamCopy } from './cpam-copy.tsx';
import { RevokedList } from './revoked-list.tsx';
import { TransferSection } from './transfer-section.tsx';
import { WithdrawDocument } from './withdraw-document.tsx';

type Standing = Answer<'GET /certificates'>[number];

/** One learner before the certificate: why it can or cannot be issued, and what to do now. */
export function CertificatePanel({
  standing,
  onClose,
}: {
  readonly standing: Standing;
  readonly onClose: () => void;
}) {
  const { certificate, readiness, learnerName, title } = standing;
  return (
    <SidePanel
      overline={`${learnerName} · ${title}`}
      title={certificate ? `Délivré sous le n° ${certificate.number}` : describeMissing(standing)}
      onClose={onClose}
    >
      <ReasonList reasons={certificate?.reasons ?? readiness.reasons} />
      {tellsUnsigned(standing) && (
        <ReasonList reasons={[standing.unsignedMinutes]} preventsNothing />
      )}
      {certificate ? <Issued certificate={certificate} /> : <ToIssue standing={standing} />}
      <BlockSection standing={standing} />
      <TransferSection standing={standing} />
      <RevokedList revoked={standing.revoked} />
    </SidePanel>
  );
}

/** Told beside what can be or was issued: while blocks are missing, nothing rests on the minutes. */
const tellsUnsigned = (
  standing: Standing,
): standing is Standing & { readonly unsignedMinutes: NonNullable<Standing['unsignedMinutes']> } =>
  standing.unsignedMinutes !== null &&
  (standing.certificate !== null || standing.readiness.outcome === 'ready');

/** How much is missing: the list below says what, each with its source. */
function describeMissing({ kind, readiness, left }: Standing): string {
  if (left !== null && readiness.outcome === 'not_ready') return left;
  const missing = readiness.reasons.filter(({ met }) => !met).length;
  const word = kind === 'certificate' ? 'le certificat' : 'l’attestation';
  if (missing === 0) return `Rien ne manque pour délivrer ${word}`;
  return `Il manque ${countNoun(missing, 'chose')} avant ${word}`;
}

function ToIssue({ standing }: { readonly standing: Standing }) {
  const issue = useWrite('POST /enrolments/:enrolmentId/certificate');
  const mayIssue = useIsAllowed('certificate:issue');
  if (!mayIssue) return null;
  if (standing.readiness.outcome !== 'ready')
    return standing.left === null ? <MissingActions standing={standing} /> : null;
  const { kind, registration } = standing;
  const word = kind === 'certificate' ? 'le certificat' : 'l’attestation';
  return (
    <Stack mt="md">
      {registration && <ReasonList reasons={[registration]} />}
      <ProblemAlert problem={issue.error} />
      <Button
        variant="filled"
        loading={issue.isPending}
        onClick={() => issue.mutate({ params: { enrolmentId: standing.enrolmentId } })}
      >
        Délivrer {word}
      </Button>
    </Stack>
  );
}

/** One button for each thing that is missing, to the page where it is dealt with. */
function MissingActions({
  standing: { enrolmentId, cohort, readiness },
}: {
  readonly standing: Standing;
}) {
  const unmet = readiness.reasons.filter(({ met }) => !met);
  const lacks = (rule: string) => unmet.some((reason) => reason.rule === rule);
  const hasResit = unmet.some(({ facts }) => facts.includes('à représenter'));
  const hasUnseen = unmet.some(
    ({ rule, facts }) => rule === 'certificate.block-acquired' && !facts.includes('à représenter'),
  );
  return (
    <Stack mt="md">
      {lacks('certificate.credential-valid') && (
        <PathButton path={paths.learnerAssessments(enrolmentId)}>
          Enregistrer l’attestation AFGSU
        </PathButton>
      )}
      {hasResit && <PathButton path={paths.resits()}>Inscrire à une nouvelle session</PathButton>}
      {hasUnseen && (
        <PathButton path={paths.board(cohort.id)}>Voir ce qui manque avant le jury</PathButton>
      )}
      {lacks('attestation.hours-done') && (
        <PathButton path={paths.learnerHours(enrolmentId)}>Voir les heures</PathButton>
      )}
    </Stack>
  );
}

function Issued({ certificate }: { readonly certificate: NonNullable<Standing['certificate']> }) {
  const mayIssue = useIsAllowed('certificate:issue');
  const params = { certificateId: certificate.id };
  return (
    <Stack mt="md">
      <p>
        Délivré le {formatDay(certificate.issuedOn)}, sur la décision du{' '}
        {formatDay(certificate.decidedOn)}.
      </p>
      <DownloadButton from="GET /certificates/:certificateId/document" request={{ params }}>
        Télécharger le PDF
      </DownloadButton>
      <DownloadButton from="GET /certificates/:certificateId/credential" request={{ params }}>
        Télécharger le fichier signé
      </DownloadButton>
      {certificate.publicPage && (
        <Anchor href={new URL(certificate.publicPage).pathname} target="_blank">
          Page publique de vérification
        </Anchor>
      )}
      {mayIssue && <WithdrawDocument document={certificate} />}
      <CpamCopy certificate={certificate} />
    </Stack>
  );
}
