/** JSON, or a word on what came instead. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import {parseJson} from '../../src/net/json.js';
import type {Answer} from '../../src/net/request.js';

const answer = (text: string, type = 'application/json'): Answer => ({
  url: 'https://endpoint.example/api',
  status: 200,
  text,
  header: (name) => (name === 'content-type' && type) || undefined,
});

const message = (text: string, type?: string): string => {
  try {
    parseJson(answer(text, type));
  } catch (error) {
    expect(error).to.be.instanceOf(Failure).and.to.include({kind: 'unreadable', status: 200});
    return error instanceof Error ? error.message : '';
  }
  throw new Error('It was read.');
};

describe('JSON', () => {
  it('is read whatever its type is called', () => {
    expect(parseJson(answer('{"a":[1,null]}', 'text/plain'))).to.deep.equal({a: [1, null]});
    expect(parseJson(answer(' "x" \n'))).to.equal('x');
  });

  it('may stand behind the prefix that keeps it from running as a script', () => {
    for (const prefix of [")]}'", ")]}',\n", ")]}'\n", "\n )]}', "])
      expect(parseJson(answer(`${prefix}{"a":1}`))).to.deep.equal({a: 1});
  });

  it('is not a page with status 200: the failure says what came', () => {
    const said = message(`<!doctype html>\n<html>  <head><title>Log in</title>${'x'.repeat(500)}`, 'text/html');
    expect(said).to.contain('text/html').and.to.contain('<!doctype html> <html>').and.to.contain('endpoint.example');
    expect(said.length).to.be.below(200);
  });

  it('is not an empty answer, nor half of one', () => {
    expect(message('')).to.contain('nothing');
    expect(message('', '')).to.contain('no type');
    message('{"a":');
    message('NaN');
    message(")]}'");
  });

  it('leaves prototypes alone', () => {
    parseJson(answer('{"__proto__": {"polluted": true}}'));
    expect('polluted' in {}).to.equal(false);
  });
});
