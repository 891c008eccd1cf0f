import type { PlanCost } from './score-plan.ts';

/** What each cost of a plan is called on screen, in French, by its rule. */
export const planCostLabels: Readonly<Record<PlanCost['rule'], string>> = {
  cost: 'Heures de formateurs',
  extraTrainer: 'Formateurs en plus du premier pour un même module',
  sixthDayInARow: 'Jours d’un même module au-delà de cinq d’affilée',
  longPause: 'Pauses de plus de deux mois dans un module',
  avoidedHalfDay: 'Demi-journées qu’un formateur préfère éviter',
  roomChange: 'Changements de salle',
  unevenWeek: 'Demi-journées de trop ou de moins dans une semaine',
  hourBelowMinimum: 'Heures sous le minimum d’un formateur',
};
