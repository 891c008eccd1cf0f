import { RequestByMail } from './request-by-mail.tsx';

/** Asks for a link to choose a password. */
export const Page = () => (
  <RequestByMail
    to="POST /passwords/requests"
    title="Choisissez un nouveau mot de passe"
    intro="Indiquez votre adresse : un lien vous y est envoyé."
    submitLabel="Recevoir le lien"
    autoComplete="username"
    sent={(email) => (
      <>Si {email} a un accès à Jalon, un lien y arrive dans la minute. Il est valable un jour.</>
    )}
  />
);
