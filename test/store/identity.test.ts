/** Who a reader is to an endpoint: a name for each article that says nothing about any other. */
import {expect} from '@open-wc/testing';
import {Identity, type IdentityOptions} from '../../src/store/identity.js';
import {Device, endpoint} from './reaction-world.js';

const now = Date.UTC(2026, 0, 1);

describe('the names of a reader', () => {
  let device: Device;

  const identity = (more: Partial<IdentityOptions> = {}): Identity =>
    new Identity(
      {endpoint, memory: device, consent: () => 'remember', ...more},
      () => now,
      () => undefined,
    );

  const nameOf = async (who: Identity, id: string): Promise<string> => (await who.nameFor(id)).name;

  beforeEach(() => {
    device = new Device();
  });

  it('are base64url of HMAC-SHA-256 over the endpoint and the article, under a secret of the device', async () => {
    const who = identity();
    who.nextSeq();
    const text = new TextEncoder();
    const hmac = {name: 'HMAC', hash: 'SHA-256'};
    const key = await crypto.subtle.importKey('raw', text.encode(device.kept.secret), hmac, false, ['verify']);
    const name = await nameOf(who, 'статья');
    const signature = Uint8Array.from(atob(name.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    expect(await crypto.subtle.verify('HMAC', key, signature, text.encode(`${endpoint}\nстатья`))).to.equal(true);
    expect(name).to.match(/^[\w-]{43}$/);
  });

  it('are the same after a reload, and others on another device', async () => {
    const who = identity();
    who.nextSeq();
    const name = await nameOf(who, '7');
    expect(await nameOf(identity(), '7')).to.equal(name);
    device = new Device();
    const other = identity();
    other.nextSeq();
    expect(await nameOf(other, '7')).not.to.equal(name);
  });

  it('of two articles, or of two endpoints, share nothing', async () => {
    const who = identity();
    who.nextSeq();
    const elsewhere = identity({endpoint: 'https://other.example/'});
    const names = await Promise.all([
      ...['7', '8', '7\n', 'https://news.example/7'].map((id) => nameOf(who, id)),
      nameOf(elsewhere, '7'),
    ]);
    for (const [index, one] of names.entries()) {
      expect(one).not.to.contain(device.kept.secret.slice(0, 8));
      for (const other of names.slice(index + 1)) {
        // Two random texts of 43 out of 64 characters agree in less than one place; 12 would be one in billions.
        const agreeing = Array.from(one).filter((sign, place) => sign === other[place]);
        expect(agreeing.length, `${one} and ${other}`).to.be.lessThan(12);
      }
    }
  });

  it('need nothing on the device before the first wish', async () => {
    const who = identity();
    await who.nameFor('7');
    expect([who.level, who.lastElsewhere(), who.choices().size]).to.deep.equal(['remember', 0, 0]);
    expect([device.entry, device.writes]).to.deep.equal([undefined, 0]);
    who.nextSeq();
    expect(Object.keys(device.kept)).to.have.members(['secret', 'seq', 'mine']);
  });

  it('are random at count, and nothing is written', async () => {
    const who = identity({consent: () => 'count'});
    const seqs = [who.nextSeq(), who.nextSeq()];
    expect(seqs).to.deep.equal([now, now + 1]);
    expect(await who.nameFor('7')).to.have.property('isLasting', false);
    expect(await nameOf(who, '7'), 'whoever needs the same keeps it').not.to.equal(await nameOf(who, '7'));
    who.keep('7', {reactions: ['like'], seq: 1});
    expect([device.entry, device.writes]).to.deep.equal([undefined, 0]);
  });

  it('are those of count where the page has no crypto.subtle, or where nothing tells endpoints apart', async () => {
    const keys = {getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)};
    for (const who of [identity({keys}), identity({keys: {...keys, subtle: undefined}}), identity({endpoint: ''})]) {
      expect(who.level).to.equal('count');
      who.nextSeq();
      expect(await who.nameFor('7')).to.have.property('isLasting', false);
      expect(device.writes).to.equal(0);
    }
    expect(identity({keys, consent: () => 'display'}).level).to.equal(undefined);
  });

  it('are those of count where the device keeps nothing', async () => {
    device.isFull = true;
    const who = identity();
    who.nextSeq();
    expect(await who.nameFor('7')).to.have.property('isLasting', false);
  });

  it('are made in one tab and used in the other', async () => {
    const [one, other] = [identity(), identity()];
    one.nextSeq();
    expect(other.nextSeq()).to.equal(now + 1);
    expect(await nameOf(other, '7')).to.equal(await nameOf(one, '7'));
    expect(other.lastElsewhere(), 'the wish of the first').to.equal(now);
  });

  it('are not made anew for somebody who was forgotten meanwhile', () => {
    const [one, other] = [identity(), identity()];
    one.nextSeq();
    other.forget();
    one.keep('7', {reactions: ['like'], seq: now});
    expect(device.entry).to.equal(undefined);
  });

  it('come with choices of which a late older one does not replace a newer', () => {
    const [one, other] = [identity(), identity()];
    one.nextSeq();
    one.keep('7', {reactions: ['like'], seq: 5});
    other.keep('7', {reactions: [], seq: 4});
    expect([...identity().choices()]).to.deep.equal([['7', {reactions: ['like'], seq: 5}]]);
  });
});
