/** A mail's text as the page shows it: its paragraphs, and the one link of ours at its end. */
export function readMail(
  text: string,
  publicUrl: string,
): { paragraphs: string[]; action: { label: string; path: string } | null } {
  const paragraphs = text.split('\n\n');
  const last = paragraphs.at(-1) ?? '';
  const [label, url] = splitOnce(last, ' : ');
  if (!url?.startsWith(publicUrl)) return { paragraphs, action: null };
  const { pathname, search } = new URL(url);
  return { paragraphs: paragraphs.slice(0, -1), action: { label, path: pathname + search } };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
