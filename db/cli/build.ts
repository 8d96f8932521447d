import { buildIfNeeded } from './build-if-needed';
import { explainFailure } from './explain-failure';

try {
  await buildIfNeeded(new AbortController().signal);
  process.exit(0);
} catch (error) {
  process.exit(explainFailure(error));
}
