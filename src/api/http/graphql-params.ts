import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { Refusal } from './refusal.ts';

/** Only a JSON body is read: forms and plain text are what a hostile page can send without asking first (CSRF). */
export function checkContentType(request: IncomingMessage): void {
  const header = request.headers['content-type'];
  let type: MIMEType | undefined;
  try {
    type = header === undefined ? undefined : new MIMEType(header);
  } catch {
    // refused below
  }
  if (type?.essence !== 'application/json' || !/^utf-?8$/i.test(type.params.get('charset') ?? 'utf-8'))
    throw new Refusal(415, 'WRONG_CONTENT_TYPE', 'Send the request as Content-Type: application/json, in UTF-8.', {
      Accept: 'application/json',
    });
}

/**
 * Reads the parameters of a GraphQL request from a POST body.
 *
 * @throws {Refusal} 400 saying what is wrong with it
 */
export function paramsOfBody(body: Buffer): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body); // a byte order mark is left out
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
  return checkParams(parseJson(text, 'The body'));
}

/**
 * Checks the parameters of a GraphQL request in the query string of a GET, which Yoga itself then reads.
 *
 * @throws {Refusal} 400 saying what is wrong with it
 */
export function checkQueryString(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw badRequest('The address contains bytes that are not UTF-8.');
  }
  const given = new URLSearchParams(search);
  const params: Record<string, unknown> = {};
  for (const name of ['query', 'operationName']) if (given.get(name)) params[name] = given.get(name);
  for (const name of ['variables', 'extensions']) {
    const text = given.get(name);
    if (text) params[name] = parseJson(text, `"${name}"`);
  }
  checkParams(params);
}

function checkParams(params: unknown): Record<string, unknown> {
  if (Array.isArray(params)) throw badRequest('One operation at a time: a list of requests is not accepted.');
  if (!isObject(params)) throw badRequest('The body must be a JSON object with a "query".');
  const { query, operationName, variables, extensions } = params;
  if (typeof query !== 'string')
    throw badRequest('The parameter "query" must be the text of a GraphQL document; it is missing or something else.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw badRequest('The parameter "operationName" must be a text, or left out.');
  for (const [name, value] of Object.entries({ variables, extensions }))
    if (value !== undefined && value !== null && !isObject(value))
      throw badRequest(`The parameter "${name}" must be a JSON object, or left out.`);
  for (const name of Object.keys(params))
    if (!['query', 'operationName', 'variables', 'extensions'].includes(name))
      throw badRequest('Only the parameters "query", "operationName", "variables" and "extensions" are known.');
  return params;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
