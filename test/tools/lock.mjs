// Takes the addresses out of package-lock.json that npm writes even when it leaves out where packages came from: the
// `funding` links. npm runs this after each change of node_modules (script `dependencies`); `npm ci` accepts the result.
import {readFileSync, writeFileSync} from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const lock = JSON.parse(text);
for (const entry of Object.values(lock.packages)) delete entry.funding;
const cleaned = `${JSON.stringify(lock, null, 2)}\n`;
if (cleaned !== text) writeFileSync(file, cleaned);
