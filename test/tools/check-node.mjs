// Runs before `start`, `test` and `build`: says what to do when the Node that runs the script is too old for the tools.
// Keep it readable for old versions of Node: nothing here may need more than Node 14.
const wanted = 24;
const [major] = process.versions.node.split('.').map(Number);
if (major < wanted) {
  console.error(
    `Presslet's tools need Node ${wanted} or newer; this is ${process.versions.node}.\n` +
      'Run `npm ci`: it puts the right Node into node_modules/.bin, where npm scripts find it before your own.\n' +
      'If you did, install scripts are switched off (`npm config get ignore-scripts`): run `npm rebuild node`.',
  );
  process.exit(1);
}
