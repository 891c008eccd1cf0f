import { Anchor, Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './calendar-feed.module.css';

/** An address that was just made: the only time it is seen. */
export function FreshAddress({ address }: { readonly address: string }) {
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <>
      <p className={classes.text}>
        <strong>Copiez-la maintenant : elle ne s’affiche qu’une fois.</strong> Qui l’a lit ce
        calendrier sans mot de passe, ne la transmettez pas.
      </p>
      <TextInput
        label="Adresse secrète"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        error={clipboard.error ? 'Sélectionnez-la, puis copiez-la avec le clavier.' : undefined}
      />
      <div className={classes.buttons} style={{ marginTop: 12 }}>
        <Button variant="filled" onClick={() => clipboard.copy(address)}>
          {clipboard.copied ? 'Adresse copiée' : 'Copier l’adresse'}
        </Button>
      </div>
      <HowToAdd address={address} />
    </>
  );
}

const applications = [
  {
    name: 'Google Agenda',
    path: 'sur un ordinateur : « Autres agendas », « + », « À partir de l’URL ».',
  },
  { name: 'Outlook', path: ': « Ajouter un calendrier », « S’abonner à partir du web ».' },
  { name: 'Thunderbird', path: ': « Nouvel agenda », « Sur le réseau ».' },
] as const;

/** One line for each application. */
function HowToAdd({ address }: { readonly address: string }) {
  return (
    <>
      <h3 className={classes.how}>Où la coller</h3>
      <ul className={classes.steps}>
        <li>
          <strong>iPhone ou Mac</strong> :{' '}
          <Anchor href={address.replace(/^https?:/, 'webcal:')} underline="always">
            ouvrir dans Calendrier
          </Anchor>
          .
        </li>
        {applications.map(({ name, path }) => (
          <li key={name}>
            <strong>{name}</strong> {keepFrenchSpaces(path)}
          </li>
        ))}
      </ul>
      <p className={classes.note}>
        L’agenda relit l’adresse de lui-même ; Google peut mettre un jour à montrer un changement.
      </p>
    </>
  );
}
