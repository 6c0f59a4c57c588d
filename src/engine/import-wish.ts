/** How a person says which column is which. */
import { BifocalError } from '#core/errors.ts';

/** `id=Ref,text=Message,at=When`; a column may hold `=`, and a comma only where no name and `=` follow it. Rejects with USAGE. */
export function columnsOf(said: string | undefined): Record<string, string> | undefined {
  if (said === undefined) return undefined;
  const map: Record<string, string> = {};
  for (const part of said.split(/,(?=\s*\w{1,20}=)/)) {
    const split = part.indexOf('=');
    const [role, column] = [part.slice(0, split).trim(), part.slice(split + 1).trim()];
    if (split < 1 || column === '') {
      const cause = `--map takes id=<column>,text=<column>,at=<column>, not “${part}”.`;
      throw new BifocalError('USAGE', { cause, command: 'import' });
    }
    map[role] = column;
  }
  return map;
}
