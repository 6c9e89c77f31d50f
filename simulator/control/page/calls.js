import { get } from './ask.js';
import { byId, make } from './dom.js';

export async function showCalls() {
  const calls = await get('/api');
  byId('calls').append(
    ...calls.flatMap(({ method, path, says, example }) => {
      const hasInput = Object.keys(example).length > 0;
      const text = method === 'GET' ? `?${new URLSearchParams(example)}` : JSON.stringify(example);
      return [make('dt', {}, make('code', {}, `${method} ${path}`)), make('dd', {}, says, ...(hasInput ? [make('code', {}, text)] : []))];
    }),
  );
}
