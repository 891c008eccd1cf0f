import { RequestByMail } from './request-by-mail.tsx';

/** « Envoyez-moi mon lien »: tutors, learners and jury members. */
export const Page = () => (
  <RequestByMail
    to="POST /access-links/request"
    title="Recevez votre lien d’accès"
    intro="Tuteur, apprenant ou membre d’un jury : indiquez l’adresse à laquelle le centre vous écrit. Aucun mot de passe n’est demandé, et ce que vous avez commencé est gardé."
    submitLabel="Recevoir mon lien"
    autoComplete="email"
    sent={(email) => (
      <>
        Si {email} est l’adresse que votre centre connaît, votre lien y arrive dans la minute. S’il
        tarde, regardez dans les indésirables, ou appelez le centre.
      </>
    )}
  />
);
