import type { DispensationView } from '@jalon/contract';
import {
  countNoun,
  dispensationStateNames,
  entryProfileNames,
  formatDay,
  formatMinutes,
} from '@jalon/domain';
import type { ReactNode } from 'react';
import { FactList } from '../../components/fact-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './dispensations.module.css';
import { EvidenceList } from './evidence-list.tsx';
import { describeScope, stateTones } from './words.ts';

interface DispensationPanelProps {
  readonly dispensation: DispensationView;
  readonly onClose: () => void;
  /** What may be done now. */
  readonly children: ReactNode;
}

/** One request: what, on what evidence, where it stands, what it makes of the hours due. */
export function DispensationPanel({
  dispensation: one,
  onClose,
  children,
}: DispensationPanelProps) {
  return (
    <SidePanel
      title={`${formatMinutes(one.requestedMinutes)} demandées sur ${formatMinutes(one.availableMinutes)}`}
      overline={`${one.learner} · ${describeScope(one)}`}
      footer="Une dispense allège la formation. L’évaluation du bloc reste due."
      onClose={onClose}
    >
      <div>
        <StateBadge tone={stateTones[one.state]}>{dispensationStateNames[one.state]}</StateBadge>
      </div>
      <EvidenceList dispensation={one} />
      {children}
      <FactList facts={listFacts(one)} />
      {one.formerAnswers.length > 0 && <FormerAnswers answers={one.formerAnswers} />}
    </SidePanel>
  );
}

/** Each answer that was written by mistake, as it stood, the last one first. */
const FormerAnswers = ({ answers }: { readonly answers: DispensationView['formerAnswers'] }) => (
  <section className={classes.group}>
    <h3 className={classes.formTitle}>Réponses rectifiées</h3>
    {answers.map((former) => (
      <FactList
        key={`${former.rectifiedOn} ${former.because}`}
        facts={[
          [`Avant le ${formatDay(former.rectifiedOn)}`, tellFormer(former)],
          ['Rectifiée parce que', former.because],
        ]}
      />
    ))}
  </section>
);

const tellFormer = (former: DispensationView['formerAnswers'][number]): string =>
  [
    `${dispensationStateNames[former.state]} le ${formatDay(former.decidedOn)}`,
    `${formatMinutes(former.grantedMinutes)} accordées`,
    former.reference && `réf. ${former.reference}`,
    former.motive,
  ]
    .filter(Boolean)
    .join(' · ');

function listFacts(one: DispensationView): readonly (readonly [string, string])[] {
  const day = (value: string | null) => value && formatDay(value);
  const diploma = one.diplomaLevel === null ? 'diplôme à justifier' : `niveau ${one.diplomaLevel}`;
  const experience =
    one.experienceYears === null
      ? 'expérience à justifier'
      : `${countNoun(one.experienceYears, 'an')} d’expérience`;
  const answer = one.answerTypedIn ? 'Réponse de la branche, saisie par le centre' : 'Décision';
  const facts: (readonly [string, string | null | ''])[] = [
    ['Bloc', one.blockName],
    ['Parcours antérieur', `${entryProfileNames[one.profile]}, ${diploma}, ${experience}`],
    ['D’après la table du centre', one.startedFrom],
    ['Pièces', one.evidence ?? (one.startedFrom ? null : 'Aucune pièce notée')],
    ['Heures de l’apprenant', one.hours],
    ['Déposée', day(one.filedOn)],
    ['Transmise', day(one.transmittedOn)],
    ['Référence', one.reference],
    [answer, day(one.decidedOn)],
    ['Heures accordées', one.grantedMinutes === null ? null : formatMinutes(one.grantedMinutes)],
    ['Motif', one.motive],
    ['Retirée', day(one.withdrawnOn)],
    ['Motif du retrait', one.withdrawalMotive],
    ['Cohorte', `${one.cohort.name}, ${one.frameworkTitle}`],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
