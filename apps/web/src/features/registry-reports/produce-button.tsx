import { countNoun } from '@jalon/domain';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { countState, type RegistryPerson } from './registry-words.ts';

/** Makes the file of all who are due, once it is said what that binds. */
export function ProduceButton({
  people,
  due,
}: {
  readonly people: readonly RegistryPerson[];
  readonly due: number;
}) {
  const produce = useWrite('POST /registry-reports');
  if (due === 0) return null;
  const rejected = people.filter(({ isDue, state }) => isDue && state === 'rejected').length;
  const incomplete = countState(people, 'to_complete');
  return (
    <ConfirmButton
      variant="filled"
      label={`Produire le fichier (${due})`}
      title={`Produire le fichier pour ${countNoun(due, 'certifié')} ?`}
      loss={
        <>
          <p>
            Le fichier ne change plus ensuite : vous le déposez sur le portail des certificateurs,
            puis vous importez ici l’accusé qu’il rend.
          </p>
          {rejected > 0 && (
            <p>
              {countNoun(rejected, 'rejeté y est renvoyé', 'rejetés y sont renvoyés')} : sans
              correction de leur fiche, ils peuvent l’être encore.
            </p>
          )}
          {incomplete > 0 && (
            <p>
              {countNoun(incomplete, 'certifié n’y sera pas', 'certifiés n’y seront pas')} : il leur
              manque une donnée obligatoire.
            </p>
          )}
        </>
      }
      confirmLabel="Produire le fichier"
      confirmColor="brand"
      onConfirm={async () => {
        const { reports } = await produce.mutateAsync({});
        await notifyDone(
          reports.length === 1
            ? 'Le fichier est produit : téléchargez-le plus bas.'
            : `${reports.length} fichiers sont produits : téléchargez-les plus bas.`,
        );
      }}
    />
  );
}
