import type { TrainerFile } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { type ComponentProps, useState } from 'react';
import { SectionCard } from '../../components/section-card.tsx';
import { useIsAllowed } from '../../lib/session.ts';
import { countTaught, listItems } from './subject-values.ts';
import classes from './trainers.module.css';
import { VersionSubjects } from './version-subjects.tsx';

type Version = TrainerFile['versions'][number];

/** What the trainer may teach: the versions that count first, the others folded. */
export function SubjectsCard({ file }: { readonly file: TrainerFile }) {
  const mayWrite = useIsAllowed('trainer:write');
  const inUse = ({ cohortCount, blocks }: Version) => cohortCount > 0 || countTaught(blocks) > 0;
  const shown = file.versions.filter(inUse);
  const others = mayWrite ? file.versions.filter((version) => !inUse(version)) : [];
  const total = shown.reduce((sum, { blocks }) => sum + countTaught(blocks), 0);
  return (
    <SectionCard
      title="Modules et évaluations à confier"
      hint={total === 0 ? 'aucun pour l’instant' : countNoun(total, 'coché')}
    >
      {shown.length === 0 && others.length === 0 && (
        <p className={classes.lead}>
          Rien encore : les modules que l’on peut confier à cette personne se liront ici.
        </p>
      )}
      {[...shown, ...others].map((version) => (
        <VersionDetails
          key={version.id}
          trainerId={file.personId}
          version={version}
          mayWrite={mayWrite}
        />
      ))}
    </SectionCard>
  );
}

/** Open at first when a cohort waits for a trainer's choice; then as the person leaves it. */
function VersionDetails(props: ComponentProps<typeof VersionSubjects>) {
  const { version } = props;
  const [isOpenAtFirst] = useState(version.cohortCount > 0 && countTaught(version.blocks) === 0);
  return (
    <details className={classes.version} open={isOpenAtFirst}>
      <summary>
        <span className={classes.versionTitle}>{version.title}</span>
        <span className={classes.detail}>{sayTaught(version)}</span>
      </summary>
      <VersionSubjects {...props} />
    </details>
  );
}

function sayTaught({ blocks, cohortCount, state }: Version): string {
  const all = listItems(blocks).length;
  const cohorts =
    cohortCount === 0
      ? state === 'draft'
        ? 'brouillon'
        : 'aucune cohorte en cours'
      : countNoun(cohortCount, 'cohorte');
  return `${countTaught(blocks)} sur ${all} · ${cohorts}`;
}
