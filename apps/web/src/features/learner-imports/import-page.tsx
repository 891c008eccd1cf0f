import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { FollowedImport } from './followed-import.tsx';
import { NewImport } from './new-import.tsx';

/** A file of learners into a cohort: asked for, then followed to its report, now or later. */
export function Page() {
  const cohortId = useParam('cohortId');
  const [importId, setImportId] = useSearchParam('rapport');
  return importId === undefined ? (
    <NewImport cohortId={cohortId} onOpen={setImportId} />
  ) : (
    <FollowedImport
      key={importId}
      cohortId={cohortId}
      importId={importId}
      onAgain={() => setImportId(undefined)}
    />
  );
}
