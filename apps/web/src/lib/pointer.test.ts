import { describe, expect, it } from '@jest/globals';
import { hasPath, pointerToPath } from './pointer.ts';

describe('a JSON pointer as the path of a form', () => {
  it.each([
    ['/hireDate', 'hireDate'],
    ['/employment/hireDate', 'employment.hireDate'],
    ['/rows/3/email', 'rows.3.email'],
    ['', ''],
    ['/', ''],
  ])('%s', (pointer, path) => {
    expect(pointerToPath(pointer)).toBe(path);
  });

  it('finds what the form has, even empty, and nothing else', () => {
    const values = { name: '', rows: [{ email: null }] };
    expect(hasPath(values, 'name')).toBe(true);
    expect(hasPath(values, 'rows.0.email')).toBe(true);
    expect(hasPath(values, 'rows.1.email')).toBe(false);
    expect(hasPath(values, 'toString')).toBe(false);
    expect(hasPath(values, '')).toBe(false);
  });
});
