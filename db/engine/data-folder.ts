import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';

/** Makes the data folder if it is missing and gives its real path. Throws a sentence if this user may not write there. */
export async function ensureDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw new Error(
      `The data folder ${dataDir} cannot be written by this user: run as its owner, or set another LUXOR_DATA_DIR`,
      { cause: error },
    );
  }
}
