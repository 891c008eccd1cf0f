import type { EmploymentDetails } from '@jalon/contract';
import {
  contractKindNames,
  employerKindNames,
  formatDay,
  joinWords,
  listHalfDays,
} from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import classes from '../enrolments.module.css';
import { regimeNames } from '../words.ts';
import { EmploymentDrawer } from './employment-drawer.tsx';

/** The employers, the dates that bind each, and the tutors. */
export function EmploymentsCard({
  personId,
  employments,
}: {
  readonly personId: string;
  readonly employments: readonly EmploymentDetails[];
}) {
  const [edited, setEdited] = useState<EmploymentDetails | 'new' | null>(null);
  return (
    <SectionCard
      title="Employeurs et tuteur"
      actions={
        <Can permission="enrolment:write">
          <Button size="xs" onClick={() => setEdited('new')}>
            Ajouter un employeur
          </Button>
        </Can>
      }
    >
      {employments.length === 0 && (
        <div className={classes.soft}>
          Aucun employeur. Sans lui, ni délai de convention ni appréciation de tuteur.
        </div>
      )}
      {employments.map((employment) => (
        <div key={employment.id} className={classes.employer}>
          <Employment employment={employment} onEdit={() => setEdited(employment)} />
        </div>
      ))}
      {edited && (
        <EmploymentDrawer
          personId={personId}
          employment={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </SectionCard>
  );
}

function Employment({
  employment,
  onEdit,
}: {
  readonly employment: EmploymentDetails;
  readonly onEdit: () => void;
}) {
  const { tutor } = employment;
  const facts = [
    ['Embauche', formatDay(employment.hireDate)],
    ['Prise de fonction', employment.dutyStartOn && formatDay(employment.dutyStartOn)],
    [
      'Contrat CPAM signé',
      employment.cpamContractSignedOn && formatDay(employment.cpamContractSignedOn),
    ],
    ['Contrat', employment.contractKind && contractKindNames[employment.contractKind]],
    ['Début du contrat', formatDay(employment.contractStartsOn ?? employment.hireDate)],
    ['Fin du contrat', employment.endsOn && formatDay(employment.endsOn)],
    [
      'Chez l’employeur',
      joinWords(listHalfDays(employment.workedMornings, employment.workedAfternoons)),
    ],
    ['Délais', employment.regime && regimeNames[employment.regime]],
  ] as const;
  return (
    <div className={classes.stack}>
      <div className={`${classes.row} ${classes.bare}`}>
        <div className={classes.grow}>
          <div className={classes.strong}>{employment.employerName}</div>
          <div className={classes.soft}>
            {[
              employerKindNames[employment.employerKind],
              employment.siret,
              employment.employerPhone,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
        <Can permission="enrolment:write">
          <Button
            size="xs"
            onClick={onEdit}
            aria-label={`Modifier l’employeur ${employment.employerName}`}
          >
            Modifier
          </Button>
        </Can>
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
        <div>
          <dt>Tuteur</dt>
          <dd>
            {tutor ? (
              <>
                <div>{tutor.name}</div>
                <div className={classes.soft}>{tutor.email ?? 'sans adresse mail'}</div>
                {employment.tutorVolunteeredOn && !employment.tutorIsEmployer && (
                  <div className={classes.soft}>
                    Volontaire, confirmé le {formatDay(employment.tutorVolunteeredOn)}
                  </div>
                )}
                {tutor.concerns.map(({ rule, facts }) => (
                  <div key={rule} className={classes.missing}>
                    {facts}
                  </div>
                ))}
              </>
            ) : (
              <span className={classes.missing}>à désigner</span>
            )}
            {employment.earlierTutors.map(({ id, name, turn }) => (
              <div key={id} className={classes.soft}>
                Avant : {name}, {turn}
              </div>
            ))}
          </dd>
        </div>
      </dl>
    </div>
  );
}
