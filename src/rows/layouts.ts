/**
 * Our own rows, as tagged strings that only return themselves: in the browser Lit makes nodes of them under the policy
 * that it has anyway, and the server reads the same strings.
 */

const layout = (source: TemplateStringsArray): TemplateStringsArray => source;

// A break in the line would be a text node. The blanks that are here part the words for who reads without styles.
export const list = layout`<li part="teaser" itemscope itemtype="https://schema.org/NewsArticle"><img part="image" itemprop="image" alt="" loading="lazy" decoding="async"><div part="body"><p part="kicker" data-press="kicker" dir="auto"></p><data part="label" data-press="label"></data><h3 part="title" itemprop="headline" dir="auto"><a part="link" itemprop="url"></a></h3><p part="standfirst" itemprop="description" dir="auto"></p><div part="meta"><span part="byline" itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name" dir="auto"></span></span> <span part="section" itemprop="articleSection" dir="auto"></span> <time part="date" itemprop="datePublished"></time> <span part="views" itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/ReadAction"><data itemprop="userInteractionCount" aria-hidden="true"></data> <span itemprop="description"></span></span> <span part="comments" itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/CommentAction"><data itemprop="userInteractionCount" aria-hidden="true"></data> <span itemprop="description"></span></span> <data part="reactions" data-press="summary"></data></div></div></li>`;

export const compact = layout`<li part="teaser" itemscope itemtype="https://schema.org/NewsArticle"><div part="body"><data part="label" data-press="label"></data><h3 part="title" itemprop="headline" dir="auto"><a part="link" itemprop="url"></a></h3><div part="meta"><time part="date" itemprop="datePublished"></time> <span part="views" itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/ReadAction"><data itemprop="userInteractionCount" aria-hidden="true"></data> <span itemprop="description"></span></span> <data part="reactions" data-press="summary"></data></div></div></li>`;

/** The layout with another level of heading: the same array each time, because Lit keeps a template per array. */
export const withHeading = (source: TemplateStringsArray, level: number): TemplateStringsArray => {
  if (![1, 2, 4, 5, 6].includes(level)) return source;
  // As constant as what was written here: its text and a digit are all that is in it.
  const text = source.join('').replace(/(<\/?h)3/g, `$1${level}`);
  const strings = made.get(text) ?? Object.assign([text], {raw: [text]});
  made.set(text, strings);
  return strings;
};

const made = new Map<string, TemplateStringsArray>();
