const secretLink = /(\/(?:acces|mot-de-passe)\/)[\w-]+/g;

/**
 * A mail's words once it has left: the links that log in are cut, as the database keeps the hash of
 * their secret alone.
 */
export const withoutSecrets = ({ text, html }: { text: string; html: string }) => ({
  text: text.replaceAll(secretLink, '$1…'),
  html: html.replaceAll(secretLink, '$1…'),
});
