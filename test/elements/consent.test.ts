/** What the reader allows: of all that is said around a widget, the strictest word holds. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {makeList, makeSource} from '../support/feeds.js';
import {publisher} from '../support/publisher.js';
import {makeTeasers, removeAll, renderings, untilRows} from '../support/renderings.js';
import {frames, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

describe('consent is the strictest word', () => {
  for (const [where, build] of [
    ['of the widget', () => [makeSource({endpoint: publisher.endpoint}), makeList({consent: 'none'})]],
    [
      'of the source',
      () => [makeSource({endpoint: publisher.endpoint, consent: 'none'}), makeList({consent: 'remember'})],
    ],
    [
      'of a source on another endpoint',
      () => [makeSource({consent: 'none'}), makeList({endpoint: publisher.endpoint})],
    ],
    [
      'of a source around, though the widget names another one',
      () => {
        document.body.append(makeSource({id: 'named', endpoint: publisher.endpoint, consent: 'remember'}));
        return [makeSource({consent: 'none'}), makeList({source: 'named'})];
      },
    ],
    [
      'of a source further out, though the one between names another',
      () => {
        document.body.append(makeSource({id: 'named', endpoint: publisher.endpoint}));
        const around = makeSource({consent: 'none'});
        const between = makeSource({source: 'named'});
        between.append(makeList());
        return [around, between];
      },
    ],
  ] as const) {
    it(where, async () => {
      const [around, inside] = build();
      if (around && inside) around.append(inside);
      document.body.append(around ?? '');
      await frames(8);
      expect(publisher.asked).to.deep.equal([]);
      around?.remove();
    });
  }

  for (const rendering of renderings) {
    it(`and reading begins when it is given, ${rendering}`, async () => {
      const source = makeSource({endpoint: publisher.endpoint, consent: 'none'});
      const list = await makeTeasers(rendering);
      list.removeAttribute('endpoint');
      source.append(list);
      document.body.append(source);
      await until(() => list.matches(rendering === 'adopted' ? ':state(ready)' : ':state(denied)'));
      await frames();
      expect(publisher.asked).to.deep.equal([]);
      source.consent = 'display';
      await until(() => publisher.asked.some(({path}) => /^\/(articles|counts)/.test(path)));
      await untilRows(list, 10);
    });
  }
});
