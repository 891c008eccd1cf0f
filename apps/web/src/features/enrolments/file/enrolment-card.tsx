import type { EnrolmentFile } from '@jalon/contract';
import {
  accessRouteNames,
  countNoun,
  entryProfileNames,
  formatDay,
  funderNames,
} from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { Opinion } from '../enrol/opinion.tsx';
import classes from '../enrolments.module.css';
import { EnrolmentDrawer } from './enrolment-drawer.tsx';

const describeYears = (years: number | null): string => {
  if (years === null) return 'pas encore justifiée';
  return years === 0 ? 'aucune' : countNoun(years, 'an');
};

/** On what the enrolment rests, and what the rules say of it. */
export function EnrolmentCard({ file }: { readonly file: EnrolmentFile }) {
  const [isOpen, drawer] = useDisclosure();
  const facts = [
    ['Profil à l’entrée', entryProfileNames[file.profile]],
    ['Diplôme justifié', file.diplomaLevel === null ? 'pas encore' : `niveau ${file.diplomaLevel}`],
    ['Expérience', describeYears(file.experienceYears)],
    ['Voie d’accès', accessRouteNames[file.route]],
    ['Financeur', funderNames[file.funder]],
    ['Entrée', formatDay(file.startsOn)],
    ['Fin', file.endsOn ? formatDay(file.endsOn) : 'avec la cohorte'],
  ] as const;
  return (
    <SectionCard
      title="Inscription"
      actions={
        <Can permission="enrolment:write">
          <Button size="xs" onClick={drawer.open}>
            Modifier
          </Button>
        </Can>
      }
    >
      <div className={classes.stack}>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Opinion entry={file.entry} findings={file.findings} />
        {file.entryMotive && (
          <div className={classes.notice}>
            <div className={classes.soft}>Motif de l’inscription</div>
            {file.entryMotive}
          </div>
        )}
      </div>
      {isOpen && <EnrolmentDrawer file={file} onClose={drawer.close} />}
    </SectionCard>
  );
}
