// Lets Node read the sources as they stand: relative imports end in `.js`, the files beside them in `.ts`.
// Use: node --conditions=presslet-source --import=./test/tools/typescript.mjs file.ts
import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith('file:')) {
      const typescript = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(typescript))) return next(typescript.href, context);
    }
    return next(specifier, context);
  },
});
