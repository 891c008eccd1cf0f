export * from './french-format.ts';
export * from './plain-date.ts';
export * from './reason.ts';
export * from './vocabulary.ts';
export * from './frameworks/framework.ts';
