interface ReadMail {
  readonly paragraphs: string[];
  readonly action: { readonly label: string; readonly path: string } | null;
  /** What follows the link: who signs, line by line. */
  readonly closing: string[];
}

/** A mail's text as the page shows it: its paragraphs, the one link of ours, and who signs. */
export function readMail(text: string, publicUrl: string): ReadMail {
  const paragraphs = text.split('\n\n');
  const at = paragraphs.findLastIndex((one) => splitOnce(one, ' : ')[1]?.startsWith(publicUrl));
  if (at < 0) return { paragraphs, action: null, closing: [] };
  const [label, url = ''] = splitOnce(paragraphs[at] ?? '', ' : ');
  const { pathname, search } = new URL(url);
  const action = { label, path: pathname + search };
  return { paragraphs: paragraphs.slice(0, at), action, closing: paragraphs.slice(at + 1) };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
