import { expect, it } from '@jest/globals';
import { readToday } from './read-today.ts';

it('today is the reader’s day', () => {
  expect(readToday(new Date(2026, 10, 3, 23, 59))).toBe('2026-11-03');
});
