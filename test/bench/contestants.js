// Two ways to the same list in the same style: press-teasers from the build, and what a developer would write by hand:
// a template that is cloned and filled, without containment. Each answers how to change a number and when all rows stand.
import {createSource, PressTeasers} from '/cdn/presslet.js';

const show = 'title standfirst date views reactions';

const presslet = (items) => {
  const provider = {list: () => Promise.resolve({items, total: items.length})};
  const source = document.createElement('press-source');
  const teasers = document.createElement('press-teasers');
  source.provider = provider;
  teasers.setAttribute('show', show);
  teasers.limit = items.length;
  const made = {element: source, isDone: false, rows: () => teasers.shadowRoot.querySelectorAll('li')};
  made.done = new Promise((resolve) => {
    teasers.addEventListener('press-loaded', () => resolve((made.isDone = true)), {once: true});
  });
  const {table} = createSource({provider}).store;
  made.set = (id, views) => table.putReports([{name: id, numbers: {views: {value: views, order: 1}}}]);
  source.append(teasers);
  document.body.append(source);
  return made;
};

const styles = new CSSStyleSheet();
styles.replaceSync(
  [PressTeasers.styles]
    .flat(Infinity)
    .map(({cssText}) => cssText)
    .join('')
    .replace(/content-visibility:\s*auto/g, 'content-visibility:visible'),
);

const template = document.createElement('template');
template.innerHTML = `<li part="teaser"><div part="body"><h3 part="title"><a part="link"></a></h3><p part="standfirst"></p><div part="meta"><time part="date"></time> <span part="views"></span> <span part="reactions"></span></div></div></li>`;

const days = new Intl.DateTimeFormat('en', {dateStyle: 'medium'});
const numbers = new Intl.NumberFormat('en');

const summary = ({reactions, people}) => {
  const total = Object.values(reactions).reduce((sum, count) => sum + count, 0);
  return total > 0 ? `♥ ${numbers.format(total)} · ${people} people in total` : '';
};

const filled = ({url, title, summary: standfirst, date_published: date, _presslet}) => {
  const row = template.content.firstElementChild.cloneNode(true);
  const [heading, text, meta] = row.firstElementChild.children;
  const [time, views, reactions] = meta.children;
  heading.firstElementChild.href = url;
  heading.firstElementChild.textContent = title;
  text.textContent = standfirst;
  time.dateTime = date;
  time.textContent = days.format(new Date(date));
  views.textContent = numbers.format(_presslet.views);
  reactions.textContent = summary(_presslet);
  return row;
};

const clone = (items) => {
  const element = document.createElement('div');
  const root = element.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [styles];
  const box = document.createElement('div');
  box.className = 'box own';
  const list = document.createElement('ul');
  list.setAttribute('part', 'list');
  list.append(...items.map(filled));
  box.append(list);
  root.append(box);
  document.body.append(element);
  const views = new Map(items.map(({id}, index) => [id, list.children[index].querySelector('[part=views]')]));
  const set = (id, count) => {
    views.get(id).textContent = numbers.format(count);
  };
  return {element, isDone: true, done: Promise.resolve(), rows: () => list.children, set};
};

export const contestants = {presslet, clone};
