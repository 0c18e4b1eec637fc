// What the browser tests print: failures as they come, then one line per engine. The totals also go into a file, for
// the runner of all tests to add up.
import {writeFileSync} from 'node:fs';
import {defaultReporter} from '@web/test-runner';

/** Every test of a session, those of nested suites included. */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** A file that could not be loaded, or an error outside of any test, is a failure of its own. */
const totalsOf = (sessions) => {
  const totals = {passed: 0, failed: 0, skipped: 0};
  for (const session of sessions) {
    const tests = testsOf(session.testResults);
    for (const {skipped, passed} of tests) totals[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
    if (session.errors.length > 0 || (!session.passed && tests.every(({passed}) => passed))) totals.failed++;
  }
  return totals;
};

/** `engines` stand in the order of the runner's browsers, whose own names differ from version to version. */
export const engineReporter = (engines, file) => {
  const failures = defaultReporter({reportTestProgress: false});
  let browsers = [];
  return {
    ...failures,
    start(args) {
      browsers = args.browsers;
      failures.start?.(args);
    },
    stop({sessions}) {
      const all = [...sessions];
      const results = {};
      for (const [index, engine] of engines.entries()) {
        const totals = totalsOf(all.filter(({browser}) => browser === browsers[index]));
        results[engine] = totals;
        const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
        console.log(`${engine}: ${totals.passed} passed, ${totals.failed} failed${skipped}`);
      }
      if (file) writeFileSync(file, JSON.stringify(results));
    },
  };
};
