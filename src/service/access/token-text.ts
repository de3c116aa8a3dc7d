import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A token as it is issued: who has it, is let in. */
export type NewToken = {
  /** Of its row. */
  readonly id: string;
  /** Shown once, never kept. */
  readonly token: string;
  /** What is kept. */
  readonly hash: string;
};

/** What a token's text holds. */
export type ReadToken = { readonly id: string; readonly hash: string };

/** `bk_`, the id without hyphens, the secret in base64url, and a checksum that lets scanners for leaked secrets be sure. */
const form = /^(bk_([0-9a-f]{32})_[A-Za-z0-9_-]{43})([0-9a-z]{7})$/;

/** Secret bytes of a token. */
const secretBytes = 32;

/**
 * Makes a token `bk_<id>_<secret><checksum>`.
 *
 * Its secret has 256 random bits, so the hash that is kept need not be slow as one of a password: there is nothing to
 * guess. SHA-256 over the whole token is enough, and checking one takes microseconds.
 */
export function makeToken(): NewToken {
  const id = randomUUID();
  const body = `bk_${id.replaceAll('-', '')}_${randomBytes(secretBytes).toString('base64url')}`;
  const token = `${body}${checksum(body)}`;
  return { id, token, hash: hash(token) };
}

/** The id and the hash of a token; undefined for what cannot be one, which no database need be asked about. */
export function readToken(text: string): ReadToken | undefined {
  const [, body, id, check] = form.exec(text) ?? [];
  if (body === undefined || id === undefined || check !== checksum(body)) return undefined;
  return { id: withHyphens(id), hash: hash(text) };
}

/**
 * The id of a token as people have it at hand: as listed, without hyphens, or inside the token itself.
 *
 * @example
 * tokenIdOf('0B7E6C0A4D1E4F0F9A3B2C1D0E9F8A7B') // => '0b7e6c0a-4d1e-4f0f-9a3b-2c1d0e9f8a7b'
 */
export function tokenIdOf(text: string): string | undefined {
  const id = /^(?:bk_)?([0-9a-f]{32})(?:_.*)?$/s.exec(text.trim().replace(/^[0-9A-Fa-f-]+$/, plainDigits))?.[1];
  return id === undefined ? undefined : withHyphens(id);
}

function plainDigits(text: string): string {
  return text.replaceAll('-', '').toLowerCase();
}

function withHyphens(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function checksum(body: string): string {
  return crc32(body).toString(36).padStart(7, '0');
}
