export * from './contract.ts';
export { frameworkContent } from './framework-content.ts';
export { finding } from './frameworks.ts';
export * from './permissions.ts';
export * from './problems.ts';
export * from './route.ts';
export * from './schemas.ts';
export * from './sessions.ts';
