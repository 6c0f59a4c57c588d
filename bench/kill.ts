/**
 * Imports and gathers killed (`kill -9`) at random moments and resumed, against calm ones.
 * `node --disable-warning=ExperimentalWarning bench/kill.ts [kills]`; prints one JSON object. Without a number, 50 each.
 */
import { randomFrom } from '#core/statistics/random.ts';
import { killGathers, killImports } from './kill/kills.ts';

const kills = Number(process.argv[2] ?? 50);
const random = randomFrom('kill');
const imports = await killImports({ kills, size: 20_000, random });
const github = await killGathers({ kills, size: 230, random }, 'github');
const gitlab = await killGathers({ kills, size: 60, random }, 'gitlab');
process.stdout.write(`${JSON.stringify({ imports, github, gitlab }, null, 2)}\n`);
