/** Builds the app alone into dist/web: `bifocal serve` runs it in a checkout where the app is missing or old. */
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build/build-web.ts';

await buildWeb(fileURLToPath(new URL('..', import.meta.url)));
