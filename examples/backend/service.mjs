// @ts-check
// Takes tickets and events over HTTP.
import { DulyError } from 'duly';
import { Hono } from 'hono';

/**
 * @param {import('./store.mjs').Store} store
 * @param {{ changed: () => void, clock?: () => number }} options
 */
export function createService(store, { changed, clock = Date.now }) {
  const app = new Hono();

  app.post('/cases', async (context) => {
    const body = await context.req.json();
    const assessment = store.open({ ...body, events: checkedEvents(body?.events, clock()) }, clock());
    changed();
    return context.json(assessment, 201);
  });

  app.post('/cases/:id/events', async (context) => {
    const [event] = checkedEvents([await context.req.json()], clock());
    const assessment = store.add(context.req.param('id'), event, clock());
    if (assessment === undefined) return context.json({ code: 'no-such-case' }, 404);
    changed();
    return context.json(assessment, 201);
  });

  app.get('/cases/:id', (context) => {
    const assessment = store.look(context.req.param('id'), clock());
    return assessment === undefined ? context.json({ code: 'no-such-case' }, 404) : context.json(assessment);
  });

  app.get('/notices', (context) => context.json(store.notices()));

  // What isn't a case says so itself: which path, what was given, what was expected.
  app.onError((error, context) => {
    if (error instanceof DulyError) {
      const { code, path, message, hint } = error;
      return context.json({ code, path, message, hint }, 422);
    }
    if (error instanceof SyntaxError || error instanceof BadRequest) {
      return context.json({ code: 'bad-request', message: error.message }, 400);
    }
    console.error(error);
    return context.json({ code: 'internal' }, 500);
  });

  return app;
}

class BadRequest extends Error {}

/**
 * Events carry an `id` of their own, and have happened.
 * @param {unknown} events @param {number} now
 */
function checkedEvents(events, now) {
  if (!Array.isArray(events)) throw new BadRequest('events: expected a list');
  for (const event of events) {
    if (typeof event?.id !== 'string') throw new BadRequest('an event needs an id, so that it counts once');
    if (new Date(event.at).getTime() > now) throw new BadRequest(`${event.at} has not come yet`);
  }
  return events;
}
