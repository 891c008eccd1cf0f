/** « Bloc 2 » for the code B2; other codes as they are. */
const blockLabel = (code: string): string => (/^B\d+$/.test(code) ? `Bloc ${code.slice(1)}` : code);

/** « Bloc 2 · Prise en charge administrative des patients ». */
export const blockTitle = ({ code, name }: { code: string; name: string }): string =>
  `${blockLabel(code)} · ${name}`;
