import { ButtonLink } from '../../../components/app-link.tsx';
import { useAsideRead } from '../../../lib/api.ts';

/** The way to the joint reviews, with how many the menu counts among the appraisals. */
export function ReviewsLink() {
  const { data } = useAsideRead('GET /home', {});
  const held = data ? [...data.late, ...data.toDo].filter(({ kind }) => kind === 'review') : [];
  return (
    <ButtonLink to="/appreciations/points-de-parcours">
      Points de parcours{held.length > 0 && ` (${held.length})`}
    </ButtonLink>
  );
}
