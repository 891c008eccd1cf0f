import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { BlockAttestations } from '../../components/block-attestations.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { useRead } from '../../lib/api.ts';
import classes from './tutor-home-page.module.css';

/** What a learner whom the tutor followed has obtained; nothing until it is issued. */
export function LearnerCertificate({ enrolmentId }: { readonly enrolmentId: string }) {
  const { data } = useRead('GET /enrolments/:enrolmentId/certificate', { params: { enrolmentId } });
  if (!data) return null;
  const attested = data.acquiredBlocks.filter(({ attestation }) => attestation !== null);
  return (
    <>
      {data.certificate && (
        <Obtained learnerName={data.learnerName} certificate={data.certificate} />
      )}
      {attested.length > 0 && (
        <section className={classes.certificate}>
          <h2 className={classes.name}>
            {data.learnerName} : {countNoun(attested.length, 'bloc acquis', 'blocs acquis')}
          </h2>
          <BlockAttestations blocks={attested} />
        </section>
      )}
    </>
  );
}

function Obtained({
  learnerName,
  certificate: { id, number, issuedOn, kind },
}: {
  readonly learnerName: string;
  readonly certificate: NonNullable<
    Answer<'GET /enrolments/:enrolmentId/certificate'>['certificate']
  >;
}) {
  const isCertificate = kind === 'certificate';
  const word = isCertificate ? 'son certificat' : 'son attestation';
  const issued = isCertificate ? 'délivré' : 'délivrée';
  return (
    <section className={classes.certificate}>
      <h2 className={classes.name}>
        {learnerName} a obtenu {word}
      </h2>
      <p className={classes.words}>
        N° {number}, {issued} le {formatDay(issuedOn)}, avec votre avis.
      </p>
      <DownloadButton
        mt="xs"
        from="GET /certificates/:certificateId/document"
        request={{ params: { certificateId: id } }}
      >
        Télécharger en PDF
      </DownloadButton>
    </section>
  );
}
