import type { PersonDetails } from '@jalon/contract';
import { countryNames, formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import classes from '../enrolments.module.css';
import { IdentityDrawer } from './identity-drawer.tsx';

/** Who the learner is, what the certifier will want and nobody has given yet. */
export function IdentityCard({ person }: { readonly person: PersonDetails }) {
  const [isOpen, drawer] = useDisclosure();
  const missing = new Set(person.missing.map(({ field }) => field));
  const facts = listFacts(person);
  return (
    <SectionCard
      title="Identité"
      hint={
        missing.size > 0
          ? 'Le certificateur aura besoin de ce qui est à compléter.'
          : 'Complète pour le certificateur.'
      }
      actions={
        <Can permission="person:write">
          <Button size="xs" variant={missing.size > 0 ? 'filled' : 'default'} onClick={drawer.open}>
            {missing.size > 0 ? 'Compléter' : 'Modifier'}
          </Button>
        </Can>
      }
    >
      <dl className={classes.facts}>
        {facts.map(({ field, label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value ??
                (missing.has(field) ? <span className={classes.missing}>à compléter</span> : '–')}
            </dd>
          </div>
        ))}
      </dl>
      {isOpen && <IdentityDrawer person={person} onClose={drawer.close} />}
    </SectionCard>
  );
}

const sexNames: Record<string, string> = { F: 'Féminin', M: 'Masculin' };

const listFacts = (person: PersonDetails) => [
  {
    field: 'name',
    label: 'Prénoms',
    value: [person.givenName, person.otherGivenNames].filter(Boolean).join(', '),
  },
  { field: 'birthName', label: 'Nom de naissance', value: person.birthName },
  { field: 'usageName', label: 'Nom d’usage', value: person.usageName },
  {
    field: 'birthDate',
    label: 'Naissance',
    value: person.birthDate && formatDay(person.birthDate),
  },
  { field: 'sex', label: 'Sexe', value: person.sex && (sexNames[person.sex] ?? person.sex) },
  {
    field: 'birthCountryCode',
    label: 'Pays de naissance',
    value:
      person.birthCountryCode && (countryNames[person.birthCountryCode] ?? person.birthCountryCode),
  },
  {
    field: 'birthPlaceCode',
    label: 'Commune de naissance',
    value: person.birthPlaceCode && `${person.birthPlaceCode} (code INSEE ou postal)`,
  },
  { field: 'email', label: 'Adresse mail', value: person.email },
  { field: 'phone', label: 'Téléphone', value: person.phone },
];
