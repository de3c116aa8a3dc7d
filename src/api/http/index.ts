export { loopbackNames } from './check-host.ts';
export { createGuardedYoga } from './guarded-yoga.ts';
export { createLog } from './log.ts';
export { Refusal } from './refusal.ts';
export type { Caller, Route } from './route.ts';
export { createService, type Service, type ServiceOptions } from './service.ts';
