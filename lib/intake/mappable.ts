import type { Problem } from '@/lib/kernel/problem';

/** Whether a file was refused for its header alone: saying what its columns are may let it be read as it is. */
export function isMappable(file: {
  readonly format: string;
  readonly status: string;
  readonly problems: readonly Pick<Problem, 'code'>[];
}): boolean {
  const { format, status, problems } = file;
  return (
    format === 'csv' && status === 'refused' && problems.some(({ code }) => /^(header_|file_line_ends)/.test(code))
  );
}
