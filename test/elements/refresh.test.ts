/** The page asks a list to renew itself. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {askedFor} from '../support/feeds.js';
import {publisher} from '../support/publisher.js';
import {makeTeasers, removeAll, renderings, untilRows, viewsIn} from '../support/renderings.js';
import {until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

for (const rendering of renderings) {
  it(`asks for what may have changed, and shows it, ${rendering}`, async () => {
    const list = await makeTeasers(rendering);
    document.body.append(list);
    const what = rendering === 'adopted' ? '/counts' : '/articles';
    await untilRows(list, 10);
    await until(() => list.matches(':state(ready)') && askedFor(what).length === 1);
    const view = {article: '1', key: 'a-key-of-another-reader'};
    await publisher.fetch(
      new Request(`${publisher.endpoint}/views`, {
        method: 'POST',
        body: JSON.stringify(view),
        headers: {'content-type': 'text/plain'},
      }),
    );
    expect(viewsIn(list, '1')).to.equal('1,043');
    list.refresh();
    await until(() => viewsIn(list, '1') === '1,044');
    expect(askedFor(what)).to.have.length(2);
    expect(askedFor(rendering === 'adopted' ? '/articles' : '/counts')).to.deep.equal([]);
  });
}
