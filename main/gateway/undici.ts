import api from 'undici/lib/api/index.js';
import buildConnector from 'undici/lib/core/connect.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import Pool from 'undici/lib/dispatcher/pool.js';

/**
 * What Earshot takes of undici. Its own index brings fetch, WebSockets, caches and mocks as well: half of its code, which every start
 * would have to read. `undici.test.ts` holds the parts to be those of the index.
 */
export { buildConnector, Dispatcher, Pool };

// As the index does: a dispatcher has `request` by it.
Object.assign(Dispatcher.prototype, { request: api.request });
