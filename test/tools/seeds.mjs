// Tells tests that play by seeds which ones: a few by default, others by PRESSLET_SEEDS (`15-60`), as in the long run.
const [from, to] = (process.env.PRESSLET_SEEDS ?? '1-14').split('-').map(Number);

export const seeds = {
  name: 'seeds',
  serve: ({path}) => (path === '/seeds' ? {body: JSON.stringify({from, to}), type: 'json'} : undefined),
};
