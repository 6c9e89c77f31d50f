import { byId, make } from './dom.js';

export function showRequests(requests) {
  const rows = requests.map((record) => {
    const { answer } = record;
    const code = answer?.retcode ?? (answer === undefined ? 'none yet' : `HTTP ${answer.httpStatus}`);
    return [
      new Date(record.at).toISOString().slice(11, 23),
      record.interface ?? '',
      `${record.method} ${record.path.replace('/agentgateway/resource', '…')}`,
      [code, answer?.event, answer?.setGuid ? 'new Guid' : undefined].filter((part) => part !== undefined).join(' · '),
      answer === undefined ? '' : `${(answer.at - record.at).toLocaleString('en')} ms`,
    ];
  });
  byId('no-requests').hidden = rows.length > 0;
  const body = byId('requests');
  const key = JSON.stringify(rows);
  if (body.dataset.shown === key) return;
  body.dataset.shown = key;
  body.replaceChildren(
    ...rows.map((cells) =>
      make('tr', {}, ...cells.map((text, index) => make('td', { title: text, class: index === 4 ? 'num' : '' }, text))),
    ),
  );
}

/** Whether polls that brought nothing are shown. */
export const emptyPolls = () => (byId('empty-polls').checked ? 'shown' : 'hidden');

byId('empty-polls').addEventListener('change', () => document.dispatchEvent(new Event('sought')));
