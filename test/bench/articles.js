// Articles of the wire format, the same on every run, for the page and for the server.
const words = 'a headline of some words that may wrap into a second line where the column is narrow enough ';
const day = Date.UTC(2026, 10, 20);

export const articles = (count) =>
  Array.from({length: count}, (_, index) => ({
    id: `a${index}`,
    url: `https://news.example/articles/${index}`,
    title: `Article ${index}: ${words.slice(0, 20 + ((index * 7) % 60))}`,
    summary: 'One sentence under the title that says what the article is about, in about a hundred characters.',
    content_text: '',
    date_published: new Date(day - index * 3_600_000).toISOString(),
    _presslet: {views: 1000 + index, reactions: {like: index % 7, super: index % 3}, people: index % 7, as_of: day},
  }));
