import { formatDay } from '@jalon/domain';
import { DownloadButton } from '../../components/download-button.tsx';
import { useRead } from '../../lib/api.ts';
import classes from './tutor-home-page.module.css';

/** What a learner whom the tutor followed has obtained; nothing until it is issued. */
export function LearnerCertificate({ enrolmentId }: { readonly enrolmentId: string }) {
  const { data } = useRead('GET /enrolments/:enrolmentId/certificate', { params: { enrolmentId } });
  if (!data?.certificate) return null;
  const { id, number, issuedOn, kind } = data.certificate;
  const word = kind === 'certificate' ? 'son certificat' : 'son attestation';
  return (
    <section className={classes.card}>
      <span className={classes.name}>
        {data.learnerName} a obtenu {word}
      </span>
      <span className={classes.words}>
        N° {number}, délivré le {formatDay(issuedOn)}, avec votre avis.
      </span>
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
