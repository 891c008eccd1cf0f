export * from './explain-conflict.ts';
export * from './plan-year.ts';
export * from './repair-plan.ts';
export * from './search.ts';
