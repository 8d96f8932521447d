import type { PlannedFault } from '../plan';
import type { Site } from '../site';

/** Does a fault to an installation and returns once it is over: what was killed is gone, what was held goes on. Gives a line on what it met. */
export type Inject = (site: Site, fault: PlannedFault) => Promise<string>;
