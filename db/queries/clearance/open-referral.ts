import 'server-only';
import { and, isNull } from 'drizzle-orm';
import { referrals } from '@/db/schema';

/** Which questions wait for their partner: neither answered nor withdrawn. As their partial index words it. */
export const IS_OPEN_REFERRAL = and(isNull(referrals.answeredAt), isNull(referrals.withdrawnAt));
