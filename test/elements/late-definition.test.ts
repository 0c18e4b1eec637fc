/** Elements may be registered in any order, long after they stand in the page: nothing is asked of a wrong endpoint. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {register} from '../../src/elements/define.js';
import {PressSource, PressTeasers} from '../../src/index.js';
import {askedFor, makeSource, openFeed, shows} from '../support/feeds.js';
import {publisher} from '../support/publisher.js';
import {removeAll, rowsOf} from '../support/renderings.js';
import {frames, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

let prefixes = 0;
const freshPrefix = (): string => `late${++prefixes}`;

describe('a source that is registered after its widgets', () => {
  it('is waited for, though the page has a default', async () => {
    const prefix = freshPrefix();
    register({teasers: PressTeasers}, {prefix});
    const source = document.createElement(`${prefix}-source`);
    const list = document.createElement(`${prefix}-teasers`);
    source.setAttribute('endpoint', openFeed('around'));
    source.append(list);
    document.body.append(makeSource({endpoint: openFeed('default')}), source);
    await frames();
    expect(publisher.asked).to.deep.equal([]);
    register({source: PressSource}, {prefix});
    await shows(list, 'around');
    expect(askedFor('/default')).to.deep.equal([]);
  });

  it('keeps what the page set on it before', async () => {
    const prefix = freshPrefix();
    const source = Object.assign(document.createElement(`${prefix}-source`), {endpoint: openFeed('set'), article: 7});
    const list = document.createElement(`${prefix}-teasers`);
    Object.assign(list, {limit: '3'});
    source.append(list);
    document.body.append(source);
    register({source: PressSource, teasers: PressTeasers}, {prefix});
    await shows(list, 'set');
  });

  it('is found by name', async () => {
    const prefix = freshPrefix();
    register({teasers: PressTeasers}, {prefix});
    const source = document.createElement(`${prefix}-source`);
    source.id = 'named';
    source.setAttribute('endpoint', publisher.endpoint);
    const list = document.createElement(`${prefix}-teasers`);
    list.setAttribute('source', 'named');
    document.body.append(list, source);
    await frames();
    register({source: PressSource}, {prefix});
    await until(() => rowsOf(list).length === 10);
  });
});
