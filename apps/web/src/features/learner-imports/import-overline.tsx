import { TextLink } from '../../components/app-link.tsx';
import { cohortSearch } from '../../lib/cohort-search.ts';

/** Whose learners, and which file. */
export const ImportOverline = ({
  cohortId,
  cohortName,
  file,
}: {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly file: string | undefined;
}) => (
  <>
    <TextLink to="/apprenants" search={cohortSearch(cohortId)}>
      {cohortName || 'Cohorte'}
    </TextLink>
    {file && ` › ${file}`}
  </>
);
