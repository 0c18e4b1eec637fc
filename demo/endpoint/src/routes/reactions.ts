/** `POST {base}/reactions`: what a reader chooses for an article, by script (JSON) or by a plain form. */
import type {Context} from 'hono';

import {written} from '../answer.js';
import {readBody} from '../body.js';
import {refusal, resolveName, type Bindings, type Endpoint} from '../endpoint.js';
import {absolute} from '../place.js';
import {Problem} from '../problem.js';
import type {Reaction, ReactionResult, Refusal} from '../storage/port.js';
import {articleIn, checkArticle, checkSite, reactionsIn, readerIn, seqIn, siteIn} from '../wish.js';

type Answer = Exclude<ReactionResult, Refusal>;

export const answerReaction = async (endpoint: Endpoint, context: Context<{Bindings: Bindings}>): Promise<Response> => {
  const body = await readBody(context.req.raw, {largest: endpoint.limits.body, form: true});
  return 'json' in body ? answerJson(endpoint, context, body.json) : answerForm(endpoint, context, body.form);
};

const answerJson = async (
  endpoint: Endpoint,
  {req}: Context,
  json: Readonly<Record<string, unknown>>,
): Promise<Response> => {
  const [name, reader, seq, site] = [articleIn(json), readerIn(json), seqIn(json), siteIn(json)];
  const chosen = reactionsIn(json);
  const id = await resolveName(endpoint, name, endpoint.placeOf(req.url));
  const kinds = kindsOf(endpoint, chosen);
  const {reactions, people, mine, asOf} = await put(endpoint, {article: id, reader, seq, ...place(site)}, kinds);
  return written({...(name !== id && {id}), reactions, people, mine, as_of: asOf});
};

/** Back to the article, at the address that is stored and never at one from the request. */
const answerForm = async (
  endpoint: Endpoint,
  context: Context<{Bindings: Bindings}>,
  form: URLSearchParams,
): Promise<Response> => {
  const {req} = context;
  const name = checkArticle(form.get('article'));
  if (!form.has('reactions')) throw new Problem('malformed-body', 'Send "reactions": a kind, or nothing to withdraw.');
  const site = checkSite(form.get('site') ?? undefined);
  const here = endpoint.placeOf(req.url);
  const id = await resolveName(endpoint, name, here);
  const now = endpoint.now();
  const visit = {article: id, address: addressOf(context.env), agent: req.header('User-Agent') ?? ''};
  const reader = await endpoint.nameless.readerOf(visit, now);
  const chosen = form.getAll('reactions').filter((kind) => kind !== '');
  const kinds = kindsOf(endpoint, chosen);
  await put(endpoint, {article: id, reader, seq: endpoint.nameless.seq(now), ...place(site)}, kinds);
  const [article] = await endpoint.storage.articles([id]);
  const headers = {Location: absolute(article?.url ?? '', here), 'Cache-Control': 'no-store'};
  return new Response(null, {status: 303, headers});
};

const put = async (
  endpoint: Endpoint,
  wish: Omit<Reaction, 'kinds' | 'at'>,
  kinds: readonly string[],
): Promise<Answer> => {
  const result = await endpoint.storage.react({...wish, kinds, at: endpoint.now()});
  if ('refused' in result) throw refusal(result);
  return result;
};

const kindsOf = ({description, limits}: Endpoint, chosen: readonly string[]): readonly string[] => {
  if (chosen.length > limits.kinds) {
    throw new Problem('too-many-kinds', `Choose up to ${String(limits.kinds)} kinds.`);
  }
  const known = description.kinds.map(({kind}) => kind);
  if (chosen.some((kind) => !known.includes(kind))) {
    throw new Problem('unknown-kind', `Choose among ${known.join(', ')}.`);
  }
  return [...new Set(chosen)].sort();
};

const place = (site: string | undefined): Pick<Reaction, 'site'> => (site === undefined ? {} : {site});

/** A test or a browser gives no bindings. */
const addressOf = (env: Bindings | undefined): string => env?.remoteAddress ?? '';
