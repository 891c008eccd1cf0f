interface MailView {
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string } | undefined;
  /** Lines: who signs, for which centre. */
  readonly signature: readonly string[];
}

export const PRIVACY_LINE =
  'Ce lien est personnel : ne le transférez pas. S’il ne s’ouvre plus, il se renouvelle d’un geste sur la page.';

/** Instead of a link that would open another person's pages: whom to ask for a way in. */
export const SHARED_ADDRESS_LINE =
  'Ce message ne porte pas de lien : cette adresse mail est déjà celle d’une autre personne, et un lien ouvrirait ses pages. Donnez une adresse mail à vous à la personne qui signe ce message : votre lien y arrivera.';

export const PAPER_FORM_LINE =
  'Sans adresse à vous, remplissez la feuille papier de l’appréciation : le centre la saisit pour vous.';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The two forms of a mail: plain text, and sober HTML with one button. */
export function renderMail(view: MailView): { text: string; html: string } {
  const greeting = `Bonjour ${view.name},`;
  const lines = [greeting, ...view.paragraphs];
  if (view.action) lines.push(`${view.action.label} : ${view.action.url}`);
  lines.push(view.signature.join('\n'));
  const paragraphs = [greeting, ...view.paragraphs]
    .map((paragraph) => `<p style="margin:0 0 12px">${escapeHtml(paragraph)}</p>`)
    .join('');
  const button = view.action
    ? `<p style="margin:20px 0"><a href="${escapeHtml(view.action.url)}" style="background:#0f5c63;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escapeHtml(view.action.label)}</a></p>`
    : '';
  const signature = view.signature.map(escapeHtml).join('<br>');
  return {
    text: lines.join('\n\n'),
    html: `<!doctype html><html lang="fr"><body style="font:15px/1.45 Figtree,Arial,sans-serif;color:#16212b;background:#f6f5f2;margin:0;padding:24px"><div style="max-width:560px;margin:0 auto;background:#fff;border:1px solid #e3e7ea;border-radius:10px;padding:24px">${paragraphs}${button}<p style="margin:20px 0 0">${signature}</p></div></body></html>`,
  };
}
