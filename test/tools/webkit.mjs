// WebKit's driver for one run of the browser tests, on an X display of its own where there is none. Both end with us.
import {spawn} from 'node:child_process';
import {connect, createServer} from 'node:net';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Resolves as soon as something listens; the driver says nothing when it is ready. */
const listening = (port, until) =>
  new Promise((resolve, reject) => {
    const attempt = () => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', () => {
        if (Date.now() > until) reject(new Error('WebKitWebDriver does not answer.'));
        else setTimeout(attempt, 20);
      });
    };
    attempt();
  });

/** Xvfb looks for a free display itself and writes its number to the descriptor that it is given. */
const startDisplay = (program, children) =>
  new Promise((resolve, reject) => {
    const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(server);
    let answer = '';
    server.stdio[3].on('data', (data) => {
      answer += data;
      if (answer.includes('\n')) resolve(`:${answer.trim()}`);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it named a display.')));
  });

/** Starts the driver; resolves to its port. */
export const startWebKit = async ({driver, display}) => {
  const children = [];
  process.once('exit', () => children.forEach((child) => child.kill()));
  // Without a listener this signal ends us without an `exit` event, and the children would stay.
  process.once('SIGTERM', () => process.exit(143));
  const env = {...process.env};
  // Root has no user namespace to put WebKit's helpers into.
  if (process.getuid?.() === 0) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
  if (!env.DISPLAY) env.DISPLAY = await startDisplay(display, children);
  const port = await freePort();
  children.push(spawn(driver, [`--port=${port}`], {env, stdio: 'ignore'}));
  await listening(port, Date.now() + 10_000);
  return port;
};
