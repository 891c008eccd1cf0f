import { TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { SheetActions } from './sheet-actions.tsx';
import { SheetView } from './sheet-view.tsx';

/** One appraisal as the office reads it. */
export function Page() {
  const appraisalId = useParam('appraisalId');
  const read = useRead('GET /appraisals/:appraisalId', { params: { appraisalId } });
  return (
    <WhenRead read={read}>
      {(sheet) => (
        <>
          <PageHeader
            title={
              sheet.signature
                ? `L’avis du tuteur sur ${sheet.learnerName}`
                : sheet.end?.isFinal
                  ? `L’avis du tuteur sur ${sheet.learnerName} n’est plus attendu`
                  : sheet.end
                    ? `L’avis sur ${sheet.learnerName} est à demander à un autre tuteur`
                    : `L’avis du tuteur sur ${sheet.learnerName} est attendu`
            }
            overline={
              <>
                <TextLink to="/appreciations">Appréciations</TextLink> ›{' '}
                <TextLink
                  to="/apprenants/$enrolmentId/appreciations"
                  params={{ enrolmentId: sheet.enrolmentId }}
                >
                  {sheet.learnerName}
                </TextLink>
              </>
            }
            actions={<SheetActions sheet={sheet} />}
          />
          <SheetView sheet={sheet} />
        </>
      )}
    </WhenRead>
  );
}
