/** The page asks a list to renew itself. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {askedFor} from '../support/feeds.js';
import {publisher} from '../support/publisher.js';
import {makeTeasers, removeAll, renderings, untilRows, viewsIn} from '../support/renderings.js';
import {until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

/** Another reader reads the article. */
const read = (key: string): Promise<Response> =>
  publisher.fetch(
    new Request(`${publisher.endpoint}/views`, {
      method: 'POST',
      body: JSON.stringify({article: '1', key}),
      headers: {'content-type': 'text/plain'},
    }),
  );

for (const rendering of renderings) {
  it(`asks for what may have changed, and shows it, ${rendering}`, async () => {
    const list = await makeTeasers(rendering);
    // A row of the server's is older than the first answer, which is waited for by what it says.
    await read('a-key-of-the-first-reader');
    document.body.append(list);
    await untilRows(list, 10);
    await until(() => viewsIn(list, '1') === '1,044');
    await read('a-key-of-the-second-reader');
    list.refresh();
    await until(() => viewsIn(list, '1') === '1,045');
    const [asked, other] = rendering === 'adopted' ? ['/counts', '/articles'] : ['/articles', '/counts'];
    expect(askedFor(asked)).to.have.length(2);
    expect(askedFor(other)).to.deep.equal([]);
  });
}
