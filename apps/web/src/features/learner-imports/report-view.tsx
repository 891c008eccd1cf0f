import type { ImportReport } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { ButtonLink } from '../../components/app-link.tsx';
import { cohortSearch } from '../../lib/cohort-search.ts';
import { FailedRowsButton } from './failed-rows-button.tsx';
import { ImportRows } from './import-rows.tsx';
import classes from './learner-imports.module.css';

/** The state of an import in a sentence. */
export function describeReport({ outcome, counts }: ImportReport): string {
  if (outcome === 'refused')
    return `Rien n’a été importé : ${countNoun(counts.error, 'ligne')} en erreur`;
  if (outcome === 'nothing_to_do' && counts.error === 0)
    return 'Tout était déjà connu : rien n’a changé';
  if (outcome === 'nothing_to_do') return 'Aucune ligne ne pouvait être importée';
  const done = [
    counts.new > 0 && countNoun(counts.new, 'apprenant inscrit', 'apprenants inscrits'),
    counts.changed > 0 && countNoun(counts.changed, 'dossier modifié', 'dossiers modifiés'),
    counts.error > 0 && `${countNoun(counts.error, 'ligne')} en erreur`,
  ];
  return done.filter(Boolean).join(', ');
}

/** What an import did, line by line; the refused lines come back as a file. */
export function ReportView({
  importId,
  report,
  cohortId,
  onAgain,
}: {
  readonly importId: string;
  readonly report: ImportReport;
  readonly cohortId: string;
  readonly onAgain: () => void;
}) {
  const { counts, rows } = report;
  return (
    <>
      <div className={classes.bar}>
        <ButtonLink
          to="/apprenants"
          search={cohortSearch(cohortId)}
          variant={counts.error === 0 ? 'filled' : 'default'}
        >
          Voir les apprenants
        </ButtonLink>
        {counts.error > 0 && (
          <FailedRowsButton importId={importId} count={counts.error} isPrimary />
        )}
        <Button onClick={onAgain}>Importer un autre fichier</Button>
      </div>
      <ImportRows rows={rows} />
    </>
  );
}
