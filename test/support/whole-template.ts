/** Every place that the documentation names, each kind of reaction in an element of its own. */
export const wholeTemplate = `<li itemscope itemtype="https://schema.org/NewsArticle">
  <picture><img itemprop="image" alt=""></picture><small data-press="credit"></small>
  <p data-press="kicker"></p><data data-press="label"></data><data data-press="access"></data>
  <h2 itemprop="headline"><a itemprop="url"></a></h2>
  <p itemprop="description"></p>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name"></b></span>
  <a itemprop="articleSection"></a> <a data-press="sponsor"></a> <i data-press="corrected"></i>
  <time itemprop="datePublished"></time> <meta itemprop="dateModified">
  <span itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter">
    <meta itemprop="interactionType" content="https://schema.org/ReadAction">
    <data itemprop="userInteractionCount"></data> <span itemprop="description"></span>
  </span>
  <span itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter">
    <link itemprop="interactionType" href="https://schema.org/CommentAction">
    <data itemprop="userInteractionCount"></data> <span itemprop="description"></span>
  </span>
  <div data-press="reactions">
    <span data-press="reaction" itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter">
      <meta itemprop="interactionType"><span data-press="icon"></span> <span itemprop="name"></span>
      <data itemprop="userInteractionCount"></data> <span itemprop="description"></span>
    </span>
    <data data-press="total"></data> <data data-press="people"></data>
  </div>
</li>`;
