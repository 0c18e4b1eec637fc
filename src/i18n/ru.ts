/** Russian. `other` serves fractions, which counts never are. */

import type {Messages} from './messages.js';

export const ru: Messages = {
  views: {one: '{n} просмотр', few: '{n} просмотра', many: '{n} просмотров', other: '{n} просмотра'},
  people: {
    one: 'Всего {n} человек',
    few: 'Всего {n} человека',
    many: 'Всего {n} человек',
    other: 'Всего {n} человека',
  },
  comments: {
    one: '{n} комментарий',
    few: '{n} комментария',
    many: '{n} комментариев',
    other: '{n} комментария',
  },
  reactionsTotal: {one: '{n} реакция', few: '{n} реакции', many: '{n} реакций', other: '{n} реакции'},
  shown: {
    one: 'Показан ещё {n} материал',
    few: 'Показано ещё {n} материала',
    many: 'Показано ещё {n} материалов',
    other: 'Показано ещё {n} материала',
  },

  list: 'Материалы',
  loading: 'Материалы загружаются…',
  empty: 'Материалов пока нет.',
  failed: 'Не удалось загрузить материалы.',
  failedHint: 'Проверьте подключение и попробуйте ещё раз.',
  retry: 'Попробовать ещё раз',
  stale: 'Не удалось обновить; показано то, что загружено в {time}.',
  offline: 'Нет подключения к сети.',
  more: 'Показать ещё',

  nav: 'Предыдущий и следующий материалы',
  previous: 'Предыдущий материал',
  next: 'Следующий материал',
  newest: 'Это самый новый материал.',
  oldest: 'Это самый ранний материал.',

  reactionsLabel: 'Реакции',
  reacted: 'Сохранено: {kinds}.',
  withdrawn: 'Реакция снята.',
  waiting: 'Сохранено, отправим позже.',
  refused: 'Не удалось сохранить реакцию.',

  kinds: {
    like: 'Нравится',
    super: 'Супер',
    love: 'Люблю',
    laugh: 'Смешно',
    wow: 'Ого',
    sad: 'Грустно',
    angry: 'Возмутительно',
    thanks: 'Спасибо',
  },
  labels: {
    news: 'Новость',
    live: 'Онлайн',
    updated: 'Обновлено',
    opinion: 'Мнение',
    sponsored: 'Партнёрский материал',
    advertorial: 'Реклама',
  },
  accesses: {free: 'Бесплатно', metered: 'Ограниченный доступ', subscriber: 'По подписке'},
};
