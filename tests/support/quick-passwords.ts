import { PASSWORD_PARAMETERS, type ScryptParameters } from '@/lib/identity/password';
import { QUICK } from './people';

/**
 * Passwords that commands hash in integration tests cost a fraction of what they cost people; what they must cost is asked beside the
 * hash itself. Other parameters than those of accounts made by tests: a hash of theirs is one of before, and is renewed.
 */
const IN_TESTS: ScryptParameters = { ...QUICK, blockSize: 2 * QUICK.blockSize };
Object.assign(PASSWORD_PARAMETERS, IN_TESTS);
