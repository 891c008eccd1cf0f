import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { SignedAppraisal } from './signed-appraisal.tsx';
import { TutorForm } from './tutor-form.tsx';

/** What a tutor opens from the mail: the sheet to fill in, or what was signed. */
export function Page() {
  const appraisalId = useParam('appraisalId');
  const read = useRead('GET /tutor/appraisals/:appraisalId', { params: { appraisalId } });
  return (
    <WhenRead read={read}>
      {(sheet) =>
        sheet.signature ? (
          <SignedAppraisal sheet={sheet} />
        ) : (
          <TutorForm key={sheet.id} sheet={sheet} onSigned={() => read.refetch()} />
        )
      }
    </WhenRead>
  );
}
