const laPosteSiren = '356000000';

/**
 * Whether a SIRET is well formed: 14 digits with a valid Luhn key. La Poste's establishments keep
 * another rule: their digits add up to a multiple of 5. Spaces are ignored.
 */
export function isSiret(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{14}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  if (digits.startsWith(laPosteSiren) && sum % 5 === 0) return true;
  return luhnSum(digits) % 10 === 0;
}

const luhnSum = (digits: string): number =>
  [...digits].toReversed().reduce((total, digit, position) => {
    const value = position % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
