import { toTemporal } from '@jalon/domain';

/** Whether a field holds a real day, `YYYY-MM-DD`: while it is typed it holds other things. */
export function isDay(text: string): boolean {
  try {
    return toTemporal(text).toString() === text;
  } catch {
    return false;
  }
}
