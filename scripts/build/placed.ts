/** A bundle moves code, but not the pages and styles beside it: modules go on to see the place they had in src. */
import { relative, sep } from 'node:path';
import type { Plugin } from 'rolldown';

/** Chunks lie side by side in dist, which mirrors src for everything that is no code. */
export function placed(src: string): Plugin {
  return {
    name: 'placed',
    transform: {
      filter: { code: /import\.meta\.(?:url|dirname)/ },
      handler(code, id) {
        const path = relative(src, id).split(sep).join('/');
        if (path.startsWith('..')) return null;
        const was = `new URL(${JSON.stringify(`./${path}`)}, import.meta.url)`;
        const folder = `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${was}))`;
        return code.split('import.meta.url').join(`${was}.href`).split('import.meta.dirname').join(folder);
      },
    },
  };
}
