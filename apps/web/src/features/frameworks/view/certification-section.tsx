import { formatMinutes } from '@jalon/domain';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Content } from '../version.ts';
import { describeDuration, describeMonths, describeRegistration } from '../words.ts';
import { type Fact, Facts } from './facts.tsx';
import classes from './view.module.css';

/** Which certification this version leads to, and the rhythm that its source describes. */
export function CertificationSection({ content }: { readonly content: Content }) {
  return (
    <div id="certification" className={classes.anchor}>
      <SectionCard title="Certification et rythme">
        <Facts facts={[...certificationFacts(content), ...rhythmFacts(content)]} />
      </SectionCard>
    </div>
  );
}

function certificationFacts({ certification, outcome }: Content): Fact[] {
  if (certification === null)
    return [
      {
        label: 'Délivre',
        value: 'Une attestation de formation : cette version ne mène pas à une certification.',
      },
    ];
  const { name, rncp, level, nsf, certifier, registeredFrom, registeredTo } = certification;
  return [
    { label: 'Certification', value: name },
    { label: 'Délivre', value: outcome === 'certificate' ? 'Un certificat' : 'Une attestation' },
    { label: 'Fiche', value: rncp ?? 'hors RNCP' },
    { label: 'Niveau', value: nsf === null ? level : `${level}, NSF ${nsf}` },
    { label: 'Certificateur', value: certifier },
    { label: 'Enregistrée', value: describeRegistration(registeredFrom, registeredTo) },
  ];
}

const rhythmFacts = ({ durationMonths, rhythm }: Content): Fact[] => [
  { label: 'Durée', value: describeDuration(durationMonths) },
  {
    label: 'Rythme habituel',
    value: `${String(rhythm.daysPerWeek).replace('.', ',')} jours par semaine de ${formatMinutes(rhythm.minutesPerDay)} ; chaque cohorte choisit le sien`,
  },
  { label: 'Mois sans séance', value: describeMonths(rhythm.closedMonths) },
];
