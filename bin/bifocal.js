#!/usr/bin/env node
/** Says in one sentence what is needed on a Node that is too old, else starts the CLI. It must parse on Node 8. */

if (parseInt(process.versions.node, 10) < 24) {
  console.error(
    'Bifocal needs Node 24 or newer and this is Node ' +
      process.versions.node +
      ': install it from https://nodejs.org, or run `npx -p node@24 -p bifocal bifocal` instead.',
  );
  process.exitCode = 1;
} else {
  // As text, because `import()` is a syntax error on Node 8, which would then say nothing of what is needed.
  new Function('return import("../dist/main.js")')().then(
    (cli) => cli.start(),
    (error) => {
      const notBuilt = error.code === 'ERR_MODULE_NOT_FOUND' && /\/dist\/main\.js$/.test(error.url);
      if (!notBuilt) throw error;
      console.error('This checkout is not built: run `npm run bifocal -- <arguments>`, or `npm run build` once.');
      process.exitCode = 1;
    },
  );
}
