import { formatDay } from '@jalon/domain';
import { DownloadButton } from '../../components/download-button.tsx';
import { useRead } from '../../lib/api.ts';
import classes from './tutor-home-page.module.css';

/** What a learner whom the tutor followed has obtained; nothing until it is issued. */
export function LearnerCertificate({ enrolmentId }: { readonly enrolmentId: string }) {
  const { data } = useRead('GET /enrolments/:enrolmentId/certificate', { params: { enrolmentId } });
  if (!data?.certificate) return null;
  const { id, number, issuedOn, kind } = data.certificate;
  const isCertificate = kind === 'certificate';
  const word = isCertificate ? 'son certificat' : 'son attestation';
  const issued = isCertificate ? 'délivré' : 'délivrée';
  return (
    <section className={classes.certificate}>
      <h2 className={classes.name}>
        {data.learnerName} a obtenu {word}
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
