import type { LearnerStanding } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { TextLink } from '../../../components/app-link.tsx';
import { cellTones } from '../../../components/cell-tones.ts';
import { certificateTones } from '../../../components/certificate-tones.ts';
import { DownloadButton } from '../../../components/download-button.tsx';
import { PathLink } from '../../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { paths } from '../../../lib/paths.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import classes from './standing-card.module.css';

interface StandingCardProps {
  readonly enrolmentId: string;
  readonly stands: LearnerStanding;
  /** What the file still lacks, in a few words each. */
  readonly toDo: readonly string[];
}

/** Each block as on the board, then the certificate: where the learner stands at a glance. */
export function StandingCard({ enrolmentId, stands, toDo }: StandingCardProps) {
  const mayReadBoard = useIsAllowed('board:read');
  return (
    <section aria-label="Blocs et certificat" className={classes.standing}>
      <ul className={classes.tiles}>
        {stands.blocks.map(({ code, name, state, label, fact }) => (
          <li key={code} className={classes.tile} data-tone={cellTones[state]}>
            <div className={classes.name}>
              {mayReadBoard ? (
                <PathLink path={paths.boardCell(stands.cohortId, enrolmentId, code)}>
                  {code} · {name}
                </PathLink>
              ) : (
                `${code} · ${name}`
              )}
            </div>
            <div className={classes.label}>{keepFrenchSpaces(label)}</div>
            <div className={classes.fact}>{keepFrenchSpaces(fact)}</div>
          </li>
        ))}
        <li className={classes.tile} data-tone={certificateTones[stands.ending.state]}>
          <div className={classes.name}>
            {stands.outcome === 'certificate' ? 'Certificat' : 'Attestation'}
          </div>
          <div className={classes.label}>{stands.ending.label}</div>
          <div className={classes.fact}>
            <CertificateFact stands={stands} />
          </div>
        </li>
      </ul>
      {toDo.length > 0 && <p className={classes.toDo}>Dossier : {toDo.join(', ')}.</p>}
    </section>
  );
}

/** The document once it is issued; the way to issue it when nothing is missing. */
function CertificateFact({
  stands: { certificate, ending },
}: {
  readonly stands: LearnerStanding;
}) {
  if (certificate) {
    const params = { certificateId: certificate.id };
    return (
      <>
        le {formatDay(certificate.issuedOn)}
        <DownloadButton
          size="compact-sm"
          mt={4}
          from="GET /certificates/:certificateId/document"
          request={{ params }}
        >
          {certificate.number}, en PDF
        </DownloadButton>
      </>
    );
  }
  return (
    <>
      {keepFrenchSpaces(ending.fact)}
      {ending.state === 'ready' && (
        <>
          {' · '}
          <TextLink to="/certificats" fz="inherit">
            délivrer
          </TextLink>
        </>
      )}
    </>
  );
}
