import { ButtonLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';

interface NameTutorProps {
  readonly enrolmentId: string;
  readonly variant?: 'default' | 'filled';
  readonly size?: 'xs' | 'sm';
}

/** Nobody is in post to be asked: the tutor is named in the file, with the employment. */
export const NameTutor = ({ enrolmentId, variant = 'default', size = 'sm' }: NameTutorProps) => (
  <Can permission="enrolment:write">
    <ButtonLink
      to="/apprenants/$enrolmentId"
      params={{ enrolmentId }}
      variant={variant}
      size={size}
    >
      Désigner le tuteur
    </ButtonLink>
  </Can>
);
