import { TextLink } from '../../components/app-link.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { TrainerFileView } from './trainer-file-view.tsx';

/** The file of one trainer, for those who plan. */
export function Page() {
  const trainerId = useParam('trainerId');
  const read = useRead('GET /trainers/:trainerId', { params: { trainerId } });
  return (
    <WhenRead read={read}>
      {(file) => (
        <TrainerFileView
          key={file.personId}
          file={file}
          calendarLabel="Voir ses créneaux"
          title={`${file.spokenName} : ${file.readiness.state}`}
          overline={<TextLink to="/formateurs">Formateurs</TextLink>}
        />
      )}
    </WhenRead>
  );
}
