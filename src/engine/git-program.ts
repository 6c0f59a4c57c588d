/** Where git lies on this machine: looked up once, since each start would otherwise try every folder of PATH. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const found = new Map<string, string>();

/** The first `git` on PATH; its bare name where there is none, so that starting it fails as the system says it. */
export function gitProgram(
  path: string = process.env.PATH ?? '',
  platform: NodeJS.Platform = process.platform,
): string {
  const known = found.get(path);
  if (known !== undefined) return known;
  const names = platform === 'win32' ? ['git.exe', 'git.cmd'] : ['git'];
  const places = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const program = places.find(isExecutable) ?? 'git';
  found.set(path, program);
  return program;
}

function isExecutable(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
