import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { ProblemError } from '../../lib/problem-error.ts';
import { useParam } from '../../lib/use-param.ts';
import { EndedRequest, NoSuchRequest } from './ended-request.tsx';
import { SignedAppraisal } from './signed-appraisal.tsx';
import { TutorForm } from './tutor-form.tsx';

/** What a tutor opens from the mail: the sheet to fill in, what was signed, or why nothing is awaited. */
export function Page() {
  const appraisalId = useParam('appraisalId');
  const read = useRead('GET /tutor/appraisals/:appraisalId', { params: { appraisalId } });
  if (read.error instanceof ProblemError && read.error.code === 'not_found')
    return <NoSuchRequest />;
  return (
    <WhenRead read={read}>
      {(sheet) =>
        sheet.signature ? (
          <SignedAppraisal sheet={sheet} />
        ) : sheet.end ? (
          <EndedRequest sheet={sheet} />
        ) : (
          <TutorForm key={sheet.id} sheet={sheet} onSigned={() => read.refetch()} />
        )
      }
    </WhenRead>
  );
}
