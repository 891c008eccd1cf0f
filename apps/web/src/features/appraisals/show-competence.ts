/** Brings the competence that has no answer under the thumb. */
export function showCompetence(code: string): void {
  const section = document.getElementById(`competence-${code}`);
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  section?.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth', block: 'start' });
  section?.querySelector('input')?.focus({ preventScroll: true });
}
