// The manifest of the elements as the analyzer makes it from the sources now, without writing it.
import {fileURLToPath} from 'node:url';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const config = 'test/tools/custom-elements-manifest.config.mjs';

export const analyze = () => cli({argv: ['analyze', '--config', config, '--quiet'], cwd, noWrite: true});
