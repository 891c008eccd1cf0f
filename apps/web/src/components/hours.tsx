import { formatMinutes } from '@jalon/domain';

/** A duration in minutes as « 3 h 30 », never broken over two lines. */
export function Hours({ minutes }: { readonly minutes: number }) {
  return <span style={{ whiteSpace: 'nowrap' }}>{formatMinutes(minutes)}</span>;
}
