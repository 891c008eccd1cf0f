import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { TrainerFileView } from './trainer-file-view.tsx';

/** What the plan knows of the trainer who reads it. */
export function Page() {
  const read = useRead('GET /trainer-file', {});
  return (
    <WhenRead read={read}>
      {(file) => (
        <TrainerFileView
          file={file}
          calendarLabel="Voir mes créneaux"
          title={`Votre fiche : ${file.readiness.state.replace('fiche prête', 'prête')}`}
          overline="Un changement ? Dites-le à la coordination, elle seule l’écrit ici."
        />
      )}
    </WhenRead>
  );
}
