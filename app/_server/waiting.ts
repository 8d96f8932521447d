import 'server-only';
import { cache } from 'react';
import { countWaitingByOffice } from '@/db/queries/clearance/count-waiting-by-office';
import { getActor } from './actor';

/** What waits in each office of the person, counted once a request: the frame shows it, and so does an empty queue. */
export const waitingByOffice = cache(async () => countWaitingByOffice(await getActor()));
