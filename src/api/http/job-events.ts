import type { IncomingMessage, ServerResponse } from 'node:http';
import { ReadableStream as WebStream } from 'node:stream/web';
import { setTimeout as wait } from 'node:timers/promises';
import { PlannerError } from '../../errors.ts';
import { isOver, type JobEvent, type Jobs } from '../../service/jobs/index.ts';
import { AccessError, type Viewer } from '../../service/viewer.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';
import { sendStream } from './send-stream.ts';

/** A line that says nothing, so that proxies and clients know the stream is alive. */
const beatMs = 15_000;

/** After how long a browser comes back by itself. */
const retryMs = 2_000;

const address = /^\/jobs\/([^/]+)\/events$/;

/**
 * `GET /jobs/{id}/events`: the events of a job as server-sent events. A client that comes back with `Last-Event-ID`, as
 * browsers do by themselves, or with `?after=`, gets what it has not had. Ends after the job's last event.
 *
 * @param readMs - a client that takes nothing for so long is cut off, milliseconds
 */
export function jobEventsRoute(jobs: Pick<Jobs, 'get' | 'events'>, readMs: number): Route {
  return {
    method: 'GET',
    path: '/jobs/',
    stream: true,
    handle: async (request, response, { caller, signal }) => {
      const { viewer } = caller.context as { viewer: Viewer };
      await sendJobEvents(jobs, request, response, viewer, signal, readMs);
    },
  };
}

async function sendJobEvents(
  jobs: Pick<Jobs, 'get' | 'events'>,
  request: IncomingMessage,
  response: ServerResponse,
  viewer: Viewer,
  signal: AbortSignal,
  readMs: number,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const id = jobIdOf(address.exec(url.pathname)?.[1]);
  if (id === undefined) throw noSuchJob();
  const after = lastSeen(request.headers['last-event-id'], url.searchParams.get('after'));
  const gone = new AbortController();
  const until = AbortSignal.any([signal, gone.signal]);
  try {
    const job = await jobs.get(viewer, id);
    const events = await jobs.events(viewer, id, after, until);
    response.setHeader('Cache-Control', 'no-store');
    // Tells a browser not to come back.
    if (isOver(job) && after >= job.lastEvent) {
      response.writeHead(204).end();
      return;
    }
    response.setHeader('X-Accel-Buffering', 'no');
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    if (request.method !== 'HEAD') await sendStream(streamOf(lines(events, until)), response, readMs, until);
    response.end();
  } catch (error) {
    if (error instanceof AccessError) throw noSuchJob();
    if (error instanceof PlannerError) throw badNumber(String(after));
    throw error;
  } finally {
    gone.abort();
  }
}

/** Events as they are written on the wire, with a beat wherever nothing happens for a while. */
async function* lines(events: AsyncIterableIterator<JobEvent>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  yield text.encode(`retry: ${retryMs}\n\n`);
  const ask = (): Promise<IteratorResult<JobEvent>> => {
    const asked = events.next();
    // Nobody may be there any more to hear that it failed.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  for (;;) {
    const rested = new AbortController();
    const beat = wait(beatMs, 'beat' as const, { signal: AbortSignal.any([rested.signal, signal]) }).catch(
      () => 'over' as const,
    );
    const what = await Promise.race([next, beat]);
    rested.abort();
    if (what === 'over') return;
    if (what === 'beat') {
      yield text.encode(': still here\n\n');
      continue;
    }
    if (what.done) return;
    yield text.encode(written(what.value));
    next = ask();
  }
}

/** Reads nothing ahead of who takes it. */
function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return WebStream.from(parts) as ReadableStream<Uint8Array>;
}

function written(event: JobEvent): string {
  const { number, kind, at, message, futuresDone, futures, etaMs } = event;
  const data = { number, kind, at, message, futuresDone, futures, etaSeconds: etaMs === null ? null : etaMs / 1000 };
  return `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The id of a job in a path: the global id of the API, or the one inside it. */
function jobIdOf(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  let text: string;
  try {
    text = decodeURIComponent(part);
  } catch {
    return undefined;
  }
  const inside = /^Job:(.*)$/.exec(Buffer.from(text, 'base64').toString('utf8'))?.[1];
  return inside ?? text;
}

function lastSeen(header: string | string[] | undefined, query: string | null): number {
  const text = header ?? query ?? '0';
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) throw badNumber(String(text));
  return Number(text);
}

function badNumber(found: string): Refusal {
  return new Refusal(
    400,
    'BAD_EVENT_NUMBER',
    `Last-Event-ID (or ?after=) is the number of an event; found ${JSON.stringify(found.slice(0, 40))}, allowed whole numbers from 0.`,
  );
}

function noSuchJob(): Refusal {
  return new Refusal(404, 'NOT_FOUND', 'There is no such job for you.');
}
